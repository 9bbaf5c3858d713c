import { describe, expect, it } from 'vitest';
import { readImport } from './read-import.ts';

describe('several names in one cell', () => {
  it.each([';', '；', '|', '、', '\n'])('are parted at %j', (sign) => {
    const content = `term,synonyms\ncapstan,"winch${sign}windlass"\n`;
    const [entry] = readImport({ fileName: 'terms.csv', content }).entries;
    expect(entry?.names.map(({ text }) => text)).toEqual(['capstan', 'winch', 'windlass']);
  });
});
