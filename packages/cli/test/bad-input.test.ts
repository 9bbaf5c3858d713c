import { spawnSync } from 'node:child_process';
import { mkdir, open, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordBomb, wordFile, wordParagraph } from '@genglossary/core/testing';
import { type CliResult, runCli, temporaryFolder } from './run-cli.ts';

const TIDE = '# Tide gate\n\nA tide gate is a door in a sea wall that closes before high water.\n';
const bin = resolve(import.meta.dirname, '../bin/genglossary.mjs');

describe('a build of bad input', () => {
  it('of an empty folder, or of one with no readable file, ends with 2 and makes no glossary', async () => {
    await using folder = await folderOf({ 'docs/picture.png': 'x', 'docs/noise.md': Buffer.from([0, 9, 0, 0, 7]) });
    await mkdir(join(folder.path, 'empty'));
    for (const name of ['empty', 'docs']) {
      const result = await build(folder.path, name);
      expect(result).toMatchObject({ code: 2, stdout: '', error: { code: 'document/none' } });
    }
    expect(await readdir(folder.path)).not.toContain('glossary');
  });

  it('skips what is no text, too large or in no one encoding, each with its reason', async () => {
    await using folder = await folderOf({
      'docs/binary.md': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]),
      'docs/half.md': Buffer.concat([Buffer.from('潮門は高潮の前に閉じる。'), Buffer.from([0xe6, 0xbd])]),
      'docs/mixed.md': Buffer.concat([Buffer.from('Le four est déjà brûlé. '), Buffer.from('déjà', 'latin1')]),
      'docs/surrogate.txt': Buffer.from(`\ufeff${TIDE}\ud800`, 'utf16le'),
      'docs/tide.md': TIDE,
    });
    await using large = await open(join(folder.path, 'docs', 'large.md'), 'w');
    await large.truncate(200 * 1024 * 1024);
    const result = await build(folder.path, 'docs');
    expect(result).toMatchObject({ code: 0, result: { summary: { documents: 1, entries: 1, skipped: 5 } } });
    expect(result.result?.skipped.map(({ name, reason }) => [name, reason])).toEqual([
      ['binary.md', 'binary'],
      ['half.md', 'undecodable'],
      ['large.md', 'too-large'],
      ['mixed.md', 'undecodable'],
      ['surrogate.txt', 'undecodable'],
    ]);
  });

  it('reads Word documents; what it cannot read of them it names, a bomb without unpacking it', async () => {
    await using folder = await folderOf({
      'docs/tide.docx': wordFile({
        body: wordParagraph('A tide gate is a door in a sea wall that closes before high water.'),
      }),
      'docs/bomb.docx': wordBomb(Buffer.alloc(65 * 1024 * 1024)),
      'docs/broken.docx': 'PK\u0003\u0004 no more',
      'docs/old.doc': 'x',
    });
    const result = await build(folder.path, 'docs');
    expect(result).toMatchObject({ code: 0, result: { summary: { documents: 1, entries: 1, skipped: 3 } } });
    expect(result.result?.skipped.map(({ name, reason }) => [name, reason])).toEqual([
      ['bomb.docx', 'too-large'],
      ['broken.docx', 'damaged'],
      ['old.doc', 'unsupported-format'],
    ]);
    expect(await readFile(join(folder.path, 'glossary', 'glossary.md'), 'utf8')).toContain('(tide.docx:1)');
  });

  it('reads documents of different encodings together', async () => {
    await using folder = await folderOf({
      'docs/a.md': TIDE,
      'docs/b.md': Buffer.from(`\ufeff${TIDE}`, 'utf16le'),
      'docs/c.md': Buffer.from(`${TIDE}\nThe tide gate of Saint-Malô is très old.\n`, 'latin1'),
    });
    expect(await build(folder.path, 'docs')).toMatchObject({ code: 0, result: { summary: { documents: 3 } } });
  });

  it('writes well-formed files where HTML names a lone surrogate', async () => {
    const tide = '<p>A tide gate&#xD800; is a door&#xDFFF; in a sea wall that closes before high water.</p>';
    await using folder = await folderOf({ 'docs/a.html': tide.repeat(3) });
    const result = await build(folder.path, 'docs', ['--format', 'md,json,csv,html']);
    expect(result).toMatchObject({ code: 0, result: { summary: { documents: 1 } } });
    for (const { path } of result.result?.files ?? []) {
      const bytes = await readFile(join(folder.path, path));
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toThrow();
    }
  });

  it('goes round no circle of links, and not out of its folder', async () => {
    await using folder = await folderOf({ 'docs/tide.md': TIDE, 'other/x.md': TIDE });
    await symlink(join(folder.path, 'docs'), join(folder.path, 'docs', 'loop'));
    await symlink(join(folder.path, 'other'), join(folder.path, 'docs', 'other'));
    await symlink('self.md', join(folder.path, 'docs', 'self.md'));
    expect(await build(folder.path, 'docs')).toMatchObject({
      code: 0,
      result: {
        summary: { documents: 1 },
        skipped: [
          { name: 'loop', reason: 'symlink-loop' },
          { name: 'other', reason: 'outside-root' },
          { name: 'self.md', reason: 'symlink-loop' },
        ],
      },
    });
  });

  it('says so when an output folder is a file, and leaves that file alone', async () => {
    await using folder = await folderOf({ 'docs/tide.md': TIDE, out: 'mine' });
    for (const out of ['out', 'out/below']) {
      const result = await build(folder.path, 'docs', ['-o', out]);
      expect(result).toMatchObject({ code: 3, stdout: '', error: { code: 'export/unwritable' } });
    }
    expect(await readFile(join(folder.path, 'out'), 'utf8')).toBe('mine');
  });

  it('says so when the database cannot be where it should', async () => {
    await using folder = await folderOf({ 'docs/tide.md': TIDE, '.genglossary': 'mine' });
    expect(await build(folder.path, 'docs')).toMatchObject({ code: 3, error: { code: 'storage/unavailable' } });
    expect(await readdir(folder.path)).toEqual(['.genglossary', 'docs']);
  });

  it('twice at once into one folder ends well for one and says that it is in use to the other, or well for both', async () => {
    await using folder = await folderOf({ 'docs/tide.md': TIDE });
    const both = await Promise.all([build(folder.path, 'docs'), build(folder.path, 'docs')]);
    expect(both.some(({ code }) => code === 0)).toBe(true);
    for (const { code, error } of both) if (code !== 0) expect({ code, error }).toMatchObject(inUse);
    const { result } = await build(folder.path, 'docs');
    expect((await readdir(join(folder.path, 'glossary'))).toSorted()).toEqual([
      '.genglossary.json',
      'glossary.json',
      'glossary.md',
    ]);
    expect(result).toMatchObject({ summary: { entries: 1 } });
  });
});

