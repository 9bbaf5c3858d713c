import type { DefinitionLanguage } from './patterns/definition-pattern.ts';

/**
 * Whether an English sentence that gives something its name says what it gives the name to, before it does: "a rope that
 * holds the mast is called" does, "the two ropes are called" only for who has read on until there. What is named in a
 * clause beside ("…, which is called") is a part of what was said, and nobody can tell which.
 */
export function describesWhatItNames(
  upToName: string,
  { differentia, strongDifferentia }: DefinitionLanguage,
): boolean {
  const named = UP_TO_VERB.exec(upToName)?.[1];
  // A clause of its own has said it already: "…; such a line is called".
  if (named === undefined || named.includes(';')) return true;
  if (/,\s(?:which|who)$/u.test(named)) return false;
  const what = named.replace(FIELD, '');
  if (/^the\s/iu.test(what)) return strongDifferentia.test(what) || /\s(?:of|between|against)\s/u.test(what);
  return what.trim().split(/\s+/u).length >= LEAST_WORDS && differentia.test(what);
}

const UP_TO_VERB = /^(.*?)\s(?:is|are|be|was|were)\s(?:\S+\s){0,5}$/u;
/** Where, or among whom, it is called so. */
const FIELD = /^(?:In|Among|For|At|On|As|Formally|Here)(?:\s[^,]{2,60})?,\s/u;
const LEAST_WORDS = 3;
