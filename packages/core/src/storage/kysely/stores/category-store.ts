import type { Kysely } from 'kysely';
import {
  type Category,
  type CategoryColour,
  type CategoryId,
  categoryId,
  type ConceptId,
  conceptId,
  type ProjectId,
} from '../../../domain/index.ts';
import type { CategoryStore } from '../../glossary-stores.ts';
import type { Access } from '../access.ts';
import { lockProject } from '../append-change.ts';
import { writeRows } from '../recorded-rows.ts';
import type { Tables } from '../tables.ts';

export function categoryStore({ read, write, recorder }: Access): CategoryStore {
  return {
    list: (project) =>
      read(async (db) => {
        const counts = new Map<string, number>();
        for (const { id } of await readAssigned(db, project)) counts.set(id, (counts.get(id) ?? 0) + 1);
        return (await readRows(db, project)).map(
          ({ id, name, colour }): Category => ({
            id: categoryId(id),
            name,
            colour: colour as CategoryColour,
            terms: counts.get(id) ?? 0,
          }),
        );
      }),
    replace: (project, categories) =>
      write(async (db) => {
        await lockProject(db, project);
        const kept = new Set<string>(categories.map(({ id }) => id));
        const gone = (await readRows(db, project)).filter(({ id }) => !kept.has(id));
        await writeRows({ db, recorder }, 'category', [
          ...gone.map(({ id }) => ({ key: { project_id: project, id }, row: undefined })),
          ...categories.map(({ id, name, colour }, position) => ({
            key: { project_id: project, id },
            row: { name, colour, position },
          })),
        ]);
      }),
    assigned: (project) =>
      read(async (db) => {
        const rows = await readAssigned(db, project);
        return new Map(
          rows.map(({ concept_id, id }): [ConceptId, CategoryId] => [conceptId(concept_id), categoryId(id)]),
        );
      }),
    assign: (project, ids, category) =>
      write(async (db) => {
        await lockProject(db, project);
        const row = category === undefined ? undefined : { category_id: category };
        const writes = ids.map((concept_id) => ({ key: { project_id: project, concept_id }, row }));
        await writeRows({ db, recorder }, 'term_category', writes);
      }),
  };
}

/** The name of the category that each term or entry is in. */
export async function readCategoryNames(db: Kysely<Tables>, project: ProjectId): Promise<Map<ConceptId, string>> {
  const rows = await readAssigned(db, project);
  return new Map(rows.map(({ concept_id, name }) => [conceptId(concept_id), name]));
}

function readRows(db: Kysely<Tables>, project: ProjectId) {
  return db
    .selectFrom('category')
    .select(['id', 'name', 'colour'])
    .where('project_id', '=', project)
    .orderBy('position')
    .execute();
}

function readAssigned(db: Kysely<Tables>, project: ProjectId) {
  return db
    .selectFrom('term_category')
    .innerJoin('category', (join) =>
      join
        .onRef('category.project_id', '=', 'term_category.project_id')
        .onRef('category.id', '=', 'term_category.category_id'),
    )
    .select(['term_category.concept_id', 'category.id', 'category.name'])
    .where('term_category.project_id', '=', project)
    .execute();
}
