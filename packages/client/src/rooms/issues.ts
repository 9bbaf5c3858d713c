import type {
  Done,
  EntryDetail,
  IssueChoice,
  IssueDecision,
  IssueFix,
  IssueId,
  IssueQuery,
  IssueView,
  Page,
  ProjectId,
  RuleCount,
} from '@genglossary/contract';
import { everyItem, type PageOptions } from './pages.ts';
import type { CallOptions, Room } from './room.ts';

export interface IssuesRoom {
  /** Every issue in the order of the glossary, as far as somebody reads. */
  list(projectId: ProjectId, query?: IssueQuery & CallOptions): AsyncIterable<IssueView>;
  page(projectId: ProjectId, query?: IssueQuery & PageOptions): Promise<Page<IssueView>>;
  /** Resolves or dismisses issues; it holds until what they are about changes. */
  decide(
    projectId: ProjectId,
    issues: IssueChoice,
    decision: IssueDecision,
    options?: CallOptions,
  ): Promise<Done<readonly IssueId[]>>;
  /** By rule, the most frequent first. */
  counts(projectId: ProjectId, options?: CallOptions): Promise<readonly RuleCount[]>;
  /** Answers an issue with a new definition of its entry; both are one change. @throws `entry/conflict` */
  fix(projectId: ProjectId, issueId: IssueId, fix: IssueFix, options?: CallOptions): Promise<Done<EntryDetail>>;
  /** Takes decisions back. */
  reopen(projectId: ProjectId, issues: IssueChoice, options?: CallOptions): Promise<Done<readonly IssueId[]>>;
}

export function issuesRoom(room: Room): IssuesRoom {
  const { api, ask } = room;
  const page: IssuesRoom['page'] = (projectId, { signal, ...query } = {}) =>
    ask(api.issues.list.query, { projectId, ...query }, { signal });
  return {
    page,
    list: (projectId, query = {}) => everyItem((rows) => page(projectId, { ...query, ...rows })),
    decide: (projectId, issues, decision, options) =>
      ask(api.issues.decide.mutate, { projectId, issues, decision }, options),
    async counts(projectId, options) {
      return (await ask(api.issues.counts.query, { projectId }, options)).items;
    },
    fix: (projectId, issueId, fix, options) => ask(api.issues.fix.mutate, { projectId, issueId, ...fix }, options),
    reopen: (projectId, issues, options) => ask(api.issues.reopen.mutate, { projectId, issues }, options),
  };
}
