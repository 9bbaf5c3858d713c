import type { LanguageTag, Mark } from '../domain/index.ts';
import { foldText, normalForm, singular } from '../text/normal-form.ts';
import { remembering } from '../text/remembering.ts';
import type { AnnotatedWord } from './annotated-words.ts';
import { phraseText, type WordSpan } from './find-phrases.ts';
import { NOTHING_BETWEEN } from './document-mentions.ts';
import { isDeterminer, type Word, type WordClass } from './split-into-words.ts';

/** The name of a thing that a document defines. */
export interface Definiendum {
  readonly language: LanguageTag;
  /** As it was written, without article. */
  readonly subject: string;
  /** Its normal form. */
  readonly subjectKey: string;
}

export type NameFinder = (words: readonly Word[], language: LanguageTag) => WordSpan[];

/** The words of a document that it gives readings of: 「灯守」 is a name wherever it stands, though 灯 and 守 are words. */
export function annotatedNames(text: string, annotations: readonly AnnotatedWord[]): readonly Definiendum[] {
  const words = new Set(annotations.map(({ start, end }) => text.slice(start, end)));
  return [...words].filter((word) => COMPOUND.test(word)).map((word) => nameIn('ja', word));
}

const COMPOUND = /^[\p{sc=Han}\p{sc=Katakana}々ー]{2,}$/u;

function nameIn(language: LanguageTag, subject: string): Definiendum {
  return { language, subject, subjectKey: normalForm(subject, language) };
}

/** Names of more words are titles and clauses. */
const MOST_WORDS = 6;

/**
 * Finds the names that a document defines wherever they stand in it, whatever its tagger made of their words ("late" in
 * "late alert" an adverb, "bake" in "bake plan" a verb). Cost: the words, times the few names that begin with one of them.
 */
export function createNameFinder(definienda: readonly Definiendum[]): NameFinder {
  const keys = new Set(definienda.map(({ language, subjectKey }) => `${language} ${subjectKey}`));
  const openings = new Set(definienda.map(({ language, subjectKey }) => `${language} ${opening(subjectKey)}`));
  if (keys.size === 0) return () => [];
  const openersOf = remembering((language) =>
    remembering((text) => PROPER.test(text) && openings.has(`${language} ${opening(text)}`)),
  );
  return (words, language) => {
    const mayOpen = openersOf(language);
    const spans: WordSpan[] = [];
    for (let first = 0; first < words.length; first += 1) {
      if (!mayOpen((words[first] as Word).text)) continue;
      // The longest name wins, and nothing inside it is a name of its own there.
      for (let last = Math.min(words.length, first + MOST_WORDS); last > first; last -= 1) {
        if (!PROPER.test((words[last - 1] as Word).text)) continue;
        const text = phraseText(words, { first, last }).replaceAll(NOTHING_BETWEEN, '');
        if (!keys.has(`${language} ${normalForm(text, language)}`)) continue;
        spans.push({ first, last });
        first = last - 1;
        break;
      }
    }
    return spans;
  };
}

/** What a name may begin and end with: no dash, no "'s", which mean nothing in a normal form. */
const PROPER = /^[\p{L}\p{N}]/u;

/** What the first word of a name and the name have in common: that word, or where words have no spaces its first letter. */
function opening(text: string): string {
  const folded = foldText(text);
  // Where scripts meet, a word ends: 「2番杭」, 「APIゲート」.
  const [first = ''] = folded.split(/[-_\s\u2010-\u2015]|(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u);
  return /^[\p{sc=Latin}\p{N}]/u.test(first) ? singular(first.replace(/'s?$/u, '')) : folded.slice(0, 1);
}

/**
 * What an author has marked and a determiner introduces is the name of a thing ("the **bake plan** hangs …"), if it ends
 * like one.
 */
export function markedNames(words: readonly Word[], marks: readonly Mark[], language: LanguageTag): WordSpan[] {
  return marks.flatMap(({ kind, start, end }): WordSpan[] => {
    if (kind !== 'strong' && kind !== 'emphasis' && kind !== 'term') return [];
    const first = firstFrom(words, start);
    const last = firstFrom(words, end);
    const head = words[last - 1];
    if (first < 1 || head === undefined || last - first < 2 || last - first > MOST_MARKED) return [];
    if (!isDeterminer(words[first - 1]?.text ?? '', language) || !'np'.includes(head.class)) return [];
    const isName = words.slice(first, last).every(({ text }) => /^\p{L}[\p{L}\p{M}\p{N}'’-]*$/u.test(text));
    return isName ? [{ first, last }] : [];
  });
}

const MOST_MARKED = 4;

/** The words with those of each name as parts of one noun phrase, which they are. */
export function asNames(words: readonly Word[], names: readonly WordSpan[]): readonly Word[] {
  if (names.length === 0) return words;
  const changed = [...words];
  for (const { first, last } of names) {
    // What a single word is, its sentence says best.
    if (last - first < 2) continue;
    for (let index = first; index < last; index += 1) {
      const word = changed[index] as Word;
      const own = index === last - 1 ? asHead(word.class) : asPart(word.class, index === first);
      if (own !== word.class) changed[index] = { ...word, class: own };
    }
  }
  return changed;
}

function asHead(own: WordClass): WordClass {
  return own === 'n' || own === 'p' || own === 'g' ? own : 'n';
}

function asPart(own: WordClass, isFirst: boolean): WordClass {
  if (own === '-' || own === 'v' || (isFirst && (own === 'o' || own === 'd'))) return 'a';
  return own;
}

/** Index of the first word that starts at `start` or later: a sentence may have as many marks as words. */
export function firstFrom(words: readonly Word[], start: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Word).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
