import type { ConceptId } from '@genglossary/core/domain';
import type { EntrySummary } from '../../data/shapes.ts';
import { findByName } from '../../search/best-first.ts';
import { fold } from '../../search/fold.ts';

type Named = Pick<EntrySummary, 'id' | 'term' | 'names' | 'reading'>;

/** What stands near the words speaks of the same more often than what stands elsewhere. */
const nearBonus = 0.3;
/** Less is chance: a pair of letters that two names share. */
const leastAlike = 0.2;

/**
 * Finds the entries that a name may be another name of. Without a query those that look like it or stand near it go
 * first, then the others as they are ordered; with one, those whose name answers it best, and of these the likeliest.
 */
export function likelyEntries<Entry extends Named>(
  name: string,
  { entries, near }: { readonly entries: readonly Entry[]; readonly near: ReadonlySet<ConceptId> },
): (query: string) => readonly Entry[] {
  const wanted = formOf(name);
  const ordered = entries
    .map((entry, order) => {
      const names = [entry.term, ...entry.names];
      const alike = Math.max(...names.map((one) => likeness(wanted, formOf(one))));
      const score = (alike >= leastAlike ? alike : 0) + (near.has(entry.id) ? nearBonus : 0);
      return { entry, order, score };
    })
    .toSorted((a, b) => b.score - a.score || a.order - b.order)
    .map(({ entry }) => entry);
  return findByName(ordered, ({ term, names, reading = '' }) => [term, ...names, reading].filter((one) => one !== ''));
}

interface Form {
  readonly text: string;
  readonly initials: string;
  readonly pairs: ReadonlySet<string>;
}

function formOf(name: string): Form {
  const folded = fold(name);
  const text = folded.replaceAll(/[\s\-_・]/gu, '');
  const words = folded.split(/[\s\-_・]+/u);
  return {
    text,
    initials: words.length > 1 ? words.map((word) => word.charAt(0)).join('') : '',
    pairs: pairsOf(text),
  };
}

/** How much two names look like each other (0–1): an abbreviation, a part of the other, pairs of letters in common. */
function likeness(one: Form, other: Form): number {
  if (one.text === '' || other.text === '') return 0;
  if (one.initials === other.text || other.initials === one.text) return 1;
  const [short, long] = one.text.length < other.text.length ? [one.text, other.text] : [other.text, one.text];
  if (long.includes(short)) return 0.5 + (0.5 * short.length) / long.length;
  const common = one.pairs.intersection(other.pairs).size;
  const all = one.pairs.size + other.pairs.size;
  return all === 0 ? 0 : (2 * common) / all;
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
}
