import type { CategoryId } from './ids.ts';

/** The colours that a category can have; more categories than colours share them, and are told apart by their names. */
export const categoryColours = [0, 1, 2, 3, 4, 5] as const;
export type CategoryColour = (typeof categoryColours)[number];

/** A drawer that people put terms in. A term, and the entry that it is a name of, is in one at most. */
export interface Category {
  readonly id: CategoryId;
  /** Unique in its project, whatever its case, width or kana. */
  readonly name: string;
  readonly colour: CategoryColour;
  /** How many terms are in it. */
  readonly terms: number;
}
