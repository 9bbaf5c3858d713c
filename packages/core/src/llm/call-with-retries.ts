import { GlossaryError } from '../errors/glossary-error.ts';
import { type Clock, sleep } from '../runtime/clock.ts';
import type { Ask, Question, Reply } from './ask.ts';
import type { Pace } from './pace.ts';
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
}

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 8000;

/** Longer than this nobody waits for a provider that refuses for speed: the run fails and is resumed later. */
const PATIENCE_MS = 600_000;

/**
 * One question until it is answered: in a lane of the pace, with a limit in time, and again after failures that pass.
 * A refusal for speed is no failure: it waits as the server asks and does not count.
 *
 * @throws `llm/…`, final · the signal's reason
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
  { ask, pace, provider, timeoutMs, clock, random }: CallTools,
): Promise<Outcome> {
  const { signal, instructions, prompt } = question;
  const expected = estimateTokens(instructions) + estimateTokens(prompt);
  using held = new DisposableStack();
  const call = held.use(await pace.enter(expected, signal));
  const late = new AbortController();
  held.use(clock.after(timeoutMs, () => late.abort()));
  try {
    const reply = await ask({ ...question, signal: AbortSignal.any([signal, late.signal]) });
    call.answered((reply.inputTokens ?? expected) + (reply.outputTokens ?? 0) - expected);
    return { kind: 'answered', reply };
  } catch (error) {
    signal.throwIfAborted();
    if (late.signal.aborted) {
      const message = `${provider} gave no answer in ${timeoutMs} ms.`;
      const details = { provider, afterMs: timeoutMs };
      return { kind: 'failed', error: new GlossaryError('llm/timeout', message, { details, cause: error }) };
    }
    const failure = modelError(error);
    if (GlossaryError.is(failure, 'llm/rate-limited')) call.refused(failure.details.waitMs, random());
    return { kind: 'failed', error: failure };
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
