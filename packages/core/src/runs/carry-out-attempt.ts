import { isTerminal, type Run } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { AttemptWriter, type LastGroup } from './attempt-writer.ts';
import type { InFlight } from './in-flight.ts';
import type { ExecutionOutcome, PipelineExecutor } from './pipeline-executor.ts';
import { RunStopped } from './run-stopped.ts';
import type { RunTools } from './run-tools.ts';
import { saveEnd, saveStatus } from './status-writer.ts';

export interface AttemptTools extends RunTools {
  readonly executor: PipelineExecutor;
  /** The disk is full: gives room for the last words. */
  readonly makeRoom: () => void;
}

/**
 * One attempt from its claim to the last word about it: executes the pipeline, then writes down what it came to.
 *
 * @returns the run as it is stored, where it is over
 * @throws what keeps the last word from being written
 */
export async function carryOutAttempt(
  run: Run,
  { controller, inFlight }: { readonly controller: AbortController; readonly inFlight: InFlight },
  tools: AttemptTools,
): Promise<Run | undefined> {
  const writer = writerOf(run, controller, tools);
  const outcome = await tools.executor.execute(run, { signal: controller.signal, writer, inFlight });
  return settle(run, { outcome, rest: await writer.close() }, tools);
}

function writerOf({ id, attempt }: Run, controller: AbortController, tools: AttemptTools): AttemptWriter {
  const { storage, clock, points, metrics, settings, wakes, makeRoom } = tools;
  return new AttemptWriter({ id, attempt }, storage, {
    clock,
    points,
    policy: settings.appendRetry,
    metrics,
    onCommitted: (run) => {
      wakes.wake(id);
      // Another process can only write it down that a person cancelled.
      if (run.status === 'cancelling') controller.abort(new RunStopped('cancel'));
    },
    onRefused: (refusal) => {
      if (refusal.kind !== 'error') return controller.abort(new RunStopped('lease-lost'));
      if (GlossaryError.is(refusal.error, 'storage/disk-full')) makeRoom();
      return controller.abort(refusal.error);
    },
  });
}

async function settle(
  { id, attempt }: Run,
  { outcome, rest }: { readonly outcome: ExecutionOutcome; readonly rest: LastGroup },
  tools: AttemptTools,
): Promise<Run | undefined> {
  const { storage, logger, settings } = tools;
  const key = { id, attempt };
  const status = { ...tools, policy: settings.statusRetry };
  if (outcome.kind === 'stopped') {
    const { reason } = outcome;
    // What a stopped attempt still had to say goes first: its events and checkpoints are not lost with it.
    const { unansweredEvents: _events, unansweredCalls: _calls, ...group } = rest;
    if (group.events.length > 0 || group.checkpoints.length > 0 || group.calls.length > 0) {
      await saveStatus(key, () => storage.runs.append({ ...key, ...group }), status);
    }
    const moved = await saveStatus(key, () => storage.runs.release(key, { reason }), status);
    logger.info('run-interrupted', { run: id, attempt, reason });
    return moved.kind !== 'not-found' && isTerminal(moved.run.status) ? moved.run : undefined;
  }
  const { kind: _kind, results, ...end } = outcome;
  const finish = { ...key, ...rest, ...end };
  if (results === undefined) return saveEnd(finish, status);
  try {
    return await saveEnd({ ...finish, save: results.save }, status);
  } catch (error) {
    // The results themselves cannot be saved: that is how this run ends.
    logger.error('run-results-unsaved', { run: id, attempt, error });
    const code = GlossaryError.is(error) ? error.code : 'unexpected';
    const failure = { code, message: 'The results could not be saved.' };
    return saveEnd({ ...finish, status: 'failed', failure }, status);
  }
}
