import { NOTHING_BETWEEN } from './document-mentions.ts';
import type { Word } from './split-into-words.ts';

/** Half-open range of word indices. */
export interface WordSpan {
  readonly first: number;
  readonly last: number;
}

const LONGEST = 8;

/**
 * The longest runs of words that may name something: nouns with what stands before them, runs tied by a linking word
 * ("act of kindness"), and single verbs (taggers take many a rare noun for one). Numbers and linking words are only
 * inside a run; a run is cut after eight words, so that lists without commas stay cheap.
 */
export function findPhrases(words: readonly Word[], adjectivesFollow: boolean): WordSpan[] {
  const spans: WordSpan[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const start = classAt(words, first);
    if (start === 'v') spans.push({ first, last: first + 1 });
    if (!OPENING.has(start)) continue;
    let last = first + 1;
    while (last < words.length && last - first < LONGEST) {
      const step = stepFrom(words, last);
      if (step === 0 || last + step - first > LONGEST) break;
      last += step;
    }
    let end = last;
    while (end > first + 1 && !closes(words, end - 1, adjectivesFollow)) end -= 1;
    spans.push({ first, last: end });
    // Adjectives and participles that were cut off the end stand for themselves.
    for (let rest = end; rest < last; rest += 1) {
      if (OPENING.has(classAt(words, rest))) spans.push({ first: rest, last: rest + 1 });
    }
    first = last - 1;
  }
  return spans;
}

const OPENING: ReadonlySet<string> = new Set(['n', 'p', 'a', 'g']);

/** How many words the run may grow by at `index`: one inside a noun run, more over a linking word and what it ties. */
function stepFrom(words: readonly Word[], index: number): number {
  const next = classAt(words, index);
  if (OPENING.has(next) || next === 'd') return 1;
  if (next !== 'o' || !'np'.includes(classAt(words, index - 1))) return 0;
  let step = 1;
  while (step < 3 && classAt(words, index + step) === 'o') step += 1;
  if (words[index + step]?.text.toLowerCase() === 'the') step += 1;
  return OPENING.has(classAt(words, index + step)) ? step + 1 : 0;
}

function closes(words: readonly Word[], index: number, adjectivesFollow: boolean): boolean {
  const last = classAt(words, index);
  return last === 'n' || last === 'p' || last === 'g' || last === 'd' || (adjectivesFollow && last === 'a');
}

function classAt(words: readonly Word[], index: number): string {
  return words[index]?.class ?? '-';
}

/** The words of a span as one string; a tab marks where the text has nothing between two words. */
export function phraseText(words: readonly Word[], { first, last }: WordSpan): string {
  let text = words[first]?.text ?? '';
  for (let index = first + 1; index < last; index += 1) {
    const word = words[index] as Word;
    text += (word.start === words[index - 1]?.end ? NOTHING_BETWEEN : ' ') + word.text;
  }
  return text;
}
