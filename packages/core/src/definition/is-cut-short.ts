import type { Sentence } from '../domain/index.ts';
import { definitionLanguage } from './patterns/index.ts';
import { withoutPointers } from './quote-statement.ts';

/**
 * Whether what would be quoted ends before it has said what it is about to say: its last words were markup that no reader
 * of prose sees (a link, a formula), or it only announces a list ("The galley is where you find:").
 */
export function isCutShort(prose: string, text: Pick<Sentence, 'start' | 'end' | 'language' | 'tokens'>): boolean {
  const words = prose.slice(text.start, text.end).trim();
  if (/(?:\.\.\.|…)$/u.test(words)) return true;
  if (ROLE.test(withoutPointers(words))) return true;
  if (definitionLanguage(text.language)?.brokenEnd?.test(withoutPointers(words)) === true) return true;
  if (!words.endsWith(':') || text.language !== 'en') return false;
  const last = text.tokens.findLast(
    (token) => token.end <= text.end && /\p{L}/u.test(prose.slice(token.start, token.end)),
  );
  if (last === undefined) return false;
  const surface = prose.slice(last.start, last.end).toLowerCase();
  return (
    UNFINISHED.has(last.partOfSpeech) ||
    (last.partOfSpeech === 'VERB' && /^(?:$|s$)/u.test(afterStem(surface, last.lemma)))
  );
}

/** A reference that stands for words which nobody sees: "the layer in :eqref:loss". */
const ROLE = /(?:^|[\s(]):\p{Ll}+:[\p{L}\p{N}`]/u;

/** Kinds of words that no sentence ends with. */
const UNFINISHED: ReadonlySet<string> = new Set(['ADP', 'DET', 'AUX', 'CCONJ', 'SCONJ', 'PRON', 'PART']);

/** What a form adds to its lemma: nothing or "s" where somebody does something, and it is not said yet what. */
function afterStem(surface: string, lemma: string): string {
  return surface.startsWith(lemma) ? surface.slice(lemma.length) : surface;
}
