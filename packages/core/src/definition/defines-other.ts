import type { LanguageTag } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';
import { QUOTABLE_SCORE, type DefiningSentence } from './defining-sentence.ts';
import type { DefinitionSource } from './definition-source.ts';

/**
 * Whether a sentence defines something else than what these are the names of: a `longer` name that one of them is a part
 * of ("The night watch is …" beside "watch"), or any `other` thing. Names in normal form.
 */
export function definesOther(
  { definingSentences }: Pick<DefinitionSource, 'definingSentences'>,
  sentence: { readonly start: number; readonly end: number },
  { names, language }: { readonly names: ReadonlySet<string>; readonly language: LanguageTag },
): 'longer' | 'other' | undefined {
  let answer: 'longer' | 'other' | undefined;
  for (let index = firstFrom(definingSentences, sentence.start); index < definingSentences.length; index += 1) {
    const one = definingSentences[index];
    if (one === undefined || one.start >= sentence.end) break;
    if (one.score < QUOTABLE_SCORE) continue;
    const subject = normalForm(one.subject, language);
    if (names.values().some((name) => name === subject || isHead(name, subject))) return undefined;
    if (names.values().some((name) => isPart(name, subject))) answer = 'longer';
    else answer ??= 'other';
  }
  return answer;
}

/** What is said of "the bilge of a ship" is said of a bilge. */
function isHead(name: string, subject: string): boolean {
  return subject.startsWith(`${name} `) && OF.test(subject.slice(name.length));
}

const OF = /^ (?:of|de|du|des|van|von) /u;

/** Words are compared whole where a script parts them. */
function isPart(name: string, subject: string): boolean {
  return /^\p{sc=Latin}/u.test(name) ? ` ${subject} `.includes(` ${name} `) : subject.includes(name);
}

/** Index of the first that starts at `start` or later: they are in text order. */
function firstFrom(sentences: readonly DefiningSentence[], start: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
