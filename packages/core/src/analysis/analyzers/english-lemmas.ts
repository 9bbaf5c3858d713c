import type { PartOfSpeech } from '../../domain/index.ts';
import { foldText, singular } from '../../text/normal-form.ts';
import { remembering } from '../../text/remembering.ts';

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

/** Looks up dictionary forms of English words; the answer depends on the word and its part of speech alone. */
export function createEnglishLemmatizer(
  known: ReadonlySet<string>,
  irregular: IrregularForms,
): (word: string, partOfSpeech: PartOfSpeech) => string {
  const lookUp = (word: string, partOfSpeech: PartOfSpeech): string => {
    if (partOfSpeech === 'NOUN') {
      return own(irregular.nouns, word) ?? detach(word, NOUN_RULES, known) ?? singular(word);
    }
    if (partOfSpeech === 'VERB' || partOfSpeech === 'AUX') {
      return own(irregular.verbs, word) ?? detach(word, VERB_RULES, known) ?? word;
    }
    if (partOfSpeech !== 'ADJ') return word;
    return own(irregular.adjectives, word) ?? (known.has(word) ? word : (detach(word, ADJECTIVE_RULES, known) ?? word));
  };
  // A memory for each part of speech: to make one key of two for each word of a text costs more than to look it up.
  const memories = new Map<PartOfSpeech, (word: string) => string>();
  return (word, partOfSpeech) => {
    let lemmaOf = memories.get(partOfSpeech);
    if (lemmaOf === undefined) {
      lemmaOf = remembering((one) => lookUp(foldText(one), partOfSpeech));
      memories.set(partOfSpeech, lemmaOf);
    }
    return lemmaOf(word);
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
