import type { Concept } from '../domain/index.ts';
import { indexLetter } from '../text/collation.ts';
import { preferred } from './entry-view.ts';
import type { EntryOrder } from './select-entries.ts';
import type { Words } from './words.ts';

/** The entries under one letter of the index; in an order other than that of names, all of them. */
export interface Section {
  readonly heading: string;
  readonly concepts: readonly Concept[];
}

/** The entries in the order in which the glossary holds them. */
export function sectionsOf(
  concepts: readonly Concept[],
  { order = 'name', words }: { readonly order?: EntryOrder | undefined; readonly words: Words },
): readonly Section[] {
  if (order !== 'name') return concepts.length === 0 ? [] : [{ heading: words.orders[order], concepts }];
  return [...Map.groupBy(concepts, letterOf)].map(([heading, members]) => ({ heading, concepts: members }));
}

function letterOf(concept: Concept): string {
  return indexLetter({ ...preferred(concept), language: concept.language });
}
