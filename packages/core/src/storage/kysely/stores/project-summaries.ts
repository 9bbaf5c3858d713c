import { type Kysely, type Selectable, sql } from 'kysely';
import {
  activeStatuses,
  isTerminal,
  type Issue,
  projectId,
  type ProjectId,
  type ProjectSummary,
  type RunStatus,
  runId,
} from '../../../domain/index.ts';
import type { Tables } from '../tables.ts';
import { readIssues } from './issue-store.ts';
import { toProject } from './project-row.ts';

type SummaryRow = Pick<
  Selectable<Tables['project']>,
  'id' | 'name' | 'created_at' | 'language' | 'subject' | 'archived_at' | 'last_change'
> & {
  readonly documents: number;
  readonly entries: number;
  readonly open_issues: number;
  /** Of people, about issues or about whole entries. */
  readonly decisions: number;
  readonly changed_documents: number;
  readonly active_id: string | null;
  readonly active_status: string | null;
  readonly latest_id: string | null;
  readonly latest_status: string | null;
  readonly latest_finished_at: number | null;
};

/** How many rows there are `from` something. PostgreSQL and SQLite call the type of a count differently unless told. */
const count = (from: string) => `(select cast(count(*) as bigint) from ${from})`;

/** Every project (or one) with what is counted in it. */
export async function projectSummaries(
  db: Kysely<Tables>,
  { only }: { readonly only?: ProjectId } = {},
): Promise<ProjectSummary[]> {
  const { rows } = await sql<SummaryRow>`${SUMMARIES}${only === undefined ? sql`` : sql` and p.id = ${only}`}`.execute(
    db,
  );
  const summaries: ProjectSummary[] = [];
  for (const row of rows) {
    // Which issues people still see is told in one place. Where they decided nothing, all that were found are.
    const open = row.decisions === 0 ? row.open_issues : countOpen(await readIssues(db, projectId(row.id)));
    summaries.push(toSummary({ ...row, open_issues: open }));
  }
  return summaries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function countOpen(issues: readonly Issue[]): number {
  return issues.filter(({ state }) => state === 'open').length;
}

const DOCUMENTS = 'document d where d.project_id = p.id and d.trashed_at is null';
const EDITS = 'entry_edit e where e.project_id = p.id';

/** One value of the run that is under way, and of the one begun last: a joined row costs SQLite ten times as much. */
const active = (column: string) => `(select r.${column} from run r where r.project_id = p.id
  and r.status in (${activeStatuses.map((status) => `'${status}'`).join(', ')}))`;
const latest = (column: string) => `(select r.${column} from run r where r.project_id = p.id
  order by r.created_at desc, r.id desc limit 1)`;

const SUMMARIES = sql.raw(`select
  p.id, p.name, p.created_at, p.language, p.subject, p.archived_at, p.last_change,
  ${count(DOCUMENTS)} as documents,
  ${count(`concept c where c.project_id = p.id
    and not exists (select 1 from ${EDITS} and e.concept_id = c.id and e.removed is not null)
    and (c.position >= 0 or exists (select 1 from ${EDITS} and e.concept_id = c.id))`)}
  + ${count(`${EDITS} and e.language is not null and e.removed is null
    and not exists (select 1 from concept c where c.project_id = p.id and c.id = e.concept_id)`)} as entries,
  ${count("issue i where i.project_id = p.id and i.state = 'open'")} as open_issues,
  ${count('issue_decision d where d.project_id = p.id')}
  + ${count(`${EDITS} and e.removed is not null`)} as decisions,
  ${count(`${DOCUMENTS} and not exists (select 1 from glossary_document g
    where g.project_id = p.id and g.id = d.id and g.content_hash = d.content_hash)`)}
  + ${count(`glossary_document g where g.project_id = p.id
    and not exists (select 1 from ${DOCUMENTS} and d.id = g.id)`)} as changed_documents,
  ${active('id')} as active_id, ${active('status')} as active_status,
  ${latest('id')} as latest_id, ${latest('status')} as latest_status, ${latest('finished_at')} as latest_finished_at
from project p where p.trashed_at is null`);

function toSummary(row: SummaryRow): ProjectSummary {
  const { active_id, active_status, latest_id, latest_status, latest_finished_at } = row;
  const isOver = latest_id !== null && isTerminal(latest_status as RunStatus);
  return {
    ...toProject(row),
    documents: row.documents,
    entries: row.entries,
    openIssues: row.open_issues,
    changedDocuments: row.changed_documents,
    lastChange: row.last_change,
    ...(active_id === null ? {} : { activeRun: { id: runId(active_id), status: active_status as RunStatus } }),
    ...(isOver
      ? {
          lastRun: {
            id: runId(latest_id),
            status: latest_status as RunStatus,
            ...(latest_finished_at === null ? {} : { finishedAt: latest_finished_at }),
          },
        }
      : {}),
  };
}
