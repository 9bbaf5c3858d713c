import { assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseProse } from './analyse-prose.ts';
import { cutLongBlock, isRubble } from './cut-long-block.ts';

const piecesOf = (text: string, longest: number): string[] =>
  [...cutLongBlock(text, { longest })].map(({ start, end }) => text.slice(start, end));

describe('a long block', () => {
  it('is cut after sentences, else between words, else anywhere', () => {
    expect(piecesOf('The gate shuts. The tide rises. It rains.', 34)).toEqual([
      'The gate shuts. The tide rises. ',
      'It rains.',
    ]);
    expect(piecesOf('one two three four five', 12)).toEqual(['one two ', 'three four ', 'five']);
    expect(piecesOf('潮門は閉じる。潮が満ちる。', 10)).toEqual(['潮門は閉じる。', '潮が満ちる。']);
    expect(piecesOf('xxxxxxxxxx', 4)).toEqual(['xxxx', 'xxxx', 'xx']);
  });

  it('loses nothing, and no character is cut in two', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 200 }), integer({ min: 2, max: 30 }), (text, longest) => {
        const pieces = piecesOf(text, longest);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(longest);
          expect(piece.isWellFormed()).toBe(text.isWellFormed());
        }
      }),
    );
  });

  it('gives sentences at their places in the whole', async () => {
    const sentence = 'The tide gate closes before high water. ';
    const text = sentence.repeat(3_000).trim();
    const block = {
      kind: 'paragraph',
      start: 0,
      end: text.length,
      level: 0,
      section: -1,
      row: -1,
      column: -1,
    } as const;
    const alignment = { prose: [], proseLength: [], original: [], originalLength: [] };
    const { sentences } = await analyseProse({ text, blocks: [block], marks: [], alignment }, { language: 'nl' });
    expect(sentences).toHaveLength(3_000);
    expect(sentences.every(({ start, end }) => text.slice(start, end) === sentence.trim())).toBe(true);
  });

  it('that hardly has a letter among its marks is rubble, a short one never', () => {
    expect(isRubble('*[_`'.repeat(20_000))).toBe(true);
    expect(isRubble('*[_`'.repeat(20))).toBe(false);
    expect(isRubble('Gates, gates; gates. '.repeat(5_000))).toBe(false);
  });
});
