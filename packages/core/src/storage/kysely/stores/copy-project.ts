import { type Kysely, sql } from 'kysely';
import type { ProjectId } from '../../../domain/index.ts';
import type { Tables } from '../tables.ts';

/** What makes a project, in an order that keeps references whole. Runs and history belong to the one that had them. */
export const copied = {
  content: ['content_hash', 'text', 'released_at'],
  document: ['id', 'name', 'format', 'encoding', 'content_hash', 'length', 'updated_at', 'trashed_at', 'origin'],
  term_rule: ['list', 'position', 'pattern', 'note'],
  glossary: ['title', 'built_at'],
  glossary_document: ['id', 'position', 'name', 'format', 'encoding', 'language', 'content_hash', 'line_starts'],
  concept: ['id', 'position', 'language', 'reason', 'score', 'score_parts'],
  designation: ['concept_id', 'position', 'text', 'kind', 'status', 'form', 'reading'],
  definition: ['concept_id', 'author', 'revision', 'state', 'confidence', 'reason', 'statements'],
  relation: ['concept_id', 'kind', 'target', 'position', 'state', 'evidence'],
  relation_decision: ['concept_id', 'kind', 'target', 'state', 'evidence'],
  category: ['id', 'name', 'colour', 'position'],
  term_category: ['concept_id', 'category_id'],
  occurrence: ['concept_id', 'document_id', 'ranges', 'count'],
  issue: ['id', 'position', 'concept_id', 'kind', 'rule', 'message', 'quote', 'others', 'evidence', 'state'],
  issue_decision: ['issue_id', 'state', 'decided_at', 'reason', 'note', 'basis'],
  entry_edit: [
    'concept_id',
    'language',
    'designations',
    'occurrences',
    'note',
    'locked',
    'removed',
    'removed_at',
    'merged_into',
    'revision',
  ],
  candidate: [
    'id',
    'position',
    'key',
    'language',
    'term',
    'kind',
    'forms',
    'frequency',
    'document_frequency',
    'score',
    'parts',
    'reading',
    'is_kept',
  ],
  settled: ['kind', 'subject', 'basis'],
  project_settings: ['settings'],
  version: ['number', 'name', 'note', 'published_at', 'sha256', 'entries', 'glossary'],
  checkpoint: ['key', 'value', 'made_at'],
} as const satisfies { readonly [Table in keyof Tables]?: readonly (keyof Tables[Table])[] };

/** Copies inside the database: no row travels. */
export async function copyProject(db: Kysely<Tables>, from: ProjectId, to: ProjectId): Promise<void> {
  for (const [table, columns] of Object.entries(copied)) {
    const names = sql.join(columns.map((column) => sql.ref(column)));
    await sql`insert into ${sql.table(table)} (project_id, ${names})
      select ${to}, ${names} from ${sql.table(table)} where project_id = ${from}`.execute(db);
  }
}
