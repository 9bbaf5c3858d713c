import type { Kysely } from 'kysely';
import type { ProjectId, TermLists, TermRule } from '../../../domain/index.ts';
import type { TermListStore } from '../../project-stores.ts';
import type { Access } from '../access.ts';
import { lockProject } from '../append-change.ts';
import { writeRows } from '../recorded-rows.ts';
import type { Tables } from '../tables.ts';

const LISTS = ['required', 'excluded'] as const satisfies readonly (keyof TermLists)[];

/** Rules that one change adds stand in this span, so that no later change gives their numbers again. */
const SPAN = 1_000_000;

export function termListStore({ read, write, recorder }: Access): TermListStore {
  const writeTo = (db: Kysely<Tables>) => ({ db, recorder });

  return {
    read: (project) =>
      read(async (db) => {
        const stored = await rows(db, project);
        const rulesOf = (list: keyof TermLists) => stored.filter((row) => row.list === list).map(toRule);
        return { required: rulesOf('required'), excluded: rulesOf('excluded') };
      }),
    replace: (project, lists) =>
      write(async (db) => {
        await lockProject(db, project);
        const given = LISTS.flatMap((list) =>
          lists[list].map(({ pattern, note = null }, position) => ({
            key: { project_id: project, list, position },
            row: { pattern, note },
          })),
        );
        const places = new Set(given.map(({ key }) => `${key.list} ${key.position}`));
        const gone = (await rows(db, project)).filter(({ list, position }) => !places.has(`${list} ${position}`));
        await writeRows(writeTo(db), 'term_rule', [
          ...gone.map(({ list, position }) => ({ key: { project_id: project, list, position }, row: undefined })),
          ...given,
        ]);
      }),
    add: (project, list, rules) =>
      write(async (db) => {
        const { lastChange } = await lockProject(db, project);
        const stored = await rows(db, project);
        const known = new Set(stored.filter((row) => row.list === list).map((row) => row.pattern));
        const fresh = rules.filter(({ pattern }) => !known.has(pattern) && known.add(pattern));
        const start = SPAN * (1 + lastChange);
        const last = stored.at(-1)?.position ?? -1;
        const from = Math.max(start, last + 1);
        const writes = fresh.map(({ pattern, note = null }, index) => ({
          key: { project_id: project, list, position: from + index },
          row: { pattern, note },
        }));
        await writeRows(writeTo(db), 'term_rule', writes);
        return fresh.length;
      }),
    remove: (project, list, patterns) =>
      write(async (db) => {
        const gone = new Set(patterns);
        const found = (await rows(db, project)).filter((row) => row.list === list && gone.has(row.pattern));
        const writes = found.map(({ position }) => ({ key: { project_id: project, list, position }, row: undefined }));
        await writeRows(writeTo(db), 'term_rule', writes);
        return found.length;
      }),
  };
}

function rows(db: Kysely<Tables>, project: ProjectId) {
  return db
    .selectFrom('term_rule')
    .select(['list', 'position', 'pattern', 'note'])
    .where('project_id', '=', project)
    .orderBy('position')
    .execute();
}

function toRule({ pattern, note }: { pattern: string; note: string | null }): TermRule {
  return note === null ? { pattern } : { pattern, note };
}
