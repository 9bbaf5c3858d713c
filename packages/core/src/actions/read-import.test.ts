import { describe, expect, it } from 'vitest';
import { atOnce } from '../runtime/in-slices.ts';
import { type ImportFile, readImport } from './read-import.ts';

const read = (file: ImportFile) => atOnce(readImport(file));

describe('several names in one cell', () => {
  it.each([';', '；', '|', '、', '\n'])('are parted at %j', (sign) => {
    const content = `term,synonyms\ncapstan,"winch${sign}windlass"\n`;
    const [entry] = read({ fileName: 'terms.csv', content }).entries;
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
  ])('is refused instead of being read line by line: %s', (fileName, content) => {
    expect(() => read({ fileName, content })).toThrow(expect.objectContaining({ code: 'import/invalid' }));
  });

  it('is named as what it is where it is a workbook', () => {
    const content = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]);
    expect(() => read({ fileName: 'terms.xlsx', content })).toThrow('it is a workbook or another packed file');
  });

  it('is not meant by a table that speaks of marks', () => {
    const { entries } = read({ fileName: 'tags.txt', content: 'term,definition\n<dfn>,marks a term\n' });
    expect(entries.map(({ names }) => names[0]?.text)).toEqual(['<dfn>']);
  });
});
