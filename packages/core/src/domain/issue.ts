import type { Evidence } from './evidence.ts';
import type { ConceptId, IssueId } from './ids.ts';

export const issueKinds = ['unclear', 'contradiction', 'missing-relation', 'unnecessary', 'form'] as const;
export type IssueKind = (typeof issueKinds)[number];

export const issueStates = ['open', 'resolved', 'dismissed'] as const;
export type IssueState = (typeof issueStates)[number];

/** One finding of review. */
export interface Issue {
  readonly id: IssueId;
  readonly conceptId: ConceptId;
  readonly kind: IssueKind;
  /** Key of the rule that found it: `circular`, `starts-with-term`, `too-long`, … */
  readonly rule: string;
  /** One sentence for a person. */
  readonly message: string;
  /** The words of the definition it is about; empty where it is about the whole entry. */
  readonly quote: string;
  /** Other concepts that take part (the rest of a circle, the entry to merge with). */
  readonly others: readonly ConceptId[];
  /** The passages that it is about, where the definition does not rest on all of them. */
  readonly evidence?: readonly Evidence[];
  readonly state: IssueState;
}
