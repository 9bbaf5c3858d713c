import { foldText, singular } from '../../text/normal-form.ts';
import type { ReviewRule, StatedMeaning } from '../review-rule.ts';

/**
 * Two passages that define one term beyond doubt, and not as the same: they name no thing in common, or give one
 * measure different numbers. The glossary shows one of them; people have to say which is right, or that there are two
 * terms.
 */
export const differingDefinitions: ReviewRule = {
  key: 'differing-definitions',
  kind: 'contradiction',
  check: ({ entries, stated }) =>
    entries.flatMap(({ concept, name }) => {
      const pair = firstDiffering((stated.get(concept.id) ?? []).slice(0, MOST_COMPARED), name);
      if (pair === undefined) return [];
      const [one, other] = pair;
      const quote = `${one.text} ↔ ${other.text}`;
      const message = `"${name}" is defined in two ways: ${told(one)} and ${told(other)}.`;
      return [{ conceptId: concept.id, message, quote, others: [], evidence: [one.evidence, other.evidence] }];
    }),
};

/** A term is defined in few places; where it is defined everywhere, a few show whether they agree. */
const MOST_COMPARED = 8;

function told({ text, document }: StatedMeaning): string {
  return `"${text}" (${document})`;
}

function firstDiffering(
  meanings: readonly StatedMeaning[],
  name: string,
): readonly [StatedMeaning, StatedMeaning] | undefined {
  for (const [index, one] of meanings.entries()) {
    const other = meanings.slice(index + 1).find((later) => differ(one, later, name));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

/** Of the lesser number of content words, so many are shared by two tellings of one meaning. */
const LEAST_SHARED = 0.2;
/** A shorter meaning says too little to differ. */
const FEWEST_WORDS = 2;

function differ(one: StatedMeaning, other: StatedMeaning, name: string): boolean {
  if (disagreeInNumber(one.meaning, other.meaning)) return true;
  const isInName = partOf(name);
  // That both are a kind of box says nothing yet; that they share no other word does.
  const kind = sharedKind(one, other);
  const [a, b] = [one, other].map(
    ({ meaning }) => new Set(contentWords(meaning).filter((word) => !isInName(word) && word !== kind)),
  );
  if (a === undefined || b === undefined || Math.min(a.size, b.size) < FEWEST_WORDS) return false;
  const shared = a.intersection(b).size;
  return kind === undefined ? shared < LEAST_SHARED * Math.min(a.size, b.size) : shared === 0;
}

function partOf(name: string): (word: string) => boolean {
  const named = new Set(contentWords(name));
  const folded = foldText(name);
  return (word) => named.has(word) || (!/^\p{sc=Latin}/u.test(word) && folded.includes(word));
}

function sharedKind(one: StatedMeaning, other: StatedMeaning): string | undefined {
  const [a, b] = [one, other].map(({ genus = '' }) => contentWords(genus).at(-1));
  return a === b ? a : undefined;
}

/** Words that carry meaning: longer ones in alphabets, runs of Chinese characters and of katakana. */
function contentWords(text: string): string[] {
  const words = foldText(text).match(WORD) ?? [];
  return words.filter((word) => !/^\p{sc=Latin}/u.test(word) || !EMPTY.has(word)).map(singular);
}

const WORD =
  /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{M}]{4,}|\p{sc=Han}+|[\p{sc=Katakana}ー]{2,}|\p{sc=Hangul}{2,}/gu;

/** Words of English that any definition may have. */
const EMPTY: ReadonlySet<string> = new Set(
  (
    'that this these those which what when where while with without within from into onto over under upon about after ' +
    'before between through during each every their there them they then than have been being will would should could ' +
    'must such some more most many much only also other another same used uses using kind type sort part something ' +
    'someone person thing things called whose until'
  ).split(' '),
);

/** Whether the two measure something in the same unit, and never alike. */
function disagreeInNumber(one: string, other: string): boolean {
  const [a, b] = [one, other].map(measures);
  if (a === undefined || b === undefined) return false;
  return [...a].some(([unit, numbers]) => numbers.isDisjointFrom(b.get(unit) ?? numbers));
}

function measures(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, number = '', unit = ''] of text.normalize('NFKC').toLowerCase().matchAll(MEASURE)) {
    const key = singular(unit);
    found.set(key, (found.get(key) ?? new Set()).add(number));
  }
  return found;
}

const MEASURE = /(?<![\p{sc=Latin}\p{N}.])(\d+(?:[.,:]\d+)*)\s?(%|°|\p{sc=Han}{1,2}|\p{sc=Latin}{1,12})/gu;
