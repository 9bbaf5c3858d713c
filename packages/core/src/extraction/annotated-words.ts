import type { Prose } from '../domain/index.ts';

/** A word whose reading its author gives: who does so expects that readers do not know it. */
export interface AnnotatedWord {
  /** Offsets of the word in the prose. */
  readonly start: number;
  readonly end: number;
  readonly reading: string;
}

/** Chinese characters and their reading in parentheses: 「灯台（とうだい）」. Katakana there is another word for the same. */
const IN_PARENTHESES = /(?<word>[\p{sc=Han}々〆ヶ]{1,12})[（(](?<reading>[\p{sc=Hiragana}ー]{2,24})[）)]/gu;

/** In prose order: words with ruby, and words that their reading follows in parentheses. */
export function annotatedWords({ text, marks }: Prose): readonly AnnotatedWord[] {
  const words: AnnotatedWord[] = [];
  for (const { kind, start, end, value } of marks) {
    if (kind === 'ruby' && value !== '') words.push({ start, end, reading: value });
  }
  for (const { index, groups } of text.matchAll(IN_PARENTHESES)) {
    const { word = '', reading = '' } = groups ?? {};
    // Each character has a sound at least; with fewer, what stands before is longer than the word that is read.
    if (reading.length >= word.length) words.push({ start: index, end: index + word.length, reading });
  }
  return words.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
