import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CliResult, runCli, temporaryFolder } from './run-cli.ts';

const SENTENCE = 'The tide gate number 12 closes before high water, and the keeper oils its brass hinge. ';
const LINE = SENTENCE.repeat(Math.ceil(10_000_000 / SENTENCE.length)).slice(0, 10_000_000 - 100);

/** A heap that a build of these inputs must do with, in MiB per thread. */
const HEAP_MEBIBYTES = 1024;

describe('a build of too much', () => {
  it.each([
    ['md', LINE],
    ['rst', LINE],
    ['txt', LINE],
    ['html', `<p>${LINE}</p>`],
    // Nothing in these can be an end of a block, of a sentence or of a word.
    ['md', '*[_`'.repeat(2_400_000)],
    ['rst', '`*|:'.repeat(2_400_000)],
    ['txt', '堤'.repeat(3_200_000)],
    ['html', '<b>&#'.repeat(1_900_000)],
  ])(
    'reads a line of ten megabytes in .%s, in bounded time and memory',
    async (extension, line) => {
      await using folder = await temporaryFolder();
      await mkdir(join(folder.path, 'docs'));
      await writeFile(join(folder.path, 'docs', `line.${extension}`), line);
      await writeFile(join(folder.path, 'docs', 'tide.md'), 'A tide gate is a door in a sea wall.\n');
      const result = await build(folder.path);
      expect(result, result.stderr).toMatchObject({ code: 0 });
      expect(JSON.parse(result.stdout)).toMatchObject({ summary: { documents: 2, skipped: 0 }, skipped: [] });
    },
    300_000,
  );

  it('reads a hundred thousand small files', async () => {
    await using folder = await temporaryFolder();
    for (let part = 0; part < 100; part += 1) {
      const path = join(folder.path, 'docs', String(part));
      await mkdir(path, { recursive: true });
      const write = (_: unknown, number: number) =>
        writeFile(join(path, `${number}.md`), `# Gate ${part}-${number}\n\nThe tide gate closes before high water.\n`);
      await Promise.all(Array.from({ length: 1000 }, write));
    }
    await writeFile(join(folder.path, 'docs', 'too-many.md'), 'A tide gate is a door in a sea wall.\n');
    const result = await build(folder.path);
    expect(result, result.stderr).toMatchObject({ code: 0 });
    expect(JSON.parse(result.stdout)).toMatchObject({
      summary: { documents: 100_000, skipped: 1 },
      skipped: [{ name: 'too-many.md', reason: 'too-many' }],
    });
  }, 900_000);
});

async function build(cwd: string): Promise<CliResult> {
  const argv = ['build', 'docs', '--json', '--progress', 'none', '--threads', '1', '--require', 'tide gate'];
  const result = await runCli(argv, {
    cwd,
    environment: { NODE_OPTIONS: `--max-old-space-size=${HEAP_MEBIBYTES}` },
  });
  expect(result.stderr).not.toMatch(/^\s+at /mu);
  return result;
}
