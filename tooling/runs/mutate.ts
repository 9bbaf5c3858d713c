/**
 * `pnpm mutate:runs [rule …]`: plants one fault after the other in a copy of the sources, runs the tests that name the
 * rule, and expects one of them to fail. A fault that no test notices means that the rule is not proved.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mutations } from './mutations.ts';

const root = resolve(import.meta.dirname, '../..');
const asked = process.argv.slice(2).filter((argument) => argument !== '--');
const chosen = mutations.filter(({ rule }) => asked.length === 0 || asked.includes(rule));
const copy = mkdtempSync(join(root, '.mutations-'));
let survived = 0;
try {
  for (const file of execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')) {
    if (!/^(?:packages\/core\/(?:src\/|package)|vitest|package\.json|tsconfig)/u.test(file)) continue;
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'packages/core/node_modules'), join(copy, 'packages/core/node_modules'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // Without a fault every test passes; else a failure would prove nothing.
  const sound = ran('R[A-Z]\\d', { timeoutMs: 60_000 });
  const failing = titlesOfFailed(sound);
  if (failing.length > 0) throw new Error(`Without a fault these tests fail: ${failing.join('; ')}`);
  // What a fault makes wait in vain is given up, but not what only a busy machine makes slow.
  const patienceMs = 3000 + 2 * Math.max(...sound.map(({ duration = 0 }) => duration));
  for (const { rule, file, find, replace } of chosen) {
    const path = join(copy, 'packages/core/src', file);
    const source = readFileSync(path, 'utf8');
    if (!source.includes(find)) throw new Error(`${rule}: ${file} no longer holds the place of its fault.`);
    writeFileSync(
      path,
      source.replace(find, () => replace),
    );
    const begun = performance.now();
    // One test that notices is enough.
    const tests = ran(`\\b${rule}\\b`, { timeoutMs: patienceMs, bail: 1 });
    const isNoticed = titlesOfFailed(tests).length > 0;
    writeFileSync(path, source);
    if (!isNoticed) survived += 1;
    console.log(
      `${rule} ${isNoticed ? 'noticed' : 'SURVIVED'} (${Math.round((performance.now() - begun) / 100) / 10} s) ${file}`,
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${chosen.length - survived} noticed, ${survived} survived`);
process.exitCode = survived === 0 ? 0 : 1;

/** The tests of that name, as they went; on one database, which is enough for a fault of the program. */
function ran(
  name: string,
  { timeoutMs, bail = 0 }: { readonly timeoutMs: number; readonly bail?: number },
): readonly Test[] {
  const files = [
    'packages/core/src/runs/runs-sqlite.test.ts',
    'packages/core/src/runs/build.test.ts',
    'packages/core/src/runs/run-queue.test.ts',
    'packages/core/src/runtime/logger.test.ts',
    'packages/core/src/storage/kysely/dialects/sqlite.test.ts',
  ];
  const output = join(copy, 'results.json');
  rmSync(output, { force: true });
  const { stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      'packages',
      '--testTimeout',
      `${Math.ceil(timeoutMs)}`,
      `--bail=${bail}`,
      '--reporter=json',
      `--outputFile.json=${output}`,
      '-t',
      name,
      ...files,
    ],
    { cwd: copy, encoding: 'utf8', timeout: 600_000 },
  );
  if (!existsSync(output)) throw new Error(`The tests could not run: ${stderr}`);
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Results;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const done = tests.filter(({ status }) => status === 'passed' || status === 'failed');
  if (done.length === 0) throw new Error(`No test ran that is named ${name}: ${stderr}`);
  return done;
}

function titlesOfFailed(tests: readonly Test[]): string[] {
  return tests.flatMap(({ status, title }) => (status === 'failed' ? [title] : []));
}

interface Test {
  readonly status: string;
  readonly title: string;
  /** Milliseconds. */
  readonly duration?: number;
}

interface Results {
  readonly testResults: readonly { readonly assertionResults: readonly Test[] }[];
}
