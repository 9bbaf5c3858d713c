import { type Kysely, sql } from 'kysely';
import {
  activeStatuses,
  type ProjectId,
  type ProjectSummary,
  type RunStatus,
  runId,
  isTerminal,
} from '../../../domain/index.ts';
import type { Tables } from '../tables.ts';
import { toProject } from './project-row.ts';

/** Every project (or one) with what is counted in it: one query for each thing counted, however many projects. */
export async function projectSummaries(
  db: Kysely<Tables>,
  { only }: { readonly only?: ProjectId } = {},
): Promise<ProjectSummary[]> {
  const count = async (table: 'document' | 'concept' | 'issue', condition: string) => {
    const rows = await sql<{ project_id: string; count: number }>`select project_id, cast(count(*) as bigint) as count
      from ${sql.table(table)} as t where ${sql.raw(condition)}
      ${only === undefined ? sql`` : sql`and project_id = ${only}`} group by project_id`.execute(db);
    return new Map(rows.rows.map((row) => [row.project_id, row.count]));
  };
  let query = db.selectFrom('project').selectAll().where('trashed_at', 'is', null);
  if (only !== undefined) query = query.where('id', '=', only);
  const projects = await query.execute();
  const documents = await count('document', 'trashed_at is null');
  const entries = await count(
    'concept',
    `not exists (select 1 from entry_edit e
       where e.project_id = t.project_id and e.concept_id = t.id and e.removed is not null)
     and (position >= 0 or exists (select 1 from entry_edit e where e.project_id = t.project_id and e.concept_id = t.id))`,
  );
  const added = await sql<{ project_id: string; count: number }>`select project_id, cast(count(*) as bigint) as count
    from entry_edit e where language is not null and removed is null and not exists
    (select 1 from concept c where c.project_id = e.project_id and c.id = e.concept_id) group by project_id`.execute(
    db,
  );
  for (const { project_id, count: more } of added.rows) {
    entries.set(project_id, (entries.get(project_id) ?? 0) + more);
  }
  const issues = await count(
    'issue',
    `coalesce((select d.state from issue_decision d where d.project_id = t.project_id and d.issue_id = t.id), t.state) = 'open'`,
  );
  const changed = await count(
    'document',
    `trashed_at is null and not exists (select 1 from glossary_document g
       where g.project_id = t.project_id and g.id = t.id and g.content_hash = t.content_hash)`,
  );
  const gone = await sql<{ project_id: string; count: number }>`select project_id, cast(count(*) as bigint) as count
    from glossary_document g where not exists (select 1 from document d
      where d.project_id = g.project_id and d.id = g.id and d.trashed_at is null) group by project_id`.execute(db);
  for (const { project_id, count: more } of gone.rows) {
    changed.set(project_id, (changed.get(project_id) ?? 0) + more);
  }
  const last = await db
    .selectFrom('run as r')
    .select(['r.id', 'r.project_id', 'r.status', 'r.finished_at'])
    .where('r.id', '=', (eb) =>
      eb
        .selectFrom('run as o')
        .select('o.id')
        .whereRef('o.project_id', '=', 'r.project_id')
        .orderBy('o.created_at', 'desc')
        .orderBy('o.id', 'desc')
        .limit(1),
    )
    .execute();
  const active = await db
    .selectFrom('run')
    .select(['id', 'project_id', 'status'])
    .where('status', 'in', activeStatuses)
    .execute();
  const lastOf = new Map(last.map((row) => [row.project_id, row]));
  const activeOf = new Map(active.map((row) => [row.project_id, row]));
  return projects
    .map((row): ProjectSummary => {
      const running = activeOf.get(row.id);
      const latest = lastOf.get(row.id);
      return {
        ...toProject(row),
        documents: documents.get(row.id) ?? 0,
        entries: entries.get(row.id) ?? 0,
        openIssues: issues.get(row.id) ?? 0,
        changedDocuments: changed.get(row.id) ?? 0,
        lastChange: row.last_change,
        ...(running === undefined ? {} : { activeRun: { id: runId(running.id), status: running.status as RunStatus } }),
        ...(latest === undefined || !isTerminal(latest.status as RunStatus)
          ? {}
          : {
              lastRun: {
                id: runId(latest.id),
                status: latest.status as RunStatus,
                ...(latest.finished_at === null ? {} : { finishedAt: latest.finished_at }),
              },
            }),
      };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
