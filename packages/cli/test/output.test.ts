import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './run-cli.ts';

const TIDE = '# Tide gate\n\nA tide gate is a door in a sea wall that closes before high water.\n';
const bin = resolve(import.meta.dirname, '../bin/genglossary.mjs');

async function withTide() {
  const folder = await temporaryFolder();
  await mkdir(join(folder.path, 'docs'));
  await writeFile(join(folder.path, 'docs', 'tide.md'), TIDE);
  const cli = (...argv: readonly string[]) => runCli(argv, { cwd: folder.path });
  const build = (...argv: readonly string[]) => cli('build', '--require', 'tide gate', ...argv);
  return { ...folder, cli, build };
}

describe('the output folder of a build', () => {
  it.skipIf(!existsSync('/proc/self'))(
    'that can never be made is told before any work, and nothing waits',
    async () => {
      await using folder = await withTide();
      const { code, stderr } = await folder.build('docs', '-o', '/proc/genglossary/out');
      expect([code, stderr]).toEqual([3, expect.stringContaining('(export/unwritable)')]);
      expect(stderr).toContain('-o');
      expect(stderr).not.toContain('analyse');
      expect(await readdir(folder.path)).toEqual(['docs']);
    },
  );

  it('that is a file is told in words before any work, and no folder is left behind', async () => {
    await using folder = await withTide();
    await writeFile(join(folder.path, 'mine'), 'mine');
    for (const out of ['mine', 'mine/below', '-']) {
      const { code, stderr } = await folder.build('docs', '-o', out);
      expect(code).toBe(out === '-' ? 2 : 3);
      expect(stderr).not.toMatch(/EEXIST|ENOTDIR|mkdir|analyse/u);
    }
    expect(await readdir(folder.path)).toEqual(['docs', 'mine']);
  });
});

describe('a build', () => {
  it('names open issues in what people read where it is asked to, and keeps its folder out of a repository', async () => {
    await using folder = await withTide();
    const written = async (...argv: readonly string[]) => {
      await folder.build('docs', '--require', 'sea wall', ...argv);
      return readFile(join(folder.path, 'glossary', 'glossary.md'), 'utf8');
    };
    expect(await written()).not.toContain('Open issue');
    expect(await written('--issues')).toContain('uses "sea wall", which is not explained');
    expect(await readFile(join(folder.path, '.genglossary', '.gitignore'), 'utf8')).toBe('*\n');
  });
});

describe('what genglossary wrote', () => {
  it('is never read as a document, wherever it is and whoever put it there', async () => {
    await using folder = await withTide();
    await folder.build('.', '--format', 'markdown,html');
    await folder.cli('export', '-o', 'docs/words.md');
    await copyFile(join(folder.path, 'glossary', 'glossary.html'), join(folder.path, 'docs', 'copy.html'));
    await using elsewhere = await temporaryFolder();
    const { code, stdout } = await folder.build('.', '-o', join(elsewhere.path, 'out'), '--json');
    expect(code).toBe(0);
    const told = JSON.parse(stdout) as { summary: { documents: number }; skipped: { name: string; reason: string }[] };
    expect(told.summary.documents).toBe(1);
    expect(told.skipped.filter(({ reason }) => reason === 'exported').map(({ name }) => name)).toEqual([
      'docs/copy.html',
      'docs/words.md',
      'glossary/glossary.html',
      'glossary/glossary.md',
    ]);
  });
});

describe('a build that finds nothing to read', () => {
  it('begins no project, so that the one there is needs no name', async () => {
    await using folder = await withTide();
    await folder.build('docs', '-q');
    await mkdir(join(folder.path, 'empty'));
    await mkdir(join(folder.path, 'noise'));
    await writeFile(join(folder.path, 'noise', 'noise.md'), Buffer.from([0, 1, 2, 0, 255]));
    const missing = await folder.build('nosuch');
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no file or folder at') });
    expect(missing.stderr).not.toContain('no longer');
    for (const path of ['empty', 'noise']) expect(await folder.build(path)).toMatchObject({ code: 2 });
    expect(await folder.cli('export')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('door in a sea wall'),
    });
  });
});

describe('a build', () => {
  it('says which required terms no document uses, and names the best explained entry to look at', async () => {
    await using folder = await withTide();
    const told = await folder.build('docs', '--require', 'ice gate', '--require', '=cmd|calc');
    expect(told.stderr).toContain('No document uses “ice gate”, “=cmd|calc”.');
    expect(told.stderr).toMatch(/Next: genglossary show "tide gate"/iu);
    expect(JSON.parse((await folder.build('docs', '--require', 'ice gate', '--json')).stdout)).toMatchObject({
      unused: ['ice gate'],
    });
    await writeFile(join(folder.path, 'docs', 'noise.md'), ' \n');
    const japanese = await folder.build('docs', '--locale', 'ja', '--require', 'ice gate');
    expect(japanese.stderr).toContain('どの文書でも使われていません：「ice gate」');
    expect(japanese.stderr).toContain('noise.md: 空のファイル (空白だけです)');
  });
});

describe('what this machine has', () => {
  it('is told by what each analyzer makes of a sentence', async () => {
    await using folder = await withTide();
    const { code, stdout } = await folder.cli('doctor');
    expect(code).toBe(0);
    expect(stdout).toContain('The · tide · gate · closes');
    expect(stdout).toContain('水門 · が · 閉じる');
    expect((await folder.cli('doctor', '--locale', 'ja')).stdout).toContain('英語の解析: 動作しています');
  });
});

describe('an export that is printed', () => {
  it('goes to standard output for a dash too', async () => {
    await using folder = await withTide();
    await folder.build('docs', '-q');
    const printed = await folder.cli('export');
    expect(await folder.cli('export', '-o', '-')).toEqual(printed);
    expect(printed.stdout).toBe(await readFile(join(folder.path, 'glossary', 'glossary.md'), 'utf8'));
  });

  it('ends without a word where nobody reads on', async () => {
    await using folder = await withTide();
    await folder.build('docs', '-q');
    const child = spawn(process.execPath, [bin, 'export', '--format', 'html'], { cwd: folder.path });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.destroy();
    expect([await once(child, 'close'), stderr]).toEqual([[0, null], '']);
  });

  it.skipIf(!existsSync('/dev/full'))('is a failure where the disk is full', async () => {
    await using folder = await withTide();
    await folder.build('docs', '-q');
    const child = spawn('sh', ['-c', '"$0" "$1" export > /dev/full', process.execPath, bin], { cwd: folder.path });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    expect(await once(child, 'close')).toEqual([3, null]);
    expect(stderr).toContain('(export/unwritable)');
    expect(stderr).not.toMatch(/^\s+at /mu);
  });
});
