import type { IssueView, RuleCount } from '@genglossary/core/domain';

/** How many issues of each rule there are, and what people made of them; the rule that found most first. */
export function countRules(
  issues: readonly Pick<IssueView, 'rule' | 'kind' | 'state' | 'reason'>[],
): readonly (RuleCount & { readonly found: number })[] {
  return [...Map.groupBy(issues, ({ rule }) => rule)]
    .map(([rule, found]) => {
      const count = (state: IssueView['state']) => found.filter((issue) => issue.state === state).length;
      return {
        rule,
        kind: found[0]?.kind ?? 'form',
        found: found.length,
        open: count('open'),
        resolved: count('resolved'),
        dismissed: count('dismissed'),
        notAProblem: found.filter(({ state, reason }) => state === 'dismissed' && reason === 'not-a-problem').length,
      };
    })
    .toSorted((a, b) => b.found - a.found || (a.rule < b.rule ? -1 : 1));
}

/** Share of what people decided that was no problem, 0–1; nothing where nobody decided anything. */
export function shareWrong({ resolved, dismissed, notAProblem }: RuleCount): number | undefined {
  const decided = resolved + dismissed;
  return decided === 0 ? undefined : notAProblem / decided;
}
