import {
  type ConceptId,
  dismissalReasons,
  type Done,
  type EntryDetail,
  type Issue,
  type IssueDecision,
  type IssueId,
  type IssueKind,
  type IssueView,
  type Page,
  type ProjectId,
  type RuleCount,
} from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { Stores } from '../storage/storage.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { checkDefinition, type DefinitionInput } from './check-definition.ts';
import { editableEntry } from './entry-guards.ts';
import { searchable } from './entry-list.ts';
import { readEntry } from './entry-reader.ts';
import { KeptLists } from './kept-lists.ts';
import { notFound } from './not-found.ts';
import { type PageRequest, pageOf } from './page.ts';
import { requireProject } from './require-project.ts';
import { writeDefinition } from './write-definition.ts';

/** Which issues; what is not told does not matter. */
export interface IssueFilter {
  readonly state?: Issue['state'];
  readonly kind?: IssueKind;
  readonly rule?: string;
  readonly entry?: ConceptId;
  /** In the message, the quotation or the term. */
  readonly text?: string;
}

export type IssueChoice = { readonly ids: readonly IssueId[] } | { readonly filter: IssueFilter };

export interface IssueActions {
  /** In the order of the glossary. @throws `storage/not-found` · `list/invalid-cursor` */
  list(project: ProjectId, query?: IssueFilter & PageRequest): Promise<Page<IssueView>>;
  /** @throws `storage/not-found` */
  get(project: ProjectId, id: IssueId): Promise<IssueView>;
  /** By rule, the most frequent first. @throws `storage/not-found` */
  counts(project: ProjectId, filter?: Omit<IssueFilter, 'state'>): Promise<readonly RuleCount[]>;
  /**
   * Resolves or dismisses issues. It holds for every later build that finds the same, until the definition or the words
   * that it is about change. @throws `storage/not-found` for any of the ids · `issue/invalid` for a dismissal without a reason
   */
  decide(project: ProjectId, issues: IssueChoice, decision: IssueDecision): Promise<Done<readonly IssueId[]>>;
  /**
   * Answers an issue with a new definition of its entry: both are one change, and are taken back together.
   * @throws `storage/not-found` · `entry/conflict` · `entry/locked` · `entry/invalid`
   */
  fix(
    project: ProjectId,
    id: IssueId,
    fix: { readonly ifVersion: string; readonly definition: DefinitionInput; readonly note?: string },
  ): Promise<Done<EntryDetail>>;
  /** Takes decisions back. @throws `storage/not-found` for any of the ids */
  reopen(project: ProjectId, issues: IssueChoice): Promise<Done<readonly IssueId[]>>;
}

const MAX_NOTE = 4000;

export function issueActions(tools: ActionTools): IssueActions {
  const { storage } = tools;
  const kept = new KeptLists<readonly IssueView[]>(storage);
  const read = async (project: ProjectId) => {
    await requireProject(storage, project);
    return kept.get(project, () => readIssueViews(storage, project));
  };
  const decide = (project: ProjectId, choice: IssueChoice, decision: IssueDecision | 'open') =>
    perform(tools, { project, kind: 'issues-decided' }, async (stores) => {
      const ids =
        'ids' in choice
          ? choice.ids
          : chooseIssues(await readIssueViews(stores, project), choice.filter).map(({ id }) => id);
      await stores.issues.decide(project, ids, decision);
      return ids;
    });
  return {
    async list(project, query = {}) {
      return pageOf(chooseIssues(await read(project), query), query, ({ id }) => id);
    },
    async get(project, id) {
      const issue = (await read(project)).find((one) => one.id === id);
      if (issue === undefined) throw notFound('issue', id);
      return issue;
    },
    async counts(project, filter = {}) {
      return countRules(chooseIssues(await read(project), filter));
    },
    async decide(project, choice, decision) {
      return decide(project, choice, checkDecision(decision));
    },
    fix: (project, id, { ifVersion, definition, note }) =>
      perform(tools, { project, kind: 'issues-decided' }, async (stores) => {
        const issue = (await stores.issues.list(project)).find((one) => one.id === id);
        if (issue === undefined) throw notFound('issue', id);
        const concept = await editableEntry(stores, project, issue.conceptId, { ifVersion });
        const checked = await checkDefinition(stores, { project, concept }, definition);
        await writeDefinition(stores, { project, id: concept.id }, checked);
        const decision = checkDecision({ state: 'resolved', ...(note === undefined ? {} : { note }) });
        await stores.issues.decide(project, [id], decision);
        return readEntry(stores, project, concept.id);
      }),
    reopen: (project, choice) => decide(project, choice, 'open'),
  };
}

async function readIssueViews({ issues, concepts }: Stores, project: ProjectId): Promise<readonly IssueView[]> {
  const decided = await issues.decided(project);
  if (decided.length === 0) return [];
  const terms = new Map(
    (await concepts.list(project)).map(({ concept: { id, designations } }) => [id, designations[0]?.text ?? '']),
  );
  return decided.map(({ issue, ...rest }) => ({ ...issue, ...rest, term: terms.get(issue.conceptId) ?? '' }));
}

function chooseIssues(issues: readonly IssueView[], filter: IssueFilter): readonly IssueView[] {
  const wanted = filter.text === undefined ? '' : searchable(filter.text).trim();
  return issues.filter(
    (issue) =>
      (filter.state === undefined || issue.state === filter.state) &&
      (filter.kind === undefined || issue.kind === filter.kind) &&
      (filter.rule === undefined || issue.rule === filter.rule) &&
      (filter.entry === undefined || issue.conceptId === filter.entry) &&
      (wanted === '' || [issue.term, issue.message, issue.quote].some((text) => searchable(text).includes(wanted))),
  );
}

function countRules(issues: readonly IssueView[]): RuleCount[] {
  const counts = [...Map.groupBy(issues, ({ kind, rule }) => `${kind} ${rule}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const count = (is: (issue: IssueView) => boolean) => group.filter(is).length;
    return [
      {
        kind: first.kind,
        rule: first.rule,
        open: count(({ state }) => state === 'open'),
        resolved: count(({ state }) => state === 'resolved'),
        dismissed: count(({ state }) => state === 'dismissed'),
        notAProblem: count(({ state, reason }) => state === 'dismissed' && reason === 'not-a-problem'),
      },
    ];
  });
  return counts.toSorted((a, b) => total(b) - total(a) || (a.rule < b.rule ? -1 : 1));
}

function total({ open, resolved, dismissed }: RuleCount): number {
  return open + resolved + dismissed;
}

function checkDecision(decision: IssueDecision): IssueDecision {
  const note = decision.note?.normalize('NFC').trim() ?? '';
  if (note.length > MAX_NOTE || !note.isWellFormed()) throw invalid('the note is too long or no valid text');
  const said = note === '' ? {} : { note };
  if (decision.state === 'resolved') return { state: 'resolved', ...said };
  if (!dismissalReasons.includes(decision.reason)) throw invalid('whoever dismisses an issue says why');
  return { state: 'dismissed', reason: decision.reason, ...said };
}

function invalid(problem: string): GlossaryError<'issue/invalid'> {
  return new GlossaryError('issue/invalid', `The issue cannot be decided: ${problem}.`, { details: { problem } });
}
