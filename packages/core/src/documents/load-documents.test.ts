import { mkdirSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordFile, wordParagraph } from '../testing/word-file.ts';
import { loadDocuments } from './load-documents.ts';

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const path = await mkdtemp(join(tmpdir(), 'documents-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

describe('loading documents', () => {
  it('reads what it can and names the rest with a reason', async () => {
    await using folder = await folderOf({
      'b/deep.MD': '# Deep',
      'a.txt': 'Plain words.',
      'Z.md': 'Upper case first.',
      'image.png': 'x',
      'empty.md': ' \n',
      'binary.md': Uint8Array.from([1, 0, 2, 0, 0, 0, 7]),
      'big.txt': 'x'.repeat(2000),
      '.env': 'KEY=1',
      'secrets.md': 'x',
      'server.key': 'x',
      'draft/x.md': 'x',
      'node_modules/p/readme.md': 'x',
      '.git/config.md': 'x',
      '.hidden/x.md': 'x',
    });
    const { documents, skipped } = await loadDocuments([folder.path], { maxBytes: 1000, exclude: ['draft'] });
    expect(documents.map(({ name, format }) => [name, format])).toEqual([
      ['Z.md', 'markdown'],
      ['a.txt', 'text'],
      ['b/deep.MD', 'markdown'],
    ]);
    expect(skipped.map(({ name, reason }) => [name, reason])).toEqual([
      ['.env', 'secret'],
      ['.git', 'version-control'],
      ['.hidden', 'hidden'],
      ['big.txt', 'too-large'],
      ['binary.md', 'binary'],
      ['draft', 'excluded'],
      ['empty.md', 'empty'],
      ['image.png', 'unsupported-format'],
      ['node_modules', 'dependencies'],
      ['secrets.md', 'secret'],
      ['server.key', 'secret'],
    ]);
  });

  it('reads Word documents beside others, and names those that it cannot read with what is wrong', async () => {
    const bytes = wordFile({ body: `${wordParagraph('Kilns', '1')}${wordParagraph('A kiln heats clay.')}` });
    const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
    await using folder = await folderOf({
      'kiln.docx': bytes,
      'blank.docx': wordFile({ body: wordParagraph(' ') }),
      'cut.docx': bytes.subarray(0, 300),
      'locked.docx': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), encrypted]),
      'old.doc': 'x',
      '~$kiln.docx': 'who has it open',
    });
    const { documents, skipped } = await loadDocuments([folder.path]);
    expect(documents).toMatchObject([
      { name: 'kiln.docx', format: 'docx', encoding: 'utf-8', text: '<h1>Kilns</h1>\n<p>A kiln heats clay.</p>' },
    ]);
    expect(skipped).toEqual([
      { name: 'blank.docx', reason: 'empty', detail: 'nothing but white space' },
      { name: 'cut.docx', reason: 'damaged', detail: 'it is not a whole zip archive' },
      { name: 'locked.docx', reason: 'encrypted', detail: 'it is protected by a password' },
      { name: 'old.doc', reason: 'unsupported-format', detail: 'save it as .docx' },
      { name: '~$kiln.docx', reason: 'hidden' },
    ]);
  });

  it('follows links inside the folder, and neither out of it nor in circles', async () => {
    await using other = await folderOf({ 'out.md': 'Outside.' });
    await using folder = await folderOf({ 'docs/a.md': 'Inside.', '.env': 'KEY=1' });
    await symlink(join(folder.path, 'docs'), join(folder.path, 'more'));
    await symlink(folder.path, join(folder.path, 'docs', 'loop'));
    await symlink(join(other.path, 'out.md'), join(folder.path, 'out.md'));
    await symlink(join(folder.path, '.env'), join(folder.path, 'innocent.md'));
    await symlink(join(folder.path, 'self.md'), join(folder.path, 'self.md'));
    const { documents, skipped } = await loadDocuments([folder.path]);
    expect(documents.map(({ name }) => name)).toEqual(['docs/a.md', 'more/a.md']);
    expect(skipped.map(({ name, reason }) => [name, reason])).toEqual([
      ['.env', 'secret'],
      ['docs/loop', 'symlink-loop'],
      ['innocent.md', 'secret'],
      ['more/loop', 'symlink-loop'],
      ['out.md', 'outside-root'],
      ['self.md', 'symlink-loop'],
    ]);
  });

  it('gives files of one name in two folders names of their own, whatever the order of the folders', async () => {
    await using folder = await folderOf({ 'x/a.md': 'One.', 'y/a.md': 'Two.' });
    const paths = [join(folder.path, 'x'), join(folder.path, 'y')];
    const loaded = await loadDocuments(paths);
    expect(loaded.documents.map(({ name, text }) => [name, text])).toEqual([
      ['x/a.md', 'One.'],
      ['y/a.md', 'Two.'],
    ]);
    expect(await loadDocuments(paths.toReversed())).toEqual(loaded);
  });

  it('counts a file once that is named and also stands in a named folder', async () => {
    await using folder = await folderOf({ 'a.md': 'One.' });
    const { documents } = await loadDocuments([folder.path, join(folder.path, 'a.md')]);
    expect(documents.map(({ name }) => name)).toEqual(['a.md']);
  });

  it('reports files that are gone, or are folders now, when their turn comes to be read', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `${100 + index}.md`);
    await using folder = await folderOf(Object.fromEntries(names.map((name) => [name, 'Words.'])));
    const { documents, skipped } = await loadDocuments([folder.path], {
      onFile: ({ done }) => {
        if (done !== 1) return;
        rmSync(join(folder.path, '158.md'));
        rmSync(join(folder.path, '159.md'));
        mkdirSync(join(folder.path, '159.md'));
      },
    });
    expect(documents).toHaveLength(58);
    expect(skipped).toEqual([
      { name: '158.md', reason: 'unreadable', detail: 'it no longer exists' },
      { name: '159.md', reason: 'unreadable', detail: 'it is a folder' },
    ]);
  });

  it('leaves out what lies beyond the largest number of files, the last by name', async () => {
    await using folder = await folderOf({ 'b.md': 'Two.', 'a.md': 'One.', 'c.md': 'Three.' });
    const { documents, skipped } = await loadDocuments([folder.path], { maxFiles: 2 });
    expect(documents.map(({ name }) => name)).toEqual(['a.md', 'b.md']);
    expect(skipped).toEqual([{ name: 'c.md', reason: 'too-many' }]);
  });

  it('refuses a path that does not exist', async () => {
    await expect(loadDocuments(['/nowhere/at/all'])).rejects.toMatchObject({ code: 'document/not-found' });
  });

  it('stops when it is told to', async () => {
    await using folder = await folderOf({ 'a.md': 'One.', 'b.md': 'Two.' });
    const stop = new AbortController();
    const reason = new Error('stop');
    const loading = loadDocuments([folder.path], {
      signal: stop.signal,
      onFile: () => {
        stop.abort(reason);
      },
    });
    stop.abort(reason);
    await expect(loading).rejects.toBe(reason);
  });
});
