import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './run-cli.ts';

const TIDE = '# Tide gate\n\nA tide gate is a door in a sea wall that closes before high water.\n';

describe('the command line', () => {
  it('says in one coded sentence that a folder is empty', async () => {
    await using folder = await temporaryFolder();
    const { code, stdout, stderr } = await runCli(['build', '.', '-q'], { cwd: folder.path });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('(document/none)');
    expect(stderr).not.toContain('    at ');
  });

  it('names a path that does not exist', async () => {
    await using folder = await temporaryFolder();
    const { code, stderr } = await runCli(['build', 'nowhere', '--json'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(JSON.parse(stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({
      schema: 'genglossary.error/1',
      code: 'document/not-found',
    });
  });

  it('refuses --url for what no server can do, instead of doing it here', async () => {
    await using folder = await temporaryFolder();
    const { code, stderr } = await runCli(['extract', '.', '--url', 'http://127.0.0.1:1'], { cwd: folder.path });
    expect([code, stderr]).toEqual([2, expect.stringContaining("'extract' works on this machine")]);
  });

  it('refuses a language that there is not, and says which ones the general analyzer reads', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'tide.md'), TIDE);
    for (const tag of ['klingon', 'xx-yy-zz', 'en_GB']) {
      const { code, stderr } = await runCli(['build', '.', '--lang', tag], { cwd: folder.path });
      expect([code, stderr]).toEqual([2, expect.stringContaining('It takes the tag of a language')]);
    }
    const british = await runCli(['extract', '.', '--lang', 'en-GB', '--json'], { cwd: folder.path });
    expect(british.stdout).toBe(
      (await runCli(['extract', '.', '--lang', 'en', '--json'], { cwd: folder.path })).stdout,
    );
    expect(british.stderr).not.toContain('analyzer');
    const polish = await runCli(['extract', '.', '--lang', 'pl'], { cwd: folder.path });
    expect(polish).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('pl has no analyzer of its own (en, ja, ko'),
    });
  });

  it('suggests the command that was meant', async () => {
    await using folder = await temporaryFolder();
    const { code, stderr } = await runCli(['biuld'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('build');
  });

  it('tells a wrong call as any other error: coded, for programs too, in both languages', async () => {
    await using folder = await temporaryFolder();
    const told = async (...argv: readonly string[]) => {
      const { code, stdout, stderr } = await runCli(argv, { cwd: folder.path });
      expect([code, stdout]).toEqual([2, '']);
      return stderr;
    };
    expect(await told('build', '--treads', '3')).toBe(
      'error There is no option --treads. Did you mean --threads? (config/invalid)\nSee genglossary --help.\n',
    );
    expect(JSON.parse(await told('build', '--limit', 'few', '--json'))).toMatchObject({
      schema: 'genglossary.error/1',
      ok: false,
      code: 'config/invalid',
      message: 'The option --limit <number> cannot be “few”. It takes a whole number from 1.',
    });
    expect(await told('show', 'tide', 'gate')).toContain('one that has spaces stands in quotes');
    expect(await told('--locale', 'ja', 'biuld')).toContain('biuld というコマンドはありません。build ではありませんか');
    expect(await told('runs')).toContain('Usage: genglossary runs');
  });

  it('makes no glossary without a name', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'good.md'), TIDE);
    const { code, stderr } = await runCli(['build', '.', '--project', ' '], { cwd: folder.path });
    expect([code, stderr]).toEqual([2, expect.stringContaining('(project/invalid-name)')]);
    expect(await readdir(folder.path)).toEqual(['good.md']);
  });

  it('reads what it can and names each file that it cannot, with the reason', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'good.md'), TIDE);
    await writeFile(join(folder.path, 'binary.md'), Buffer.from([0, 1, 2, 0, 255, 0]));
    await writeFile(join(folder.path, '.env'), 'KEY=1');
    await mkdir(join(folder.path, '.git'));
    await symlink(folder.path, join(folder.path, 'loop'));
    const { code, stdout } = await runCli(['build', '.', '--json', '--require', 'tide gate'], { cwd: folder.path });
    expect(code).toBe(0);
    const result: { skipped: { name: string; reason: string }[] } = JSON.parse(stdout);
    expect(result).toMatchObject({ summary: { documents: 1 } });
    expect(result.skipped.map(({ name }) => name)).toEqual(expect.arrayContaining(['.env', '.git', 'binary.md']));
    // People are not told what they would not take for a document.
    const { stderr } = await runCli(['build', '.', '--verbose', '--require', 'tide gate'], { cwd: folder.path });
    expect(stderr).toContain('binary.md: ');
    expect(stderr).not.toMatch(/^ +\.(?:git|genglossary)/mu);
  });

  it('overwrites no file that it did not write, and leaves nothing half-written', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'good.md'), TIDE);
    await mkdir(join(folder.path, 'out'));
    await writeFile(join(folder.path, 'out', 'glossary.md'), 'mine');
    const argv = ['build', 'good.md', '-o', 'out', '--require', 'tide gate'];
    const { code, stderr } = await runCli(argv, { cwd: folder.path });
    expect(code).toBe(3);
    expect(stderr).toContain('(export/not-ours)');
    expect(await readdir(join(folder.path, 'out'))).toEqual(['glossary.md']);
    expect(await readFile(join(folder.path, 'out', 'glossary.md'), 'utf8')).toBe('mine');
  });

  it('exports over nothing that somebody else wrote, unless it is told to', async () => {
    await using folder = await temporaryFolder();
    const cli = (...argv: readonly string[]) => runCli(argv, { cwd: folder.path });
    await writeFile(join(folder.path, 'good.md'), TIDE);
    await cli('build', 'good.md', '--require', 'tide gate');
    for (const argv of [['export', '--format', 'csv', '--bom'], ['backup']]) {
      const refused = await cli(...argv, '-o', 'good.md');
      expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('(export/not-ours)')]);
      expect(await readFile(join(folder.path, 'good.md'), 'utf8')).toBe(TIDE);
      // What it wrote itself is written anew.
      for (const _ of [1, 2]) expect(await cli(...argv, '-o', 'words')).toMatchObject({ code: 0 });
      await rm(join(folder.path, 'words'));
    }
    expect(await cli('export', '-o', 'good.md', '--force')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'good.md is exported into good.md\n',
    });
    expect(await readFile(join(folder.path, 'good.md'), 'utf8')).toContain('## T');
  });

  it('exports JSON where the result is asked for as JSON', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'good.md'), TIDE);
    await runCli(['build', 'good.md', '--require', 'tide gate'], { cwd: folder.path });
    const printed = await runCli(['export', '--json'], { cwd: folder.path });
    expect(JSON.parse(printed.stdout)).toMatchObject({ schema: 'genglossary.glossary/1' });
    const written = await runCli(['export', '--json', '--format', 'csv', '-o', 'a.csv'], { cwd: folder.path });
    expect(JSON.parse(written.stdout)).toMatchObject({ schema: 'genglossary.export/1', ok: true, format: 'csv' });
  });

  it('shows an entry with its evidence after a build, and what is like a term that is not there', async () => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'good.md'), TIDE);
    await runCli(['build', 'good.md', '--require', 'tide gate'], { cwd: folder.path });
    const shown = await runCli(['show', 'Tide-Gates'], { cwd: folder.path });
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.stdout).toContain('a door in a sea wall');
    expect(shown.stdout).toContain('good.md:3:1');
    const missing = await runCli(['show', 'gate'], { cwd: folder.path });
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr.toLowerCase()).toContain('tide gate');
    const mistyped = await runCli(['show', 'tide gaet'], { cwd: folder.path });
    expect(mistyped.stderr).toMatch(/Did you mean tide gate\?/iu);
    expect((await runCli(['show', 'lantern'], { cwd: folder.path })).stderr).not.toContain('Did you mean');
  });
});
