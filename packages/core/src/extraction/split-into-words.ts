import type { LanguageTag, PartOfSpeech, Sentence, Token } from '../domain/index.ts';
import { foldText } from '../text/normal-form.ts';

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
}

/** The words of a sentence that is written with spaces: elided articles and loose punctuation come off. */
export function splitIntoWords(prose: string, sentence: Sentence): Word[] {
  const { language } = sentence;
  const words: Word[] = [];
  for (const token of sentence.tokens) {
    let { start } = token;
    const surface = prose.slice(start, token.end);
    const elided = ELIDING.has(language) ? ELISION.exec(surface) : null;
    if (elided !== null) {
      const end = start + elided[0].length;
      words.push({ start, end, text: elided[0], class: isLink(elided[0], language) ? 'o' : '-' });
      start = end;
    }
    words.push({
      start,
      end: token.end,
      text: prose.slice(start, token.end),
      class: classOf(token, prose.slice(start, token.end), language),
    });
  }
  return words;
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

function classOf({ partOfSpeech }: Token, surface: string, language: LanguageTag): WordClass {
  if (isLink(surface, language)) return 'o';
  if (!/\p{L}/u.test(surface)) return /^\p{N}/u.test(surface) ? 'd' : '-';
  if (/[/\\<>{}=|@]|^[-.]/u.test(surface) && !/^\p{Lu}+(?:\/\p{Lu}+)+$/u.test(surface)) return '-';
  if (partOfSpeech === 'VERB') return language === 'en' && /(?:ing|ed)$/iu.test(surface) ? 'g' : 'v';
  if (partOfSpeech === 'NUM') return /^\p{L}+$/u.test(surface) ? '-' : 'n';
  return CLASSES[partOfSpeech] ?? '-';
}

const CLASSES: Readonly<Partial<Record<PartOfSpeech, WordClass>>> = { NOUN: 'n', PROPN: 'p', ADJ: 'a' };
