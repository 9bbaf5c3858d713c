import type { Candidate } from './candidate.ts';
import type { CategoryId, ConceptId } from './ids.ts';

/** What stands about a term: a person's word goes before the tool's. */
export const termDecisions = ['kept', 'cut', 'required', 'excluded'] as const;
export type TermDecision = (typeof termDecisions)[number];

/** A candidate of the last build, as the workbench shows it. */
export interface WorkbenchTerm extends Candidate {
  /** That of its entry, where it has one. */
  readonly id: ConceptId;
  /** From 1: first what people added, the most frequent first, then by score. */
  readonly rank: number;
  readonly decision: TermDecision;
  /** The entry that has this name, its own or another one's. */
  readonly entry?: { readonly id: ConceptId; readonly term: string };
  /** That of its entry, where it has one. */
  readonly categoryId?: CategoryId;
  /** Whether the tool's own cut keeps it. */
  readonly isKept: boolean;
  /** People require it, and the tool did not take it for a term by itself: it has no score (`score` is 0 without parts). */
  readonly isAdded: boolean;
}

/**
 * Every term of a project in columns, what people added first, then best first: as much as a list shows, so that who has it filters and sorts without
 * asking again. A tenth of what the terms themselves are.
 */
export interface TermIndex {
  readonly ids: readonly ConceptId[];
  readonly terms: readonly string[];
  /** Its other forms, parted by line feeds. */
  readonly forms: readonly string[];
  /** Kana; empty where none is known. */
  readonly readings: readonly string[];
  readonly languages: readonly string[];
  readonly kinds: readonly WorkbenchTerm['kind'][];
  readonly frequencies: readonly number[];
  readonly documentFrequencies: readonly number[];
  readonly scores: readonly number[];
  readonly decisions: readonly TermDecision[];
  /** Places of those that the tool's own cut keeps. */
  readonly kept: readonly number[];
  /** How many of the first ones people added: they have no score. */
  readonly added: number;
  /** By the place of the term. */
  readonly entries: Readonly<Record<number, NonNullable<WorkbenchTerm['entry']>>>;
  /** By the place of the term. */
  readonly categories: Readonly<Record<number, CategoryId>>;
}

/** What a rule would do if it were added. */
export interface RuleEffect {
  /** Terms that it matches. */
  readonly matches: number;
  /** Of these, the ones whose decision it would change. */
  readonly changes: number;
  /** The best of those. */
  readonly examples: readonly string[];
}
