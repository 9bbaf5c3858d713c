import {
  isTerminal,
  type RunCounts,
  type RunEvent,
  type RunFailure,
  type RunStatus,
  type StepName,
  stepNames,
} from '@genglossary/core/domain';

/** One event of a run's journal as the client tells it, or what the client says about the journal. */
export type RunMessage =
  | (RunEvent & { readonly seq: number; readonly at: number })
  | { readonly type: 'events-truncated'; readonly from: number; readonly to: number; readonly seq: number }
  | { readonly type: 'status-unsaved'; readonly status: string; readonly seq: number };

export interface StepView {
  readonly step: StepName;
  readonly state: 'waiting' | 'active' | 'done';
  readonly done: number;
  /** Of those, the ones that were worked on now, and not found from before. */
  readonly made: number;
  /** Unknown until the step tells it. */
  readonly total?: number;
  /** What the step made, when it is done. */
  readonly count?: number;
  readonly startedAt?: number;
}

/** A run as its events tell it. */
export interface RunView {
  /** Number of the last event that is in it. */
  readonly lastSeq: number;
  readonly status: RunStatus;
  readonly steps: readonly StepView[];
  readonly log: readonly RunMessage[];
  readonly failed: readonly Extract<RunEvent, { type: 'item-failed' }>[];
  readonly skipped: readonly Extract<RunEvent, { type: 'document-skipped' }>[];
  readonly counts?: RunCounts;
  readonly failure?: RunFailure;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  /** When the last event happened. */
  readonly heardAt?: number;
  /** It is over, but the database could not be told yet. */
  readonly isUnsaved: boolean;
}

const allWaiting: readonly StepView[] = stepNames.map((step) => ({ step, state: 'waiting', done: 0, made: 0 }));

export const nothingHeard: RunView = {
  lastSeq: 0,
  status: 'pending',
  steps: allWaiting,
  log: [],
  failed: [],
  skipped: [],
  isUnsaved: false,
};

/** The view after these events. Events that are in it already change nothing, so that reconnecting is harmless. */
export function hear(view: RunView, messages: readonly RunMessage[]): RunView {
  const fresh = messages.filter(({ type, seq }) => seq > view.lastSeq || type === 'status-unsaved');
  if (fresh.length === 0) return view;
  let next = view;
  for (const message of fresh) next = hearOne(next, message);
  return { ...next, log: [...view.log, ...fresh.filter(({ type }) => type !== 'status-unsaved')] };
}

function hearOne(view: RunView, message: RunMessage): RunView {
  if (message.type === 'status-unsaved') return { ...view, isUnsaved: true };
  if (message.type === 'events-truncated') return { ...view, lastSeq: message.to };
  const heard: RunView = { ...view, lastSeq: message.seq, heardAt: message.at };
  switch (message.type) {
    case 'run-queued':
      return { ...heard, status: 'pending' };
    case 'run-start':
      // A new attempt begins at the first step; what it finds again it says.
      return {
        ...heard,
        status: 'running',
        steps: allWaiting,
        failed: [],
        skipped: [],
        startedAt: view.startedAt ?? message.at,
      };
    case 'step-start':
      return change(heard, message.step, () => ({ state: 'active', startedAt: message.at }));
    case 'step-progress':
      return change(heard, message.step, ({ made }) => ({
        state: 'active',
        done: message.done,
        made: message.outcome === 'reused' ? made : made + 1,
        total: message.total,
      }));
    case 'step-end':
      return change(heard, message.step, () => ({ state: 'done', count: message.count }));
    case 'document-skipped':
      return { ...heard, skipped: [...heard.skipped, message] };
    case 'item-failed':
      return { ...heard, failed: [...heard.failed, message] };
    case 'run-cancel':
      return { ...heard, status: 'cancelling' };
    case 'run-interrupted':
      return { ...heard, status: view.status === 'cancelling' ? 'cancelling' : 'pending' };
    case 'run-end': {
      const { status, counts, failure, finishedAt } = message;
      return { ...heard, status, counts, finishedAt, isUnsaved: false, ...(failure === undefined ? {} : { failure }) };
    }
    case 'glossary-unchanged':
      // What the other steps would do is done already.
      return { ...heard, steps: heard.steps.map((one) => ({ ...one, state: 'done' })) };
    case 'log':
    case 'events-skipped':
      return heard;
    default:
      message satisfies never;
      return heard;
  }
}

function change(view: RunView, step: StepName, told: (before: StepView) => Partial<StepView>): RunView {
  return { ...view, steps: view.steps.map((one) => (one.step === step ? { ...one, ...told(one) } : one)) };
}

/** The step at work, or the one that was when the run stopped. */
export function currentStep({ steps }: RunView): StepView | undefined {
  return steps.findLast(({ state }) => state === 'active') ?? steps.findLast(({ state }) => state === 'done');
}

/** How long each step takes of a whole run, roughly; only to draw one bar that never goes back. */
const shares: Readonly<Record<StepName, number>> = {
  load: 0.04,
  analyse: 0.5,
  extract: 0.12,
  classify: 0.04,
  define: 0.2,
  review: 0.05,
  refine: 0.05,
};

/** Share of the run that is done, 0–1; it is 1 only when the run is over. */
export function overallProgress({ steps, status }: RunView): number {
  if (isTerminal(status) && status !== 'cancelled' && status !== 'failed') return 1;
  const done = steps.reduce((sum, { step, state, done: items, total }) => {
    if (state === 'done') return sum + shares[step];
    return state === 'active' && total !== undefined && total > 0
      ? sum + shares[step] * Math.min(1, items / total)
      : sum;
  }, 0);
  return Math.min(0.99, done);
}

/** Fewer say nothing about the others. */
const leastItems = 5;
/** Less is not worth a word. */
const leastMs = 1000;

/**
 * Milliseconds that the step at work still needs, from and to. It is as fast with the rest as it was with what it worked
 * on since it began: what it found from before took no time, and what a former attempt did is not of this one. Unknown
 * before five items, while nobody works, and when it is over in a moment.
 */
export function timeLeft({
  status,
  steps,
  failed,
  heardAt,
}: RunView): { readonly from: number; readonly to: number } | undefined {
  const step = steps.find(({ state }) => state === 'active');
  if (status !== 'running' || step?.total === undefined || step.startedAt === undefined || heardAt === undefined) {
    return undefined;
  }
  const givenUp = failed.filter((item) => item.step === step.step).length;
  const worked = step.made + givenUp;
  if (worked < leastItems) return undefined;
  // Both by the clock of the server: that of this machine may be another.
  const each = (heardAt - step.startedAt) / worked;
  const left = each * (step.total - step.done - givenUp);
  const range = { from: left * 0.8, to: left * 1.3 };
  return range.from < leastMs ? undefined : range;
}
