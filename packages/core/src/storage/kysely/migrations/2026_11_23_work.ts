import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectTraits } from '../backend.ts';

/**
 * What people do: every change with a number and the rows as they were before it, edits of entries that lie over what a
 * build wrote, the candidates of the last build, published versions, and the trash.
 */
export function work({ types, tableSuffix }: DialectTraits): Migration {
  const { text, integer, real, bytes } = types;
  return {
    async up(db: Kysely<unknown>) {
      const createOwned = (name: string) => {
        const table = db.schema
          .createTable(name)
          .addColumn('project_id', text, (column) => column.notNull())
          .addForeignKeyConstraint(`${name}_project`, ['project_id'], 'project', ['id'], (key) =>
            key.onDelete('cascade'),
          );
        return tableSuffix === undefined ? table : table.modifyEnd(tableSuffix);
      };
      const add = (table: string) => ({
        text: (name: string) => db.schema.alterTable(table).addColumn(name, text).execute(),
        count: (name: string) =>
          db.schema
            .alterTable(table)
            .addColumn(name, integer, (column) => column.notNull().defaultTo(0))
            .execute(),
      });

      for (const name of ['language', 'subject', 'archived_at', 'trashed_at', 'trashed_name']) {
        await add('project').text(name);
      }
      await add('project').count('last_change');
      for (const name of ['updated_at', 'trashed_at']) await add('document').text(name);
      await add('document').count('length');
      await sql`update document set length = length(text)`.execute(db);
      await createOwned('content')
        .addColumn('content_hash', text, (column) => column.notNull())
        .addColumn('text', text, (column) => column.notNull())
        .addColumn('released_at', integer)
        .addPrimaryKeyConstraint('content_key', ['project_id', 'content_hash'])
        .execute();
      await sql`insert into content (project_id, content_hash, text)
        select project_id, content_hash, min(text) from document group by project_id, content_hash`.execute(db);
      await db.schema.alterTable('document').dropColumn('text').execute();
      await add('occurrence').count('count');
      await sql`update occurrence set count = (length(ranges) - length(replace(ranges, ',', '')) + 1) / 3 where ranges <> '[]'`.execute(
        db,
      );
      for (const name of ['reason', 'note', 'basis']) await add('issue_decision').text(name);

      await createOwned('change')
        .addColumn('seq', integer, (column) => column.notNull())
        .addColumn('at', integer, (column) => column.notNull())
        .addColumn('author', text, (column) => column.notNull())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('touched', text, (column) => column.notNull())
        .addColumn('images', text)
        .addColumn('undo_token', text, (column) => column.unique())
        .addColumn('undo_until', integer)
        .addColumn('undoes', integer)
        .addColumn('undone_by', integer)
        .addPrimaryKeyConstraint('change_key', ['project_id', 'seq'])
        .execute();

      await createOwned('change_item')
        .addColumn('noun', text, (column) => column.notNull())
        .addColumn('id', text, (column) => column.notNull())
        .addColumn('seq', integer, (column) => column.notNull())
        .addPrimaryKeyConstraint('change_item_key', ['project_id', 'noun', 'id', 'seq'])
        .execute();

      // No references to concepts: what people did outlives them.
      await createOwned('entry_edit')
        .addColumn('concept_id', text, (column) => column.notNull())
        .addColumn('language', text)
        .addColumn('designations', text)
        .addColumn('occurrences', text)
        .addColumn('note', text)
        .addColumn('locked', text)
        .addColumn('removed', text)
        .addColumn('removed_at', text)
        .addColumn('merged_into', text)
        .addColumn('revision', integer)
        .addPrimaryKeyConstraint('entry_edit_key', ['project_id', 'concept_id'])
        .execute();

      await createOwned('relation_decision')
        .addColumn('concept_id', text, (column) => column.notNull())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('target', text, (column) => column.notNull())
        .addColumn('state', text, (column) => column.notNull())
        .addColumn('evidence', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('relation_decision_key', ['project_id', 'concept_id', 'kind', 'target'])
        .execute();
      await sql`insert into relation_decision (project_id, concept_id, kind, target, state, evidence)
        select project_id, concept_id, kind, target, state, evidence from relation where state = 'accepted'`.execute(
        db,
      );

      await createOwned('candidate')
        .addColumn('id', text, (column) => column.notNull())
        .addColumn('position', integer, (column) => column.notNull())
        .addColumn('key', text, (column) => column.notNull())
        .addColumn('language', text, (column) => column.notNull())
        .addColumn('term', text, (column) => column.notNull())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('forms', text, (column) => column.notNull())
        .addColumn('frequency', integer, (column) => column.notNull())
        .addColumn('document_frequency', integer, (column) => column.notNull())
        .addColumn('score', real, (column) => column.notNull())
        .addColumn('parts', text, (column) => column.notNull())
        .addColumn('reading', text)
        .addColumn('is_kept', integer, (column) => column.notNull())
        .addPrimaryKeyConstraint('candidate_key', ['project_id', 'id'])
        .execute();

      await createOwned('version')
        .addColumn('number', integer, (column) => column.notNull())
        .addColumn('name', text, (column) => column.notNull())
        .addColumn('note', text)
        .addColumn('published_at', integer, (column) => column.notNull())
        .addColumn('sha256', text, (column) => column.notNull())
        .addColumn('entries', integer, (column) => column.notNull())
        .addColumn('glossary', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('version_key', ['project_id', 'number'])
        .execute();
    },
  };
}
