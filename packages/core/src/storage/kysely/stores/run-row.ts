import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import {
  type FailedItem,
  projectId,
  type Run,
  type RunBudget,
  type RunEvent,
  type RunFailure,
  type RunId,
  runId,
  type RunScope,
  type RunStatus,
  type RunUsage,
} from '../../../domain/index.ts';
import { batches } from '../batches.ts';
import type { Tables } from '../tables.ts';

export function runOf(row: Selectable<Tables['run']>): Run {
  const { calls, done, failed, reused, cost } = row;
  return {
    id: runId(row.id),
    projectId: projectId(row.project_id),
    scope: row.scope as RunScope,
    status: row.status as RunStatus,
    attempt: row.attempt,
    input: row.input,
    ...(row.resumes === null ? {} : { resumes: runId(row.resumes) }),
    ...(row.budget === null ? {} : { budget: JSON.parse(row.budget) as RunBudget }),
    counts: { done, failed, reused },
    usage: {
      calls,
      inputTokens: row.input_tokens,
      outputTokens: row.output_tokens,
      cost,
      unpricedCalls: row.unpriced_calls,
    },
    failedItems: JSON.parse(row.failed_items) as readonly FailedItem[],
    ...(row.failure === null ? {} : { failure: JSON.parse(row.failure) as RunFailure }),
    createdAt: row.created_at,
    ...(row.started_at === null ? {} : { startedAt: row.started_at }),
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
    firstSeq: row.first_seq,
    lastSeq: row.last_seq,
  };
}

/** The last event of a run, made from the row that was stored: what is told cannot differ from what is kept. */
export function runEnd(run: Run): RunEvent {
  const { status, finishedAt = 0, counts, usage, failure } = run;
  if (status === 'pending' || status === 'running' || status === 'cancelling') {
    throw new Error(`A run that is ${status} has no last event.`);
  }
  return { type: 'run-end', status, finishedAt, counts, usage, ...(failure === undefined ? {} : { failure }) };
}

/** Writes the events that end at `lastSeq`; the row of the run was updated before, in the same transaction. */
export async function insertEvents(
  db: Kysely<Tables>,
  events: readonly RunEvent[],
  { id, lastSeq, at }: { readonly id: RunId; readonly lastSeq: number; readonly at: number },
): Promise<void> {
  const first = lastSeq - events.length + 1;
  const rows = events.map((event, index) => ({ run_id: id, seq: first + index, at, event: JSON.stringify(event) }));
  for (const batch of batches(rows, ({ event }) => event.length)) {
    await db.insertInto('run_event').values(batch).execute();
  }
}

/** Adds to the columns of what a run has spent. */
export function addSpent({ calls, inputTokens, outputTokens, cost, unpricedCalls }: RunUsage) {
  return (eb: ExpressionBuilder<Tables, 'run'>) => ({
    calls: eb('calls', '+', calls),
    input_tokens: eb('input_tokens', '+', inputTokens),
    output_tokens: eb('output_tokens', '+', outputTokens),
    cost: eb('cost', '+', cost),
    unpriced_calls: eb('unpriced_calls', '+', unpricedCalls),
  });
}
