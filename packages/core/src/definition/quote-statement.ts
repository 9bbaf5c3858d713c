import type { DefiningSentence } from './defining-sentence.ts';
import { definitionLanguage } from './patterns/index.ts';

/**
 * A defining sentence as a statement. Words are only left out (discourse words, citations, pointers elsewhere), none is
 * added or changed but for a capital at the start, so that each word of the statement is in its quotation and in the same order.
 */
export function quoteStatement(prose: string, sentence: DefiningSentence): string {
  const whole = UNNAMED.has(sentence.pattern) ? sentence.definitionStart : sentence.start;
  const words = withoutPointers(prose.slice(whole, sentence.end));
  const discourse = definitionLanguage(sentence.language)?.discourse;
  if (discourse === undefined) return words.trim();
  const bare = words.replace(discourse, '').trim();
  // What opens a sentence has a capital; a name keeps its own writing.
  return bare.length < words.trim().length ? bare.replace(/^(?:an?|the)\s/u, (article) => capital(article)) : bare;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Words without citations, what only points elsewhere, and a bracket without its other half. */
export function withoutPointers(words: string): string {
  return withoutStrayBracket(
    words
      .replace(POINTERS, '')
      .replace(CITATIONS, '')
      .replace(ROLE_AT_END, '')
      .replace(TORN_POINTER, '$1')
      .replace(/\s+/gu, ' ')
      .replace(/\s+(?=[,;.!?、。])/gu, '')
      .trim()
      // What a colon announces is not quoted.
      .replace(/[:：]$/u, ''),
  );
}

/** What is said in a dialogue opens or ends with a quotation mark whose other half stands in another sentence. */
function withoutStrayBracket(words: string): string {
  for (const [opening, closing] of BRACKETS) {
    const surplus = words.split(opening).length - words.split(closing).length;
    if (surplus > 0 && words.startsWith(opening)) return words.slice(1).trimStart();
    if (surplus < 0 && words.endsWith(closing)) return words.slice(0, -1).trimEnd();
  }
  return words;
}

const BRACKETS = ['「」', '『』', '“”', '«»', '（）', '()', '[]'].map(
  (pair) => [pair.charAt(0), pair.charAt(1)] as const,
);

/** Shapes whose sentence does not name its subject, so that only the defining part stands alone. */
const UNNAMED: ReadonlySet<string> = new Set([
  'this-is',
  'marked-name',
  'named-inside',
  'table',
  'definition-list',
  'colon',
]);

/** Parentheses that only point elsewhere. */
const POINTERS =
  /\s*[([（](?:see|cf\.|e\.g\. see|voir|zie|siehe|参照|詳細は|→)[^)\]）]*[)\]）]|\s*（[^（）]{1,40}(?:を?参照(?:してください)?)）/giu;
/** A reference of markup that its reader did not know, behind a whole sentence. */
const ROLE_AT_END = /\s+:\p{Ll}+:[\p{L}\p{N}._-]+(?=[.]?$)/gu;
/** The end of a sentence that pointed elsewhere by a link without words: ", as described in." */
const TORN_POINTER =
  /(?:[,;]\s+(?:\p{Ll}+\s+)?as|\s+as|[,;])\s+(?:(?:described|defined|specified|explained|discussed|documented|shown|outlined)\s+(?:in|by|at|under)|see(?:\s+also)?)\s*([.]?)$/u;
const CITATIONS = /\s*\[\d+(?:\s*[,–-]\s*\d+)*\]/gu;
