import type { Kysely } from 'kysely';
import { conceptId, type Issue, issueId, type ProjectId } from '../../../domain/index.ts';
import type { Clock } from '../../../runtime/clock.ts';
import { createRoots, type EntryEdit } from '../../entry-edits.ts';
import type { IssueStore } from '../../storage.ts';
import type { Access } from '../access.ts';
import type { Tables } from '../tables.ts';
import { readEdits } from './entry-edit-row.ts';
import { notFound } from './require-project.ts';

export function issueStore({ read, write }: Access, clock: Clock): IssueStore {
  return {
    list: (project) => read((db) => readIssues(db, project)),
    decide: (project, id, state) =>
      write(async (db) => {
        const query = db.selectFrom('issue').select('id').where('project_id', '=', project).where('id', '=', id);
        if ((await query.executeTakeFirst()) === undefined) throw notFound('issue', id);
        const remove = db.deleteFrom('issue_decision').where('project_id', '=', project);
        await remove.where('issue_id', '=', id).execute();
        if (state === 'open') return;
        const decided_at = new Date(clock.now()).toISOString();
        await db
          .insertInto('issue_decision')
          .values({ project_id: project, issue_id: id, state, decided_at })
          .execute();
      }),
  };
}

/** The issues of the last build, in its order, in the state that people gave them. */
export async function readIssues(db: Kysely<Tables>, project: ProjectId): Promise<Issue[]> {
  const decisions = await db.selectFrom('issue_decision').selectAll().where('project_id', '=', project).execute();
  const decided = new Map(decisions.map((row) => [row.issue_id, row.state]));
  const query = db.selectFrom('issue').selectAll().where('project_id', '=', project).orderBy('position');
  const issues = (await query.execute()).map(
    (row): Issue => ({
      id: issueId(row.id),
      conceptId: conceptId(row.concept_id),
      kind: row.kind as Issue['kind'],
      rule: row.rule,
      message: row.message,
      quote: row.quote,
      others: JSON.parse(row.others) as Issue['others'],
      state: (decided.get(row.id) ?? row.state) as Issue['state'],
    }),
  );
  return visible(issues, await readEdits(db, project));
}

/** Issues of entries that people see: those of a merged one belong to what it is part of now. */
function visible(issues: readonly Issue[], edits: readonly EntryEdit[]): Issue[] {
  const rootOf = createRoots(new Map(edits.map((edit) => [edit.conceptId, edit])));
  return issues.flatMap((issue) => {
    const root = rootOf(issue.conceptId);
    return root === undefined ? [] : [{ ...issue, conceptId: root }];
  });
}
