import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './run-cli.ts';

const examples = resolve(import.meta.dirname, '../../../examples');

interface Surroundings {
  readonly environment: Readonly<Record<string, string>>;
  readonly threads: string;
  /** Where the documents are: as they lie, or copied file by file in reverse order. */
  readonly reversed: boolean;
}

const surroundings: readonly Surroundings[] = [
  { environment: { TZ: 'UTC', LANG: 'C' }, threads: '1', reversed: false },
  { environment: { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' }, threads: '2', reversed: true },
  {
    environment: { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    threads: '3',
    reversed: false,
  },
];

describe('a build', () => {
  it('gives the same bytes with a fresh home, another folder, time zone, locale, file order and number of threads', async () => {
    const builds = await Promise.all(surroundings.map(buildExamples));
    const [first, ...others] = builds;
    expect(Object.keys(first ?? {})).toEqual([
      'glossary.csv',
      'glossary.html',
      'glossary.json',
      'glossary.md',
      'glossary.tbx',
    ]);
    for (const other of others) expect(other).toEqual(first);
    for (const [name, hash] of Object.entries(first ?? {})) process.stdout.write(`${hash}  ${name}\n`);
  }, 120_000);
});

async function buildExamples({ environment, threads, reversed }: Surroundings): Promise<Record<string, string>> {
  await using scratch = await temporaryFolder();
  const home = join(scratch.path, 'home');
  const work = join(scratch.path, `work-${threads}`);
  await mkdir(home);
  await mkdir(work);
  const documents = reversed ? await copyInReverse(join(scratch.path, 'copied')) : examples;
  const result = await runCli(
    ['build', documents, '-o', 'out', '--format', 'md,json,csv,html,tbx', '--threads', threads],
    {
      cwd: work,
      environment: { ...environment, HOME: home },
    },
  );
  expect(result, result.stderr).toMatchObject({ code: 0 });
  const glossary: { entries: unknown[] } = JSON.parse(await readFile(join(work, 'out', 'glossary.json'), 'utf8'));
  expect(glossary.entries.length).toBeGreaterThanOrEqual(50);
  const names = (await readdir(join(work, 'out'))).filter((name) => name.startsWith('glossary.')).toSorted();
  const hashes = await Promise.all(
    names.map(async (name) => [
      name,
      createHash('sha256')
        .update(await readFile(join(work, 'out', name)))
        .digest('hex'),
    ]),
  );
  return Object.fromEntries(hashes);
}

async function copyInReverse(target: string): Promise<string> {
  const entries = await readdir(examples, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.toSorted().toReversed()) {
    await cp(file, join(target, file.slice(examples.length + 1)), { recursive: true });
  }
  return target;
}
