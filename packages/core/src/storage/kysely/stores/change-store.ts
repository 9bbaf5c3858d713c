import type { Kysely, Selectable } from 'kysely';
import type { Change, ChangedNoun, ProjectId, Touched } from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import type { Clock } from '../../../runtime/clock.ts';
import type { ChangeStore } from '../../work-stores.ts';
import type { Access } from '../access.ts';
import { touchedBy } from '../append-change.ts';
import { currentRows, isSame, type RowImage, type RowWrite, writeRows } from '../recorded-rows.ts';
import type { Tables } from '../tables.ts';

const HEAD = ['seq', 'at', 'author', 'kind', 'touched', 'undoes', 'undone_by'] as const;

export function changeStore({ read, write, recorder }: Access, clock: Clock): ChangeStore {
  return {
    last: (project) =>
      read(async (db) => {
        const row = await db.selectFrom('project').select('last_change').where('id', '=', project).executeTakeFirst();
        return row?.last_change;
      }),
    page: (project, { after, limit }) =>
      read(async (db) => {
        const rows = await db
          .selectFrom('change')
          .select(HEAD)
          .where('project_id', '=', project)
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(limit)
          .execute();
        return rows.map(toChange);
      }),
    of: (project, { noun, id, limit, before = Number.MAX_SAFE_INTEGER }) =>
      read(async (db) => {
        const rows = await db
          .selectFrom('change_item')
          .innerJoin('change', (join) =>
            join.onRef('change.project_id', '=', 'change_item.project_id').onRef('change.seq', '=', 'change_item.seq'),
          )
          .select([
            'change.seq',
            'change.at',
            'change.author',
            'change.kind',
            'change.touched',
            'change.undoes',
            'change.undone_by',
            'change.images',
          ])
          .where('change_item.project_id', '=', project)
          .where('change_item.noun', '=', noun)
          .where('change_item.id', '=', id)
          .where('change_item.seq', '<', before)
          .orderBy('change_item.seq', 'desc')
          .limit(limit)
          .execute();
        return rows.map((row) => ({ ...toChange(row), fields: fieldsOf(row.images, noun, id) }));
      }),
    undoable: (project, { limit }) =>
      read(async (db) => {
        const rows = await db
          .selectFrom('change')
          .select([...HEAD, 'undo_token', 'undo_until'])
          .where('project_id', '=', project)
          .where('undo_token', 'is not', null)
          .where('undone_by', 'is', null)
          .where('undo_until', '>', clock.now())
          .orderBy('seq', 'desc')
          .limit(limit)
          .execute();
        return rows.map(({ undo_token, undo_until, ...row }) => ({
          ...toChange(row),
          undo: { token: undo_token ?? '', until: undo_until ?? 0 },
        }));
      }),
    findUndo: (token) =>
      read(async (db) => {
        const row = await db
          .selectFrom('change')
          .select(['project_id', 'seq', 'undo_until', 'undone_by'])
          .where('undo_token', '=', token)
          .executeTakeFirst();
        if (row === undefined || row.undone_by !== null || (row.undo_until ?? 0) <= clock.now()) return undefined;
        return { project: row.project_id as ProjectId, seq: row.seq };
      }),
    revert: (project, seq) =>
      write(async (db) => {
        const row = await db
          .selectFrom('change')
          .select(['images', 'undone_by'])
          .where('project_id', '=', project)
          .where('seq', '=', seq)
          .executeTakeFirst();
        if (row === undefined || row.images === null || row.undone_by !== null) return false;
        const images = JSON.parse(row.images) as readonly RowImage[];
        await refuseChanged(db, images);
        for (const [table, group] of Map.groupBy(images, (image) => image.table)) {
          const writes = group.map(({ key, before }) => ({ key, row: before ?? undefined }) as RowWrite);
          await writeRows({ db, recorder }, table, writes);
        }
        return true;
      }),
    markUndone: (project, seq, { by }) =>
      write(async (db) => {
        const mark = db.updateTable('change').set({ undone_by: by }).where('project_id', '=', project);
        await mark.where('seq', '=', seq).execute();
      }),
    forget: ({ before }) =>
      write(async (db) => {
        const forgotten = await db
          .updateTable('change')
          .set({ images: null, undo_token: null, undo_until: null })
          .where('at', '<', before)
          .where('images', 'is not', null)
          .executeTakeFirst();
        return Number(forgotten.numUpdatedRows);
      }),
  };
}

/** A change is taken back only where everything is as it left it: what somebody did since is never lost. */
async function refuseChanged(db: Kysely<Tables>, images: readonly RowImage[]): Promise<void> {
  const changed: RowImage[] = [];
  for (const [table, group] of Map.groupBy(images, (image) => image.table)) {
    const current = await currentRows(
      db,
      table,
      group.map(({ key }) => key),
    );
    changed.push(...group.filter(({ after }, index) => !isSame(current[index] ?? null, after)));
  }
  if (changed.length === 0) return;
  const things = touchedBy(changed).flatMap(({ noun, ids = [] }) => ids.map((id) => `${noun} ${id}`));
  throw new GlossaryError('undo/conflict', `Changed since, so it is not taken back: ${things.join(', ')}.`, {
    details: { changed: things },
  });
}

function toChange(row: Pick<Selectable<Tables['change']>, (typeof HEAD)[number]>): Change {
  return {
    seq: row.seq,
    at: row.at,
    author: row.author as Change['author'],
    kind: row.kind as Change['kind'],
    touched: JSON.parse(row.touched) as readonly Touched[],
    ...(row.undoes === null ? {} : { undoes: row.undoes }),
    ...(row.undone_by === null ? {} : { undoneBy: row.undone_by }),
  };
}

/** What a change did to one thing: its columns before and after. */
function fieldsOf(images: string | null, noun: ChangedNoun, id: string) {
  if (images === null) return [];
  return (JSON.parse(images) as readonly RowImage[])
    .filter((image) => touchedBy([image]).some((touched) => touched.noun === noun && touched.ids?.includes(id)))
    .map(({ table, key, before, after }) => ({ table, key, before, after }));
}