const inUse = { code: 3, error: { code: 'storage/in-use' } };

/** File systems of one's own, and a user without root's powers: not run where a sandbox refuses them. */
const canUnshare = spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'true']).status === 0;

describe.skipIf(!canUnshare)('a build that the system refuses something', () => {
  it('room on the disk, says so and leaves nothing half-written', async () => {
    await using folder = await folderOf({ 'docs/tide.md': TIDE });
    for (const [target, code] of [
      ['out', 'storage/disk-full'],
      ['.genglossary', 'storage/disk-full'],
    ] as const) {
      await mkdir(join(folder.path, target), { recursive: true });
      const { files, ...result } = refused(folder.path, {
        before: `mount -t tmpfs -o size=64k tmpfs ${target}; head -c 61440 /dev/zero > ${target}/filling`,
        after: `ls -A ${target}`,
      });
      expect(result, target).toMatchObject({ code: 3, error: { code } });
      if (target === 'out') expect(files).toEqual(['filling']);
    }
  });

  it('a folder to write, says which', async () => {
    await using folder = await folderOf({ 'docs/tide.md': TIDE });
    await mkdir(join(folder.path, 'out'));
    const before = 'mount -t tmpfs -o ro tmpfs out';
    expect(refused(folder.path, { before, after: 'ls -A out' })).toMatchObject({
      code: 3,
      files: [],
      error: { code: 'export/unwritable' },
    });
  });

  it('files and folders to read, skips them and says why', async () => {
    await using folder = await folderOf({ 'docs/tide.md': TIDE, 'docs/mine.md': TIDE, 'docs/below/x.md': TIDE });
    const before = 'chmod 0 docs/mine.md docs/below';
    const detail = 'permission denied';
    expect(refused(folder.path, { before, after: 'chmod 700 docs/below', isRoot: false })).toMatchObject({
      code: 0,
      result: {
        skipped: [
          { name: 'below', reason: 'unreadable', detail },
          { name: 'mine.md', reason: 'unreadable', detail },
        ],
      },
    });
  });
});

interface Outcome extends Pick<CliResult, 'code' | 'stdout'> {
  readonly result?: {
    readonly summary: Readonly<Record<string, number>>;
    readonly skipped: readonly { readonly name: string; readonly reason: string }[];
    readonly files: readonly { readonly path: string }[];
  };
  readonly error?: { readonly code: string; readonly message: string };
}

async function build(cwd: string, path: string, argv: readonly string[] = []): Promise<Outcome> {
  const all = ['build', path, '--json', '--progress', 'none', '--threads', '1', '--require', 'tide gate', ...argv];
  return outcome(await runCli(all, { cwd }));
}

interface Refusal {
  readonly before: string;
  readonly after: string;
  /** Root of a small world, who may mount but whom no permission stops. */
  readonly isRoot?: boolean;
}

/** Builds in a small world of the process's own: what is mounted there nobody else sees, and it is gone with it. */
function refused(cwd: string, { before, after, isRoot = true }: Refusal) {
  const command = `${before}; node=$1; shift; "$node" "$@"; code=$?; echo "files"; ${after}; exit $code`;
  const argv = [bin, 'build', 'docs', '-o', 'out', '--json', '--progress', 'none', '--require', 'tide gate'];
  const world = ['--user', '--mount', ...(isRoot ? ['--map-root-user'] : [])];
  const shell = [...world, 'sh', '-c', command, 'sh', process.execPath, ...argv];
  const { status, stdout, stderr } = spawnSync('unshare', shell, { cwd, encoding: 'utf8' });
  const [printed = '', listed = ''] = stdout.split('files\n');
  return { ...outcome({ code: status, stdout: printed, stderr }), files: listed.split('\n').filter(Boolean) };
}

/** What a program reads of a build; what a person reads never holds a stack trace. */
function outcome({ code, stdout, stderr }: CliResult): Outcome {
  expect(stderr).not.toMatch(/^\s+at /mu);
  if (code === 0) return { code, stdout, result: JSON.parse(stdout) as NonNullable<Outcome['result']> };
  return { code, stdout, error: JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as NonNullable<Outcome['error']> };
}

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder.path, name, '..'), { recursive: true });
    await writeFile(join(folder.path, name), content);
  }
  return folder;
}
