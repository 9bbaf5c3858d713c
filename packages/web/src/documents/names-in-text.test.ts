import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NamesInText } from './names-in-text.ts';

const found = (names: readonly string[], text: string) =>
  new NamesInText(names).in(text).map(({ start, end }) => text.slice(start, end));

describe('names in a text', () => {
  it('are found whatever their case, and not inside other words', () => {
    expect(found(['tide gate'], 'Tide gates are shut; the tide gate is not. A TIDE GATE.')).toEqual([
      'tide gate',
      'TIDE GATE',
    ]);
  });

  it('are found where no space stands between words', () => {
    expect(found(['水門'], '大きな水門を閉じる')).toEqual(['水門']);
  });

  it('are the longest that begin at a place', () => {
    expect(found(['gate', 'gate keeper'], 'The gate keeper waits at the gate.')).toEqual(['gate keeper', 'gate']);
  });

  it('never overlap, and each is one of those that were asked for', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '潮'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), fc.array(word, { maxLength: 20 }), (names, words) => {
        const text = words.join(' ');
        let end = 0;
        for (const range of new NamesInText(names).in(text)) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(names).toContain(text.slice(range.start, range.end));
          end = range.end;
        }
      }),
    );
  });
});
