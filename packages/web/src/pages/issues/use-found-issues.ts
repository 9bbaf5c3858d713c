import { tellIssue } from '@genglossary/core/domain';
import { useMemo, useState } from 'react';
import type { IssueView } from '../../data/shapes.ts';
import { usePreferences } from '../../preferences/store.ts';
import { fold } from '../../search/fold.ts';
import { rowsOf } from '../../ui/rows.ts';
import type { IssuesSearch } from './issues-search.ts';
import { groupByEntry, headsOf, manyRule, orderIssues } from './order-issues.ts';

/**
 * The issues that the address asks for, those first that are looked at one by one; the many of one kind behind them are
 * folded up.
 */
export function useFoundIssues(
  issues: readonly IssueView[],
  {
    state = 'open',
    kind = 'all',
    group = 'kind',
    q,
    chosen,
  }: Pick<IssuesSearch, 'state' | 'kind' | 'group'> & { readonly q: string; readonly chosen: string | undefined },
) {
  const { language } = usePreferences();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const wanted = fold(q.trim());
  /** Before the kind is asked for: what the choice of kinds counts. */
  const ofAnyKind = useMemo(
    () =>
      issues.filter(
        (issue) =>
          issue.state === state &&
          (wanted === '' || fold(`${issue.term} ${tellIssue(issue, language, issue)}`).includes(wanted)),
      ),
    [issues, state, wanted, language],
  );
  const { first, many } = useMemo(
    () => orderIssues(kind === 'all' ? ofAnyKind : ofAnyKind.filter((issue) => issue.kind === kind)),
    [ofAnyKind, kind],
  );
  // What is looked for, and what one came for, is shown; so is a list that has nothing else.
  const canFold = group === 'kind' && first.length > 0 && many.length > 0 && wanted === '';
  const isFolded = canFold && !isUnfolded && !many.some(({ id }) => id === chosen);
  const { rows, heads } = useMemo(() => {
    const ordered = isFolded ? first : [...first, ...many];
    const all = group === 'entry' ? groupByEntry(ordered) : ordered;
    return {
      rows: rowsOf(all, ({ id }) => id, `${state} ${kind} ${group} ${wanted}`),
      heads: headsOf(all, (issue) => (group === 'entry' ? issue.conceptId : kindOf(issue))),
    };
  }, [first, many, isFolded, group, state, kind, wanted]);
  return {
    rows,
    /** Where each group begins. */
    heads,
    countOfState: (one: IssueView['state']) => issues.filter((issue) => issue.state === one).length,
    countOfKind: (one: IssueView['kind']) => ofAnyKind.filter((issue) => issue.kind === one).length,
    /** `undefined` where there is nothing to fold. */
    fold: canFold ? { first, many, isFolded, set: (folds: boolean) => setIsUnfolded(!folds) } : undefined,
  };
}

/** The many of one rule stand behind all others, whatever their kind. */
function kindOf({ kind, rule }: IssueView): string {
  return rule === manyRule ? rule : kind;
}
