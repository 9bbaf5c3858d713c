import type { Concept } from '../domain/index.ts';
import { indexLetter } from '../text/collation.ts';
import { preferred } from './entry-view.ts';

/** The entries under one letter of the index. */
export interface Section {
  readonly letter: string;
  readonly concepts: readonly Concept[];
}

/** The entries by letter, in the order in which the glossary holds them. */
export function sectionsOf(concepts: readonly Concept[]): readonly Section[] {
  return [...Map.groupBy(concepts, letterOf)].map(([letter, members]) => ({ letter, concepts: members }));
}

function letterOf(concept: Concept): string {
  return indexLetter({ ...preferred(concept), language: concept.language });
}
