import type { IssueKind, IssueView } from '@genglossary/core/domain';

/** What is most likely wrong for a reader first. */
const kinds: readonly IssueKind[] = ['contradiction', 'unclear', 'missing-relation', 'unnecessary', 'form'];

/** There may be one for nearly every entry, each of which says so itself: they would hide all others. */
export const manyRule = 'never-explained';

export interface OrderedIssues<One> {
  /** What is worth a look one by one, kind by kind. */
  readonly first: readonly One[];
  /** What entries are used and never explained. */
  readonly many: readonly One[];
}

/** Issues as they are gone through; within a kind as they came. */
export function orderIssues<One extends Pick<IssueView, 'kind' | 'rule'>>(issues: readonly One[]): OrderedIssues<One> {
  return {
    first: issues
      .filter(({ rule }) => rule !== manyRule)
      .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
    many: issues.filter(({ rule }) => rule === manyRule),
  };
}

/** The first of the issues that stand together, with how many they are. */
export type GroupHeads<One> = ReadonlyMap<One, number>;

/** Those of one entry together, where the first of them stood; in it as they stood. */
export function groupByEntry<One extends Pick<IssueView, 'conceptId'>>(issues: readonly One[]): readonly One[] {
  return [...Map.groupBy(issues, ({ conceptId }) => conceptId).values()].flat();
}

/** Where groups begin in issues that stand together by `keyOf`. */
export function headsOf<One>(issues: readonly One[], keyOf: (issue: One) => string): GroupHeads<One> {
  const groups = Map.groupBy(issues, keyOf);
  return new Map([...groups.values()].flatMap((group) => (group[0] === undefined ? [] : [[group[0], group.length]])));
}
