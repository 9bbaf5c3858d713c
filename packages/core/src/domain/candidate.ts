import type { LanguageTag } from './document.ts';
import type { NameMatching } from './name-matching.ts';

export const designationKinds = ['term', 'proper-name', 'symbol'] as const;
export type DesignationKind = (typeof designationKinds)[number];

/** One part of a score. The parts of a candidate sum to its score, so that people can see why it stands where it does. */
export interface ScorePart {
  /** Key of the signal: `frequency`, `spread`, `contrast`, `unithood`, `heading`, `definition`, … */
  readonly name: string;
  readonly value: number;
}

export interface CandidateForm {
  readonly text: string;
  readonly count: number;
}

/** A string that may be a term: all its variants counted as one, before anyone says that it is a term. */
export interface Candidate {
  /** Folded normal form; unique per language. */
  readonly key: string;
  readonly language: LanguageTag;
  /** The form to show: most frequent, then first in code-unit order. */
  readonly term: string;
  readonly kind: DesignationKind;
  /** Surface forms, most frequent first. */
  readonly forms: readonly CandidateForm[];
  readonly frequency: number;
  readonly documentFrequency: number;
  /** Termhood: higher is better; comparable only within one corpus. The sum of `parts`. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  /**
   * How often the documents define it beyond doubt: what an author explains belongs in a glossary. Absent where a name is
   * only ever met where it is explained, but for those of glossaries.
   */
  readonly definitions?: number;
  /** Kana reading of the term, where known. */
  readonly reading?: string;
  /** Another name of the same thing that was made one with it, as it would stand in the ranking alone. */
  readonly folded?: Candidate;
}

/** Candidates of a corpus, best first, and how many of them the tool itself would keep for their scores. */
export interface RankedCandidates {
  readonly candidates: readonly Candidate[];
  readonly cut: number;
  /** The cut by language; languages that are not named share the room of the first. One room for all unless told. */
  readonly rooms?: readonly { readonly language: LanguageTag; readonly cut: number }[];
}

/** Why something is in a glossary: its score, that the documents define it (below the cut of the scores), or that a person asked for it. */
export type TermReason = 'score' | 'defined' | 'required';

/** A candidate that goes into the glossary, and why. */
export interface Term extends Candidate {
  readonly reason: TermReason;
  /** All names that a person gave it, where one of them is looked for in a way of its own. */
  readonly named?: readonly { readonly text: string; readonly matching?: NameMatching }[];
}
