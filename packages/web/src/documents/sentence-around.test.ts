import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAround } from './sentence-around.ts';

const around = (text: string, word: string, language = 'en') => {
  const { start, end } = sentenceAround(text, { start: text.indexOf(word) }, language);
  return text.slice(start, end);
};

describe('the sentence around a place', () => {
  it('goes through the lines of its paragraph, and no further', () => {
    const text = '# Lamps\n\nThe lamp is lit. A keeper\ntrims the wick. It burns.\n\nThe bell rings.';
    expect(around(text, 'wick')).toBe('A keeper\ntrims the wick.');
    expect(around(text, 'burns')).toBe('It burns.');
    expect(around(text, 'Lamps')).toBe('# Lamps');
    expect(around(text, 'bell')).toBe('The bell rings.');
  });

  it('keeps the readings of a Japanese text, whose paragraphs begin with a wide space', () => {
    const text = '　霜見台《しもみだい》は見張りの塔である。朝は寒い。\n　灯台守が登る。';
    expect(around(text, '見張り', 'ja')).toBe('霜見台《しもみだい》は見張りの塔である。');
    expect(around(text, '灯台守', 'ja')).toBe('灯台守が登る。');
  });

  it('takes an item of a list by itself', () => {
    expect(around('- the lamp\n- the bell\n', 'bell')).toBe('- the bell');
  });

  it('holds the place, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '.', ' ', '\n', '。', '-'), minLength: 1 }),
        fc.nat(),
        (text, at) => {
          const start = at % text.length;
          const range = sentenceAround(text, { start }, 'en');
          if (text[start]?.trim() !== '') {
            expect(range.start).toBeLessThanOrEqual(start);
            expect(range.end).toBeGreaterThan(start);
          }
        },
      ),
    );
  });
});
