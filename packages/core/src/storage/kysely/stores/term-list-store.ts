import type { TermLists, TermRule } from '../../../domain/index.ts';
import type { TermListStore } from '../../storage.ts';
import type { Access } from '../access.ts';
import { batches } from '../batches.ts';
import { requireProject } from './require-project.ts';

const LISTS = ['required', 'excluded'] as const satisfies readonly (keyof TermLists)[];

export function termListStore({ read, write }: Access): TermListStore {
  return {
    read: (project) =>
      read(async (db) => {
        const query = db.selectFrom('term_rule').select(['list', 'pattern', 'note']).where('project_id', '=', project);
        const rows = await query.orderBy('position').execute();
        const rulesOf = (list: keyof TermLists) => rows.filter((row) => row.list === list).map(toRule);
        return { required: rulesOf('required'), excluded: rulesOf('excluded') };
      }),
    replace: (project, lists) =>
      write(async (db) => {
        await requireProject(db, project);
        await db.deleteFrom('term_rule').where('project_id', '=', project).execute();
        const rows = LISTS.flatMap((list) =>
          lists[list].map(({ pattern, note = null }, position) => {
            return { project_id: project, list, position, pattern, note };
          }),
        );
        for (const batch of batches(rows)) await db.insertInto('term_rule').values(batch).execute();
      }),
  };
}

function toRule({ pattern, note }: { pattern: string; note: string | null }): TermRule {
  return note === null ? { pattern } : { pattern, note };
}
