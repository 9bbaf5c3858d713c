import { type Issue, type IssueId, issueId } from '../domain/index.ts';
import { stableId } from '../text/content-hash.ts';

/** Names the rule, the entry and the words, so that the same finding has the same id in every run. */
export function findingId(
  rule: string,
  { conceptId, quote, others }: Pick<Issue, 'conceptId' | 'quote' | 'others'>,
): IssueId {
  return issueId(stableId('issue', rule, conceptId, quote, ...others));
}
