import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, removeFolders } from './make-folder.ts';

function temporary() {
  const path = mkdtempSync(join(tmpdir(), 'genglossary-test-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

describe('making a folder', () => {
  it('makes what is missing above it, and says what it made so that it can be taken back', () => {
    using root = temporary();
    const made = makeFolder(join(root.path, 'a', 'b', 'c'));
    expect(made).toEqual([join(root.path, 'a'), join(root.path, 'a', 'b'), join(root.path, 'a', 'b', 'c')]);
    expect(makeFolder(join(root.path, 'a', 'b', 'c'))).toEqual([]);
    writeFileSync(join(root.path, 'a', 'kept'), '');
    removeFolders(made);
    expect(readdirSync(join(root.path, 'a'))).toEqual(['kept']);
  });

  it('leaves nothing where a file stands in the way', () => {
    using root = temporary();
    writeFileSync(join(root.path, 'file'), '');
    for (const path of ['file', 'file/below', 'file/below/more']) {
      expect(() => makeFolder(join(root.path, path))).toThrow(/EEXIST|ENOTDIR/u);
    }
    expect(readdirSync(root.path)).toEqual(['file']);
  });

  it.skipIf(!existsSync('/proc/self'))(
    'ends where the system refuses a folder as if the one above were missing',
    () => {
      expect(() => makeFolder('/proc/genglossary/glossary')).toThrow('ENOENT');
    },
  );
});
