import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../runtime/in-slices.ts';
import { createWordFinder } from './find-words.ts';
import { textPieces } from './text-pieces.ts';

function placesOf(words: string, text: string, most = 100): readonly string[] {
  const found = createWordFinder(words)?.places(text, atOnce(textPieces(text)), most) ?? [];
  return found.map(({ start, end }) => text.slice(start, end));
}

function countOf(words: string, text: string): number {
  return createWordFinder(words)?.count(atOnce(textPieces(text))) ?? 0;
}

describe('words in a text', () => {
  it.each([
    ['サーバ', 'ｻｰﾊﾞとサーバーとサ ー バ', ['ｻｰﾊﾞ', 'サーバ', 'サ ー バ']],
    ['台', '灯台、台風', ['台', '台']],
    ['Api', 'ＡＰＩ api', ['ＡＰＩ', 'api']],
    ['load-', 'load-balancer', ['load']],
    ['-', 'a - b', ['-']],
    ['データ・', 'データ・センター', ['データ']],
    ['fi', 'ﬁne', ['ﬁ']],
    ['aa', 'aaaaa', ['aa', 'aa']],
    [' ', 'a b', []],
  ])('%s is found in %s', (words, text, found) => {
    expect(placesOf(words, text)).toEqual(found);
    expect(countOf(words, text)).toBe(found.length);
  });

  it('are all counted, however few are shown', () => {
    const text = `${'lamp '.repeat(4000)}\n\n`.repeat(3);
    expect(countOf('lamp', text)).toBe(12_000);
    expect(placesOf('lamp', text, 2)).toHaveLength(2);
  });

  it('are found wherever they stand, whatever is around them', () => {
    const part = constantFrom('灯台', 'ｻｰﾊﾞ', 'API', ' ', '\n', '。', '-');
    const wanted = array(constantFrom('灯台', 'ｻｰﾊﾞ', 'API'), { minLength: 1, maxLength: 3 });
    assert(
      property(array(part), wanted, array(part), (before, words, after) => {
        expect(countOf(words.join(''), [...before, ...words, ...after].join(''))).toBeGreaterThan(0);
      }),
    );
  });
});
