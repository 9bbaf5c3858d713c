import type { Kysely } from 'kysely';
import {
  conceptId,
  type DismissalReason,
  type Issue,
  type IssueDecision,
  issueId,
  type ProjectId,
} from '../../../domain/index.ts';
import type { Clock } from '../../../runtime/clock.ts';
import { stableId } from '../../../text/content-hash.ts';
import { createRoots } from '../../apply-edits.ts';
import type { EntryEdit } from '../../entry-edits.ts';
import type { DecidedIssue, IssueStore } from '../../glossary-stores.ts';
import type { Access } from '../access.ts';
import { batches } from '../batches.ts';
import { writeRows } from '../recorded-rows.ts';
import type { Tables } from '../tables.ts';
import { readEdits } from './entry-edit-row.ts';
import { notFound } from './require-project.ts';

export function issueStore({ read, write, recorder }: Access, clock: Clock): IssueStore {
  return {
    list: (project) => read((db) => readIssues(db, project)),
    decided: (project) => read((db) => readDecided(db, project)),
    decide: (project, ids, decision) =>
      write(async (db) => {
        const bases = await readBases(db, project, ids);
        const missing = ids.find((id) => !bases.has(id));
        if (missing !== undefined) throw notFound('issue', missing);
        const row = decision === 'open' ? undefined : decisionRow(decision, new Date(clock.now()).toISOString());
        const writes = ids.map((id) => ({
          key: { project_id: project, issue_id: id },
          row: row === undefined ? undefined : { ...row, basis: bases.get(id) ?? null },
        }));
        await writeRows({ db, recorder }, 'issue_decision', writes);
      }),
  };
}

function decisionRow(decision: IssueDecision, decided_at: string) {
  const { state, note = null } = decision;
  return { state, decided_at, reason: decision.state === 'dismissed' ? decision.reason : null, note };
}

/** The issues of the last build, in its order, in the state that people gave them. */
export async function readIssues(db: Kysely<Tables>, project: ProjectId): Promise<Issue[]> {
  return (await readDecided(db, project)).map(({ issue }) => issue);
}

async function readDecided(db: Kysely<Tables>, project: ProjectId): Promise<DecidedIssue[]> {
  const decisions = await db.selectFrom('issue_decision').selectAll().where('project_id', '=', project).execute();
  const decided = new Map(decisions.map((row) => [row.issue_id, row]));
  const bases = decided.size === 0 ? new Map<string, string>() : await readBases(db, project, [...decided.keys()]);
  const query = db.selectFrom('issue').selectAll().where('project_id', '=', project).orderBy('position');
  const issues = (await query.execute()).map((row): DecidedIssue => {
    const decision = decided.get(row.id);
    const isChanged = decision !== undefined && decision.basis !== null && decision.basis !== bases.get(row.id);
    return {
      issue: {
        id: issueId(row.id),
        conceptId: conceptId(row.concept_id),
        kind: row.kind as Issue['kind'],
        rule: row.rule,
        message: row.message,
        quote: row.quote,
        others: JSON.parse(row.others) as Issue['others'],
        ...(row.evidence !== null && { evidence: JSON.parse(row.evidence) as NonNullable<Issue['evidence']> }),
        state: (decision === undefined || isChanged ? row.state : decision.state) as Issue['state'],
      },
      isChangedSinceDecided: isChanged,
      ...(decision === undefined
        ? {}
        : {
            decidedAt: decision.decided_at,
            ...(decision.reason === null ? {} : { reason: decision.reason as DismissalReason }),
            ...(decision.note === null ? {} : { note: decision.note }),
          }),
    };
  });
  return visible(issues, await readEdits(db, project));
}

/** What a decision about an issue rests on: its words, and the definition that the build wrote. */
async function readBases(
  db: Kysely<Tables>,
  project: ProjectId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const bases = new Map<string, string>();
  for (const batch of batches(ids)) {
    const issues = await db
      .selectFrom('issue')
      .select(['id', 'concept_id', 'rule', 'quote'])
      .where('project_id', '=', project)
      .where('id', 'in', batch)
      .execute();
    const concepts = [...new Set(issues.map(({ concept_id }) => concept_id))];
    const definitions = new Map<string, string>();
    for (const some of batches(concepts)) {
      const rows = await db
        .selectFrom('definition')
        .select(['concept_id', 'statements', 'revision'])
        .where('project_id', '=', project)
        .where('author', '!=', 'person')
        .where('concept_id', 'in', some)
        .orderBy('revision')
        .execute();
      // The last revision wins.
      for (const row of rows) definitions.set(row.concept_id, row.statements);
    }
    for (const { id, concept_id, rule, quote } of issues) {
      bases.set(id, stableId(rule, quote, definitions.get(concept_id) ?? ''));
    }
  }
  return bases;
}

/** Issues of entries that people see: those of a merged one belong to what it is part of now. */
function visible(issues: readonly DecidedIssue[], edits: readonly EntryEdit[]): DecidedIssue[] {
  const rootOf = createRoots(new Map(edits.map((edit) => [edit.conceptId, edit])));
  return issues.flatMap((one) => {
    const root = rootOf(one.issue.conceptId);
    return root === undefined ? [] : [{ ...one, issue: { ...one.issue, conceptId: root } }];
  });
}
