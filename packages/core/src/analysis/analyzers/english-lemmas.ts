import type { PartOfSpeech } from '../../domain/index.ts';
import { singular } from '../../text/normal-form.ts';

/** Irregular form → dictionary form, lower case. */
export interface IrregularForms {
  readonly nouns: Readonly<Record<string, string>>;
  readonly verbs: Readonly<Record<string, string>>;
  readonly adjectives: Readonly<Record<string, string>>;
}

type Rule = readonly [ending: string, replacement: string];

/** Detachment rules in the manner of WordNet's morphy: the first result that is a known word wins. */
const NOUN_RULES: readonly Rule[] = [
  ['s', ''],
  ['ses', 's'],
  ['xes', 'x'],
  ['zes', 'z'],
  ['ches', 'ch'],
  ['shes', 'sh'],
  ['ies', 'y'],
  ['ves', 'f'],
  ['men', 'man'],
];
const VERB_RULES: readonly Rule[] = [
  ['ies', 'y'],
  ['s', ''],
  ['es', 'e'],
  ['es', ''],
  ['ied', 'y'],
  ['ed', 'e'],
  ['ed', ''],
  ['ing', 'e'],
  ['ing', ''],
];
const ADJECTIVE_RULES: readonly Rule[] = [
  ['iest', 'y'],
  ['ier', 'y'],
  ['est', 'e'],
  ['est', ''],
  ['er', 'e'],
  ['er', ''],
];

/** A memory of this many word forms serves nearly every word of a corpus; beyond it the oldest half is forgotten. */
const MEMORY = 50_000;

/** Looks up dictionary forms of lower-case English words; the answer depends on the word and its part of speech alone. */
export function createEnglishLemmatizer(
  known: ReadonlySet<string>,
  irregular: IrregularForms,
): (foldedWord: string, partOfSpeech: PartOfSpeech) => string {
  const lookUp = (word: string, partOfSpeech: PartOfSpeech): string => {
    if (partOfSpeech === 'NOUN') {
      return own(irregular.nouns, word) ?? detach(word, NOUN_RULES, known) ?? singular(word);
    }
    if (partOfSpeech === 'VERB' || partOfSpeech === 'AUX') {
      return own(irregular.verbs, word) ?? detach(word, VERB_RULES, known) ?? word;
    }
    return own(irregular.adjectives, word) ?? (known.has(word) ? word : (detach(word, ADJECTIVE_RULES, known) ?? word));
  };
  const memory = new Map<string, string>();
  return (word, partOfSpeech) => {
    if (partOfSpeech !== 'NOUN' && partOfSpeech !== 'VERB' && partOfSpeech !== 'AUX' && partOfSpeech !== 'ADJ')
      return word;
    const key = `${partOfSpeech} ${word}`;
    const remembered = memory.get(key);
    if (remembered !== undefined) return remembered;
    if (memory.size >= MEMORY) memory.clear();
    const lemma = lookUp(word, partOfSpeech);
    memory.set(key, lemma);
    return lemma;
  };
}

function own(forms: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(forms, word) ? forms[word] : undefined;
}

function detach(word: string, rules: readonly Rule[], known: ReadonlySet<string>): string | undefined {
  if (/(?:ss|us|is)$/u.test(word)) return undefined;
  for (const [ending, replacement] of rules) {
    if (word.length < ending.length + 2 || !word.endsWith(ending)) continue;
    const stem = word.slice(0, word.length - ending.length) + replacement;
    if (known.has(stem)) return stem;
  }
  return undefined;
}
