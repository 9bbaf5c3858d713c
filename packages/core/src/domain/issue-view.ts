import type { Issue, IssueKind } from './issue.ts';

/** Why an issue was dismissed. */
export const dismissalReasons = ['not-a-problem', 'will-not-fix', 'duplicate', 'out-of-scope'] as const;
export type DismissalReason = (typeof dismissalReasons)[number];

/** What a person decided about an issue. It holds until what the issue is about changes. */
export type IssueDecision =
  | { readonly state: 'resolved'; readonly note?: string }
  | { readonly state: 'dismissed'; readonly reason: DismissalReason; readonly note?: string };

/** An issue as the inbox shows it. */
export interface IssueView extends Issue {
  /** Of its entry. */
  readonly term: string;
  readonly reason?: DismissalReason;
  readonly note?: string;
  /** ISO 8601, UTC. */
  readonly decidedAt?: string;
  /** It was decided, but what it is about has changed since: it is open again. */
  readonly isChangedSinceDecided: boolean;
}

/** How many issues of one rule there are, and what people made of them. */
export interface RuleCount {
  readonly kind: IssueKind;
  readonly rule: string;
  readonly open: number;
  readonly resolved: number;
  readonly dismissed: number;
  /** Dismissed as not a problem: where the rule was wrong. */
  readonly notAProblem: number;
}
