import { GlossaryError } from '../errors/glossary-error.ts';
import { type Clock, sleep } from '../runtime/clock.ts';
import type { Ask, Question, Reply } from './ask.ts';
import type { Pace } from './pace.ts';
import { withTurn } from './turn.ts';
import { estimateTokens } from './usage.ts';

export interface CallTools {
  readonly ask: Ask;
  readonly pace: Pace;
  readonly provider: string;
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** 0–1. */
  readonly random: () => number;
  /** How often a call that failed is tried again. */
  readonly retries: number;
  /** A request is about to be sent. What it throws is the end of the question. */
  readonly onSend?: () => Promise<void> | void;
}

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 8000;

/** Longer than this nobody waits for a provider that refuses for speed: the run fails and is resumed later. */
const PATIENCE_MS = 600_000;

/**
 * One question until it is answered: again after failures that pass, each time with a limit in time from the moment that
 * its request is sent. It has a lane of the pace for only as long as the request is on its way, so that the lane goes to
 * the next question, which is ready, before this one's answer is read. A refusal for speed is no failure: it waits as the
 * server asks and does not count.
 *
 * @throws `llm/…`, final · what `onSend` throws · the signal's reason
 */
export async function callWithRetries(question: Question, tools: CallTools): Promise<Reply> {
  const { clock, random, retries } = tools;
  const { signal } = question;
  let failures = 0;
  let refusedSince: number | undefined;
  for (;;) {
    const outcome = await tryOnce(question, tools);
    if (outcome.kind === 'answered') return outcome.reply;
    const { error } = outcome;
    if (GlossaryError.is(error, 'llm/rate-limited')) {
      const { waitMs } = error.details;
      refusedSince ??= clock.monotonic();
      if (clock.monotonic() - refusedSince + (waitMs ?? 0) > PATIENCE_MS) throw error;
      continue;
    }
    if (!canPass(error) || failures >= retries) throw error;
    failures += 1;
    const longest = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (failures - 1));
    await sleep(clock, longest * (0.5 + random() / 2), signal);
  }
}

type Outcome =
  | { readonly kind: 'answered'; readonly reply: Reply }
  | { readonly kind: 'failed'; readonly error: GlossaryError };

async function tryOnce(
  question: Question,
  { ask, pace, provider, timeoutMs, clock, random, onSend }: CallTools,
): Promise<Outcome> {
  const { signal, instructions, prompt } = question;
  using held = new DisposableStack();
  held.use(await pace.prepare(signal));
  const expected = estimateTokens(instructions) + estimateTokens(prompt);
  const late = new AbortController();
  const turn = async <T>(send: () => Promise<T>): Promise<T> => {
    using lane = new DisposableStack();
    const call = lane.use(await pace.enter(expected, signal));
    await onSend?.();
    lane.use(clock.after(timeoutMs, () => late.abort()));
    try {
      const answer = await send();
      call.answered();
      return answer;
    } catch (error) {
      if (GlossaryError.is(error, 'llm/rate-limited')) call.refused(error.details.waitMs, random());
      throw error;
    }
  };
  try {
    const reply = await withTurn(turn, () => ask({ ...question, signal: AbortSignal.any([signal, late.signal]) }));
    pace.spend((reply.inputTokens ?? expected) + (reply.outputTokens ?? 0) - expected);
    return { kind: 'answered', reply };
  } catch (error) {
    signal.throwIfAborted();
    if (late.signal.aborted) {
      const message = `${provider} gave no answer in ${timeoutMs} ms.`;
      const details = { provider, afterMs: timeoutMs };
      return { kind: 'failed', error: new GlossaryError('llm/timeout', message, { details, cause: error }) };
    }
    return { kind: 'failed', error: modelError(error) };
  }
}

const PASSING: ReadonlySet<string> = new Set([
  'llm/unreachable',
  'llm/interrupted',
  'llm/failed',
  'llm/timeout',
  'llm/invalid-answer',
]);

function canPass(error: GlossaryError): boolean {
  return PASSING.has(error.code);
}

/** What the transport threw, however a library wrapped it; whatever else a library throws is about the answer's form. */
function modelError(error: unknown): GlossaryError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (GlossaryError.is(cause)) return cause;
  }
  const problem = error instanceof Error ? error.message : String(error);
  const raw = error instanceof Error && 'responseBody' in error ? String(error.responseBody).slice(0, 2000) : '';
  return new GlossaryError('llm/invalid-answer', `The answer cannot be read: ${problem}`, {
    details: { problem, raw },
    cause: error,
  });
}
