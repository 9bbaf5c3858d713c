import { documentId } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import { countFrom, csvOf, leastCovered, shareOf } from './measures.ts';

describe('figures of a glossary', () => {
  it('count a share of nothing as nothing', () => {
    expect(shareOf({ mentions: 0, defined: 0 })).toBe(0);
    expect(shareOf({ mentions: 8, defined: 6 })).toBe(0.75);
  });

  it('name documents by what is left to define in them, and leave out those that are covered', () => {
    const found = leastCovered([row('a', 9, 9), row('b', 5, 1), row('c', 20, 10)], 5);
    expect(found.map(({ name }) => name)).toEqual(['c', 'b']);
  });

  it('count the definitions from a confidence on', () => {
    expect(countFrom([1, 0, 0, 0, 0, 0, 0, 4, 2, 1], 0.7)).toBe(7);
  });
});

describe('a table as a file', () => {
  it('quotes what holds commas and quotation marks', () => {
    expect(csvOf(['term', 'times'], [['say "aye", then', 3]])).toBe('term,times\r\n"say ""aye"", then",3\r\n');
  });

  it('holds no formula', () => {
    expect(csvOf(['term'], [['=1+1']])).toBe("term\r\n'=1+1\r\n");
    expect(csvOf(['term'], [[-3]])).toBe('term\r\n-3\r\n');
  });
});

function row(name: string, mentions: number, defined: number) {
  return { id: documentId(name), name, mentions, defined };
}
