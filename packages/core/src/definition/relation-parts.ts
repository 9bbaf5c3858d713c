import type { RelationKind } from '../domain/index.ts';

/** One way in which sentences of a language say how two names relate. */
export interface RelationShape {
  readonly kind: Extract<RelationKind, 'synonym' | 'abbreviation' | 'narrower' | 'part-of'>;
  /** What is said against the other name: it was used once, or is not to be used. */
  readonly status?: 'deprecated' | 'forbidden';
  /** Words without which the shape cannot be there: names make shapes costly, and most sentences state nothing. */
  readonly hint: RegExp;
  /** Groups `name` and `other`; `other` may be a list. Without `name`, of what was defined before in the same block. */
  readonly find: RegExp;
}

/** A word of a name. */
export const words = String.raw`(?:[\p{L}\p{N}][\p{L}\p{N}'’/-]*)`;
export const name = String.raw`(?<name>(?:${words}\s){0,3}${words})`;
export const other = String.raw`["“'‘«„]?\s?(?<other>(?:${words}\s){0,3}${words})\s?["”'’»“]?`;
/** In quotation marks, so that words which are only spoken of are told from things. */
export const quoted = String.raw`["“‘«„]\s?(?<other>(?:${words}\s){0,3}${words})\s?["”’»“]`;
export const list = String.raw`(?<other>(?:${words}\s){0,2}${words}(?:,\s(?:${words}\s){0,2}${words}){0,6}(?:,?\s(?:and|or|et|ou|en|of|und|oder)\s(?:${words}\s){0,2}${words})?)`;
/** Where a name ends. */
export const stop = String.raw`(?=\s*(?:[,;:.)!?]|$|\s(?:is|are|was|were|that|which|est|sont|is|zijn|ist|sind|in|until|before)\s))`;
