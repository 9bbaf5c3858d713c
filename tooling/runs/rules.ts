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
  const files = globSync('packages/core/src/{runs,testing/conformance,storage}/**/*.ts', { cwd: root });
  return files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return [...source.matchAll(/^\s*(?:it|\])\(?[^'\n]*'((?:R[A-Z]\d|row )[^'\n]*)'/gmu)].map(
      ([, title = '']) => title,
    );
  });
}
