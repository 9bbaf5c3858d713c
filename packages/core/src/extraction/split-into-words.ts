import type { LanguageTag, PartOfSpeech, Sentence, Token } from '../domain/index.ts';
import { foldText } from '../text/normal-form.ts';
import { remembering } from '../text/remembering.ts';

/**
 * What a word can do in a phrase: `n` common noun, `p` proper noun, `a` adjective, `g` participle or gerund, `v` other
 * verb form, `d` number, `o` linking word ("of", "de"), `-` anything that ends a phrase.
 */
export type WordClass = 'n' | 'p' | 'a' | 'g' | 'v' | 'd' | 'o' | '-';

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly class: WordClass;
  readonly reading?: string;
  /** Japanese: the words before it narrow it down ("…の", a verb, "その"). */
  readonly isModified?: true;
  /** Japanese: a particle makes it what the sentence speaks of (は, が, を, も). */
  readonly isArgument?: true;
}

/** The words of a sentence that is written with spaces: elided articles and loose punctuation come off. */
export function splitIntoWords(prose: string, sentence: Sentence): Word[] {
  const { language } = sentence;
  const classOf = classesOf(language);
  const elides = ELIDING.has(language);
  const words: Word[] = [];
  for (const token of sentence.tokens) {
    let { start } = token;
    let text = prose.slice(start, token.end);
    const elided = elides ? ELISION.exec(text) : null;
    if (elided !== null) {
      const end = start + elided[0].length;
      words.push({ start, end, text: elided[0], class: isLink(elided[0], language) ? 'o' : '-' });
      start = end;
      text = prose.slice(start, token.end);
    }
    const isNoun = language === 'en' && disagrees(token, text, words.at(-1));
    words.push({ start, end: token.end, text, class: isNoun ? 'n' : classOf(token.partOfSpeech)(text) });
  }
  return words;
}

/**
 * A verb in its base form right after a singular noun does not agree with it: the tagger took the second noun of a
 * compound ("the signal block of") for a verb.
 */
function disagrees({ partOfSpeech, lemma }: Token, text: string, before: Word | undefined): boolean {
  if (partOfSpeech !== 'VERB' || before?.class !== 'n') return false;
  return lemma === text && !/(?:s|ed|ing)$/u.test(text) && !/s$/iu.test(before.text);
}

const ELIDING: ReadonlySet<LanguageTag> = new Set(['fr', 'it', 'ca']);
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|all|dell|nell|dall|sull|quell)['’](?=\p{L})/iu;

/** Words that tie a noun to the noun that it belongs to. A few per language; elsewhere phrases stop at every such word. */
const LINKS: Readonly<Record<LanguageTag, ReadonlySet<string>>> = {
  en: new Set(['of']),
  fr: new Set(['de', 'du', 'des', "d'", "l'", 'à', 'au', 'aux', 'en', 'la', 'le', 'les']),
  nl: new Set(['van', 'de', 'het', 'der']),
  es: new Set(['de', 'del', 'la', 'el']),
  pt: new Set(['de', 'do', 'da', 'dos', 'das']),
  it: new Set(['di', 'del', 'della', "dell'", 'dei', 'delle']),
  ca: new Set(['de', 'del', "d'", 'dels']),
};

function isLink(surface: string, language: LanguageTag): boolean {
  return LINKS[language]?.has(foldText(surface)) ?? false;
}

/** Words after which a noun phrase begins. Articles foremost: for languages without a tagger they are what tells nouns. */
const DETERMINERS: Readonly<Record<LanguageTag, ReadonlySet<string>>> = {
  en: new Set(['a', 'an', 'the', 'this', 'these', 'each', 'every', 'its', 'their', 'your', 'any', 'no', 'some']),
  fr: new Set([
    "l'",
    'la',
    'le',
    'les',
    'un',
    'une',
    'des',
    'du',
    'au',
    'aux',
    "d'",
    'ce',
    'cet',
    'cette',
    'ces',
    'son',
    'sa',
    'ses',
    'leur',
    'leurs',
  ]),
  nl: new Set(['de', 'het', 'een', 'dit', 'deze', 'die', 'zijn', 'haar', 'hun', 'geen', 'elke', 'elk']),
  de: new Set([
    'der',
    'die',
    'das',
    'den',
    'dem',
    'des',
    'ein',
    'eine',
    'einen',
    'einem',
    'einer',
    'eines',
    'kein',
    'keine',
  ]),
  es: new Set(['el', 'la', 'los', 'las', 'un', 'una', 'unos', 'unas', 'del', 'al', 'este', 'esta', 'su', 'sus']),
  pt: new Set(['o', 'a', 'os', 'as', 'um', 'uma', 'do', 'da', 'dos', 'das', 'no', 'na', 'ao', 'seu', 'sua']),
  it: new Set([
    'il',
    'lo',
    'la',
    'i',
    'gli',
    'le',
    "l'",
    'un',
    'uno',
    'una',
    'del',
    'della',
    "dell'",
    'dei',
    'delle',
    'al',
    'alla',
    'nel',
  ]),
  sv: new Set(['en', 'ett', 'den', 'det', 'de']),
  da: new Set(['en', 'et', 'den', 'det', 'de']),
};

export function isDeterminer(surface: string, language: LanguageTag): boolean {
  return DETERMINERS[language]?.has(foldText(surface)) ?? false;
}

/** The class of a word by its part of speech: remembered, for what a word is made of is asked in several ways. */
const classesOf = remembering((language: LanguageTag) => {
  const memories = new Map<PartOfSpeech, (surface: string) => WordClass>();
  return (partOfSpeech: PartOfSpeech): ((surface: string) => WordClass) => {
    let classOf = memories.get(partOfSpeech);
    if (classOf === undefined) {
      classOf = remembering((surface) => classIn(language, partOfSpeech, surface));
      memories.set(partOfSpeech, classOf);
    }
    return classOf;
  };
});

function classIn(language: LanguageTag, partOfSpeech: PartOfSpeech, surface: string): WordClass {
  if (isLink(surface, language)) return 'o';
  if (!/\p{L}/u.test(surface)) return /^\p{N}/u.test(surface) ? 'd' : '-';
  if (/[/\\<>{}=|@]|^[-.]/u.test(surface) && !/^\p{Lu}+(?:\/\p{Lu}+)+$/u.test(surface)) return '-';
  if (partOfSpeech === 'VERB') return language === 'en' && /(?:ing|ed)$/iu.test(surface) ? 'g' : 'v';
  if (partOfSpeech === 'NUM') return /^\p{L}+$/u.test(surface) ? '-' : 'n';
  return CLASSES[partOfSpeech] ?? '-';
}

const CLASSES: Readonly<Partial<Record<PartOfSpeech, WordClass>>> = { NOUN: 'n', PROPN: 'p', ADJ: 'a' };
