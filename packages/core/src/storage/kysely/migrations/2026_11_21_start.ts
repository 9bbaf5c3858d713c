import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { DialectTraits } from '../backend.ts';

/** The first schema. A migration is history: it does not change once it was released, and it reads no other code. */
export function start({ types, tableSuffix }: DialectTraits): Migration {
  const { text, integer, real, bytes } = types;

  async function up(db: Kysely<unknown>): Promise<void> {
    const create = (name: string) => {
      const table = db.schema.createTable(name);
      return tableSuffix === undefined ? table : table.modifyEnd(tableSuffix);
    };
    const createOwned = (name: string) =>
      create(name)
        .addColumn('project_id', text, (column) => column.notNull())
        .addForeignKeyConstraint(`${name}_project`, ['project_id'], 'project', ['id'], (key) =>
          key.onDelete('cascade'),
        );

    await create('project')
      .addColumn('id', text, (column) => column.notNull().primaryKey())
      .addColumn('name', text, (column) => column.notNull().unique())
      .addColumn('created_at', text, (column) => column.notNull())
      .execute();

    await createOwned('document')
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('format', text, (column) => column.notNull())
      .addColumn('encoding', text, (column) => column.notNull())
      .addColumn('content_hash', text, (column) => column.notNull())
      .addColumn('text', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('document_key', ['project_id', 'id'])
      .addUniqueConstraint('document_name', ['project_id', 'name'])
      .execute();
    await db.schema.createIndex('document_content').on('document').column('content_hash').execute();

    await create('analysis')
      .addColumn('content_hash', text, (column) => column.notNull())
      .addColumn('analyzer', text, (column) => column.notNull())
      .addColumn('payload', bytes, (column) => column.notNull())
      .addColumn('size', integer, (column) => column.notNull())
      .addColumn('stored_at', integer, (column) => column.notNull())
      .addPrimaryKeyConstraint('analysis_key', ['content_hash', 'analyzer'])
      .execute();

    await createOwned('term_rule')
      .addColumn('list', text, (column) => column.notNull())
      .addColumn('position', integer, (column) => column.notNull())
      .addColumn('pattern', text, (column) => column.notNull())
      .addColumn('note', text)
      .addPrimaryKeyConstraint('term_rule_key', ['project_id', 'list', 'position'])
      .execute();

    await createOwned('glossary')
      .addColumn('title', text, (column) => column.notNull())
      .addColumn('built_at', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('glossary_key', ['project_id'])
      .execute();

    await createOwned('glossary_document')
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('position', integer, (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('format', text, (column) => column.notNull())
      .addColumn('encoding', text, (column) => column.notNull())
      .addColumn('language', text, (column) => column.notNull())
      .addColumn('content_hash', text, (column) => column.notNull())
      .addColumn('line_starts', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('glossary_document_key', ['project_id', 'id'])
      .execute();

    await createOwned('concept')
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('position', integer, (column) => column.notNull())
      .addColumn('language', text, (column) => column.notNull())
      .addColumn('reason', text, (column) => column.notNull())
      .addColumn('score', real, (column) => column.notNull())
      .addColumn('score_parts', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('concept_key', ['project_id', 'id'])
      .execute();

    await ofConcept(create('designation'), 'designation')
      .addColumn('position', integer, (column) => column.notNull())
      .addColumn('text', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('status', text, (column) => column.notNull())
      .addColumn('form', text, (column) => column.notNull())
      .addColumn('reading', text)
      .addPrimaryKeyConstraint('designation_key', ['project_id', 'concept_id', 'position'])
      .execute();

    // No reference to the concept: what people wrote outlives it.
    await createOwned('definition')
      .addColumn('concept_id', text, (column) => column.notNull())
      .addColumn('author', text, (column) => column.notNull())
      .addColumn('revision', integer, (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .addColumn('confidence', real, (column) => column.notNull())
      .addColumn('reason', text)
      .addColumn('statements', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('definition_key', ['project_id', 'concept_id', 'author', 'revision'])
      .execute();

    await createOwned('relation')
      .addColumn('concept_id', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('target', text, (column) => column.notNull())
      .addColumn('position', integer, (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .addColumn('evidence', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('relation_key', ['project_id', 'concept_id', 'kind', 'target'])
      .execute();

    await ofConcept(create('occurrence'), 'occurrence')
      .addColumn('document_id', text, (column) => column.notNull())
      .addColumn('ranges', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('occurrence_key', ['project_id', 'concept_id', 'document_id'])
      .execute();

    await createOwned('issue')
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('position', integer, (column) => column.notNull())
      .addColumn('concept_id', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('rule', text, (column) => column.notNull())
      .addColumn('message', text, (column) => column.notNull())
      .addColumn('quote', text, (column) => column.notNull())
      .addColumn('others', text, (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('issue_key', ['project_id', 'id'])
      .execute();

    await createOwned('issue_decision')
      .addColumn('issue_id', text, (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .addColumn('decided_at', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('issue_decision_key', ['project_id', 'issue_id'])
      .execute();
  }

  function ofConcept(table: CreateTableBuilder<string>, name: string) {
    return table
      .addColumn('project_id', text, (column) => column.notNull())
      .addColumn('concept_id', text, (column) => column.notNull())
      .addForeignKeyConstraint(
        `${name}_concept`,
        ['project_id', 'concept_id'],
        'concept',
        ['project_id', 'id'],
        (key) => key.onDelete('cascade'),
      );
  }

  return { up };
}
