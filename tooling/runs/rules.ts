import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The numbers of the rules in `runs/SPEC.md`, in its order. */
export function specifiedRules(): string[] {
  const spec = readFileSync(join(root, 'packages/core/src/runs/SPEC.md'), 'utf8');
  return [...spec.matchAll(/^- \*\*(R[A-Z]\d+)\*\*/gmu)].map(([, rule = '']) => rule);
}

/** Titles of tests that name rules or rows of the fault table. */
export function ruleTitles(): string[] {
  const files = globSync(
    ['packages/core/src/{runs,testing/conformance,storage}/**/*.ts', 'packages/{client,server}/test/*.ts'],
    {
      cwd: root,
    },
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return [...source.matchAll(/['`]((?:R[A-Z]\d|rows? \d)[^'`\n]*)/gu)].map(([, title = '']) => title);
  });
}

/** The rows of the fault table in `runs/SPEC.md`, each with whether a test (or only a chaos scenario) shows it. */
export function specifiedFaults(): {
  readonly row: number;
  readonly isTested: boolean;
  readonly scenarios: readonly string[];
}[] {
  const spec = readFileSync(join(root, 'packages/core/src/runs/SPEC.md'), 'utf8');
  return [...spec.matchAll(/^\| (\d+) \|.*\| ([^|]+) \|$/gmu)].map(([, row = '', shown = '']) => ({
    row: Number(row),
    isTested: /\btest\b/u.test(shown.replaceAll(/`[^`]*`/gu, '')),
    scenarios: [...shown.matchAll(/`chaos ([\w-]+)`/gu)].map(([, name = '']) => name),
  }));
}

/** The sources of the chaos scenarios, by name. */
export function chaosScenarios(): string {
  return globSync('chaos/src/*.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
}
