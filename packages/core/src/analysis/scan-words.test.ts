import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { awkwardTexts } from '../testing/conformance/analyzer.ts';
import { createWordFinder } from './find-word.ts';
import { scanWords, type ScannedWord } from './scan-words.ts';

function foundOneByOne(text: string): ScannedWord[] {
  const findWord = createWordFinder(text);
  const words: ScannedWord[] = [];
  for (let word = findWord(0); word !== undefined; word = findWord(word.end)) words.push(word);
  return words;
}

const pieces = fc.constantFrom(
  ...Object.values(awkwardTexts),
  ...'abzABZ09_ .,;:!?()"\'’-/~#+@\n\t\u00a0é漢\ud83d'.split(''),
  'Keel',
  'NASA',
  'iOS',
  'APIs',
  'aBc',
  'Ab',
  'https:',
  'https://a.b',
  'TCP/IP',
  '..',
  'C++',
  'e.g.',
  '. ',
  ' ./a',
);

test('plain words, which are told apart by a shortcut, are those of the expression', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      expect(scanWords(text)).toEqual(foundOneByOne(text));
    }),
    { numRuns: 1000 },
  );
});
