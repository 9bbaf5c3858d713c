import type { Word } from './split-into-words.ts';

/**
 * A word without the punctuation that a tokenizer left on it: the marks become words of their own, which end a phrase.
 * What a name may carry stays: "C++", "F#", the point of an abbreviation. Linking words keep their apostrophe.
 */
export function peelMarks(word: Word): Word | readonly Word[] {
  if (word.class === '-' || word.class === 'o' || PLAIN.test(word.text)) return word;
  const before = LEADING.exec(word.text)?.[0].length ?? 0;
  const after = TRAILING.exec(word.text.slice(before))?.[0].length ?? 0;
  if (before === 0 && after === 0) return word;
  const start = word.start + before;
  const end = word.end - after;
  const text = word.text.slice(before, word.text.length - after);
  const mark = (from: number, to: number): readonly Word[] =>
    from === to
      ? []
      : [{ start: from, end: to, text: word.text.slice(from - word.start, to - word.start), class: '-' }];
  return [
    ...mark(word.start, start),
    ...(text === '' ? [] : [{ start, end, text, class: word.class }]),
    ...mark(end, word.end),
  ];
}

/** Most words have no mark at all. */
const PLAIN = /^[A-Za-z]+$/u;
/** A long vowel mark lengthens the letter before it; without one it is a dash. */
const LEADING = /^[^\p{L}\p{N}ー]*ー*[^\p{L}\p{N}]*/u;
const TRAILING = /[^\p{L}\p{M}\p{N}.+#]+$/u;
