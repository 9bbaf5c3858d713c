import { describe, expect, it } from 'vitest';
import { readImport } from './read-import.ts';

describe('several names in one cell', () => {
  it.each([';', '；', '|', '、', '\n'])('are parted at %j', async (sign) => {
    const content = `term,synonyms\ncapstan,"winch${sign}windlass"\n`;
    const {
      entries: [entry],
    } = await readImport({ fileName: 'terms.csv', content });
    expect(entry?.names.map(({ text }) => text)).toEqual(['capstan', 'winch', 'windlass']);
  });
});

describe('what is no table', () => {
  it.each([
    ['glossary.html', '<!doctype html>\n<html>\n<meta name="generator" content="GenGlossary">\n'],
    ['glossary.txt', '# Glossary\n\n## C\n\n[//]: # (GenGlossary)\n'],
    ['memory.tmx', '<tmx version="1.4"></tmx>\n'],
    ['feed.xml', '<?xml version="1.0"?>\n<feed></feed>\n'],
    ['terms.csv', '<html><body><table><tr><td>capstan</td></tr></table></body></html>'],
    ['terms.md', '# Capstan\n\nA capstan turns.\n'],
  ])('is refused instead of being read line by line: %s', async (fileName, content) => {
    await expect(readImport({ fileName, content })).rejects.toThrow(
      expect.objectContaining({ code: 'import/invalid' }),
    );
  });

  it('is named as what it is where it is a workbook', async () => {
    const content = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]);
    await expect(readImport({ fileName: 'terms.xlsx', content })).rejects.toThrow(
      'it is a workbook or another packed file',
    );
  });

  it('is not meant by a table that speaks of marks', async () => {
    const { entries } = await readImport({ fileName: 'tags.txt', content: 'term,definition\n<dfn>,marks a term\n' });
    expect(entries.map(({ names }) => names[0]?.text)).toEqual(['<dfn>']);
  });
});
