import { describe, expect, it } from 'vitest';
import { pastedFile } from './pasted-file.ts';

describe('pasted text', () => {
  it.each([
    ['Harbour rules', 'Boats wait.', 'Harbour rules.md'],
    ['', '# Tide tables\n\nA tide table lists tides.', 'Tide tables.md'],
    ['  ', '\n\n潮位表は潮の高さを示す。', '潮位表は潮の高さを示す。.md'],
    ['a/b: "c"?', 'x', 'a b c.md'],
    ['..hidden', 'x', 'hidden.md'],
    ['', '***', 'text.md'],
  ])('titled %j is a document of a name that files can have', async (title, text, path) => {
    const pasted = pastedFile(title, text);
    expect(pasted.path).toBe(path);
    expect(await pasted.file.text()).toBe(text);
  });

  it('is named by no more than a line of its title, whole characters all', () => {
    expect(pastedFile('😀'.repeat(200), 'x').path).toBe(`${'😀'.repeat(80)}.md`);
  });
});
