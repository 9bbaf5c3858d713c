import { repeatsName } from './assess-match.ts';
import { definitionLanguage, knownLanguages } from './patterns/index.ts';
import type { DefinitionLanguage } from './patterns/definition-pattern.ts';

/**
 * Whether what stands beside a name in a list or table explains nothing: a value of code, one of the words that a field may
 * hold, where to look, or the name again.
 */
export function saysNothing(name: string, text: string, language: DefinitionLanguage | undefined): boolean {
  const words = text.trim();
  if (isSymbol(name) || isValue(words) || isOrder(words) || OF_A_CHANGE.test(words)) return true;
  if (language === undefined) return false;
  return language.pointerStart?.test(words) === true || isThinOrCircular(name, words, language);
}

/** Whether words before a list announce fields. They may be too few to tell their language: every known one is asked. */
export function announcesFields(text: string): boolean {
  const words = text.trim().slice(-LONGEST_INTRO);
  return knownLanguages.some((tag) => definitionLanguage(tag)?.parameterIntro?.test(words) === true);
}

const LONGEST_INTRO = 160;

/** Of several words, or as long as several in a script without spaces. */
export function isLongName(name: string): boolean {
  return /\S\s\S/u.test(name.trim()) || /[\p{scx=Han}\p{scx=Katakana}]{4}/u.test(name);
}

function isValue(words: string): boolean {
  const isLatin = /^[\p{sc=Latin}\p{N}\p{P}\p{S}\s]+$/u.test(words);
  // Beside a code that needs none, "V, S, M" and "0 x 3" have no word of a sentence.
  const hasWords = /\s/u.test(words) && /\p{L}{3}/u.test(words.replaceAll(/[([][^)\]]*[)\]]/gu, ''));
  return (
    (isLatin && !hasWords) ||
    /^["“]\p{Lu}[^"”]*\s[^"”]*\s/u.test(words) ||
    /^["“][^"”]+["”](?:,|\s(?:or|and|ou|et|oder|und|of|en)\s)/u.test(words)
  );
}

/** "Paint the hull": between a noun and an article there is something else. */
function isOrder(words: string): boolean {
  return /^\p{Lu}\p{Ll}+\s(?:an?|the|your|its|their)\s/u.test(words) && !BEFORE_ARTICLE.test(words);
}

const BEFORE_ARTICLE =
  /^(?:All|Both|Half|Twice|Such|What|Whether|Of|In|On|At|By|For|From|To|With|Under|Over|Inside|Outside|Where|When|How|Is|Are|As|If|Quite|Only|Most|Part|Not|Like|Either|Being|Having|\p{L}+ing)\s/u;

/** A list of changes names who made them, and the report that asked for them. */
const OF_A_CHANGE = /\s(?:\(?#\d+\)?|@[\w-]+)[.)]?$/u;

/** A letter of a formula. */
function isSymbol(name: string): boolean {
  return /^\p{sc=Latin}$/u.test(name);
}

/** "Consort: a boat.", and "Hull: the hull to paint", which who does not know the name understands no better. */
function isThinOrCircular(name: string, words: string, { articles, differentia }: DefinitionLanguage): boolean {
  // What is one word, scripts without spaces do not show.
  if (/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u.test(words)) return false;
  const bare = words.replace(articles, '');
  if (bare.split(/\s+/u).length < LEAST_WORDS && !differentia.test(words)) return true;
  const [head = ''] = bare.split(HEAD_END);
  if (!repeatsName(name, head)) return false;
  // "Hull: a hull keeps the water out" has the name again as its subject.
  if (repeatsName(name, bare.slice(0, name.length + 1))) return !GOES_ON_WITH_VERB.test(bare.slice(name.length));
  // "Line: a steel line between two masts" names a narrower kind, and what sets it apart.
  return /[\s-]/u.test(name) || !differentia.test(bare);
}

const LEAST_WORDS = 3;
/** Where the noun phrase ends that a text begins with. */
const HEAD_END = /\s(?:that|which|who|whose|where|when|in|to|with|by|used|such)\s|[,;:(]/u;
const GOES_ON_WITH_VERB =
  /^s?\s(?!(?:to|of|for|in|on|at|by|from|with|about|that|which|who|whose|where|when|and|or)\s|\p{L}+(?:ed|ing)\s)\p{Ll}/u;
