import type { Kysely, Selectable } from 'kysely';
import type { CallOutcome, ModelCall, ModelCallText, ModelStep, RecordedCall, RunId } from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import type { AttemptKey, CallQuery, CallStore, NewCall } from '../../run-stores.ts';
import type { Access } from '../access.ts';
import { batches } from '../batches.ts';
import type { Tables } from '../tables.ts';

/** A page leaves the words of its calls in the database: they can be a thousand times longer than the rest. */
const SHOWN = ['number', 'attempt', 'at', 'step', 'outcome', 'call'] as const;

type ShownRow = Pick<Selectable<Tables['model_call']>, (typeof SHOWN)[number]> & { readonly has_text: unknown };

export function callStore({ read }: Access): CallStore {
  return {
    page: (run, query) =>
      read(async (db) => {
        const { limit, cursor, order = 'newest' } = query;
        const { total } = await chosen(db, run, query)
          .select((eb) => eb.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow();
        const isNewestFirst = order === 'newest';
        const rest =
          cursor === undefined
            ? chosen(db, run, query)
            : chosen(db, run, query).where('number', isNewestFirst ? '<' : '>', numberOf(cursor));
        const rows = await rest
          .select([...SHOWN])
          .select((eb) => eb('text', 'is not', null).as('has_text'))
          .orderBy('number', isNewestFirst ? 'desc' : 'asc')
          .limit(limit + 1)
          .execute();
        const items = rows.slice(0, limit).map(recorded);
        const last = items.at(-1);
        const isEnd = last === undefined || rows.length <= limit;
        return { items, total, ...(isEnd ? {} : { cursor: String(last.number) }) };
      }),
    read: (run, number) =>
      read(async (db) => {
        const row = await db
          .selectFrom('model_call')
          .select([...SHOWN, 'text'])
          .select((eb) => eb('text', 'is not', null).as('has_text'))
          .where('run_id', '=', run)
          .where('number', '=', number)
          .executeTakeFirst();
        if (row === undefined) return undefined;
        const { text } = row;
        return { ...recorded(row), ...(text === null ? {} : { text: JSON.parse(text) as ModelCallText }) };
      }),
  };
}

function chosen(db: Kysely<Tables>, run: RunId, { step, outcome }: CallQuery) {
  const own = db.selectFrom('model_call').where('run_id', '=', run);
  const ofStep = step === undefined ? own : own.where('step', '=', step);
  return outcome === undefined ? ofStep : ofStep.where('outcome', '=', outcome);
}

/** @throws `list/invalid-cursor` */
function numberOf(cursor: string): number {
  if (/^\d{1,15}$/u.test(cursor)) return Number(cursor);
  throw new GlossaryError('list/invalid-cursor', 'The cursor was not made by this list.', {
    details: { cursor: cursor.slice(0, 100) },
  });
}

function recorded({ number, attempt, at, step, outcome, call, has_text: hasText }: ShownRow): RecordedCall {
  return {
    // Written by `insertCalls` from the same type.
    ...(JSON.parse(call) as Omit<ModelCall, 'step' | 'outcome'>),
    step: step as ModelStep,
    outcome: outcome as CallOutcome,
    number,
    attempt,
    at,
    hasText: Boolean(hasText),
  };
}

/** Writes calls behind those of the run that are there; the row of the run was updated before, in the same transaction. */
export async function insertCalls(
  db: Kysely<Tables>,
  calls: readonly NewCall[],
  { id, attempt, at }: AttemptKey & { readonly at: number },
): Promise<void> {
  if (calls.length === 0) return;
  const newest = await db
    .selectFrom('model_call')
    .select('number')
    .where('run_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const rows = calls.map(({ call: { step, outcome, ...call }, text }, index) => ({
    run_id: id,
    number: (newest?.number ?? 0) + 1 + index,
    attempt,
    at,
    step,
    outcome,
    call: JSON.stringify(call),
    text: text === undefined ? null : JSON.stringify(text),
  }));
  for (const batch of batches(rows, ({ text }) => text?.length ?? 0)) {
    await db.insertInto('model_call').values(batch).execute();
  }
}
