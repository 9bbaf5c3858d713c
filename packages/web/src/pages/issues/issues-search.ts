import type { IssueId } from '@genglossary/core/domain';
import { oneIn, type SearchWords, textIn } from '../../data/address.ts';

export const issueStates = ['open', 'dismissed', 'resolved'] as const;
export const issueKinds = ['all', 'unclear', 'contradiction', 'missing-relation', 'unnecessary', 'form'] as const;
/** By what issues stand together. */
export const issueGroups = ['kind', 'entry'] as const;

/** What of the page its address keeps. */
export interface IssuesSearch {
  readonly q?: string | undefined;
  readonly state?: (typeof issueStates)[number] | undefined;
  readonly kind?: (typeof issueKinds)[number] | undefined;
  readonly group?: (typeof issueGroups)[number] | undefined;
  readonly issue?: IssueId | undefined;
}

export function issuesSearch(search: SearchWords): IssuesSearch {
  return {
    q: textIn(search, 'q'),
    state: oneIn(search, 'state', issueStates),
    kind: oneIn(search, 'kind', issueKinds),
    group: oneIn(search, 'group', issueGroups),
    issue: textIn(search, 'issue') as IssueId | undefined,
  };
}
