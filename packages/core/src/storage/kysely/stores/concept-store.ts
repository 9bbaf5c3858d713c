import type { Definition } from '../../../domain/index.ts';
import type { ConceptStore } from '../../storage.ts';
import type { Access } from '../access.ts';
import { definitionRow } from './definition-row.ts';
import { readConcepts, toDefinition } from './read-concepts.ts';
import { notFound } from './require-project.ts';

export function conceptStore({ read, write }: Access): ConceptStore {
  return {
    read: (project, id) =>
      read(async (db) => {
        const [concept] = await readConcepts(db, project, { only: id });
        return concept;
      }),
    revisions: (project, id) =>
      read(async (db) => {
        const query = db.selectFrom('definition').selectAll().where('project_id', '=', project);
        const rows = await query.where('concept_id', '=', id).execute();
        return rows.map(toDefinition).toSorted(byRevision);
      }),
    editDefinition: (project, id, { statements, confidence, reason }) =>
      write(async (db) => {
        const [concept] = await readConcepts(db, project, { only: id });
        if (concept === undefined) throw notFound('concept', id);
        const query = db.selectFrom('definition').select(({ fn }) => fn.max('revision').as('last'));
        const { last } = await query
          .where('project_id', '=', project)
          .where('concept_id', '=', id)
          .executeTakeFirstOrThrow();
        const definition: Definition = {
          state: 'edited',
          author: 'person',
          statements,
          confidence,
          revision: (last ?? 0) + 1,
          ...(reason === undefined ? {} : { reason }),
        };
        await db
          .insertInto('definition')
          .values(definitionRow(project, id, definition))
          .execute();
        return definition;
      }),
    acceptRelation: (project, id, { kind, target }) =>
      write(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('relation')
          .set({ state: 'accepted' })
          .where('project_id', '=', project)
          .where('concept_id', '=', id)
          .where('kind', '=', kind)
          .where('target', '=', target)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw notFound('relation', `${id} ${kind} ${target}`);
      }),
  };
}

function byRevision(a: Definition, b: Definition): number {
  return a.revision - b.revision || Number(a.author === 'person') - Number(b.author === 'person');
}
