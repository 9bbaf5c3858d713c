import { describe, expect, it } from 'vitest';
import { validateDocumentName } from './document-name.ts';

describe('the name of a document', () => {
  it.each([
    ['./a//b.md', 'a/b.md'],
    ['notes..md', 'notes..md'],
    ['か\u3099ま.md', 'がま.md'],
  ])('%j is kept as %j', (name, kept) => {
    expect(validateDocumentName(name)).toBe(kept);
  });

  it.each([
    '',
    '.',
    '/a.md',
    'a\\b.md',
    '../a.md',
    'a/../b.md',
    'a\u0000.md',
    'a\u200b.md',
    'a:b.md',
    'a／b.md',
    'a /b.md',
    'a.',
    'a\u202f',
    'con.tar.md',
    'aux/b.md',
    `${'x'.repeat(256)}.md`,
    '\ud800.md',
    'a/'.repeat(600),
  ])('%j is refused', (name) => {
    expect(() => validateDocumentName(name)).toThrowError(expect.objectContaining({ code: 'document/invalid-name' }));
  });
});
