import { describe, expect, it } from 'vitest';
import { GlossaryError } from '../errors/glossary-error.ts';
import { HeldClock } from '../testing/runs/held-clock.ts';
import type { Ask } from './ask.ts';
import { callWithRetries } from './call-with-retries.ts';
import { Pace } from './pace.ts';
import { takeTurn } from './turn.ts';

const question = {
  instructions: 'Name a word.',
  prompt: 'harbour',
  shape: undefined,
  maxOutputTokens: 16,
  streams: false,
  temperature: 0,
  signal: new AbortController().signal,
} as const;

interface Limits {
  readonly perSecond: number;
  readonly latencyMs: number;
  /** Whether a refusal says how long to wait. */
  readonly says: boolean;
}

/** Takes so many a second, evenly, and refuses the rest. */
function limited(clock: HeldClock, { perSecond, latencyMs, says }: Limits) {
  const counts = { asked: 0, refused: 0 };
  let free = 1;
  let last = 0;
  const wait = (ms: number) => new Promise<void>((next) => clock.after(ms, next));
  const answer: Ask = async () => {
    counts.asked += 1;
    const now = clock.monotonic();
    free = Math.min(1, free + ((now - last) / 1000) * perSecond);
    last = now;
    if (free < 1) {
      counts.refused += 1;
      const waitMs = Math.ceil(((1 - free) / perSecond) * 1000);
      const details = { provider: 'limited', ...(says ? { waitMs } : {}) };
      throw new GlossaryError('llm/rate-limited', 'Slower.', { details });
    }
    free -= 1;
    await wait(latencyMs);
    return { text: '{}', finish: 'stop', inputTokens: 1, outputTokens: 1 };
  };
  const ask: Ask = (asked) => takeTurn(() => answer(asked));
  return { ask, counts };
}

describe('a provider that takes so many calls a second', () => {
  it.each([
    { perSecond: 4, latencyMs: 500, says: true },
    { perSecond: 10, latencyMs: 100, says: true },
    { perSecond: 4, latencyMs: 500, says: false },
    { perSecond: 10, latencyMs: 100, says: false },
    { perSecond: 2, latencyMs: 3000, says: false },
  ])(
    '($perSecond of $latencyMs ms; says for how long to wait: $says) answers all within a fifth of the time that it allows',
    async (limits) => {
      const clock = new HeldClock();
      const pace = new Pace({ lanes: 8, clock });
      const { ask, counts } = limited(clock, limits);
      const questions = 24;
      const tools = { ask, pace, provider: 'limited', timeoutMs: 60_000, clock, random: () => 0.5, retries: 3 };
      const all = Promise.all(Array.from({ length: questions }, () => callWithRetries(question, tools)));
      const allowedMs = ((questions - 1) / limits.perSecond) * 1000 + limits.latencyMs;
      // Looked at every hundred milliseconds: that much of the last one is ours.
      await clock.passUntil(all);
      expect(await all).toHaveLength(questions);
      expect(clock.monotonic()).toBeLessThanOrEqual(allowedMs * 1.2 + 100);
      // It is not asked much oftener than it takes, although it does not say what it takes.
      expect(counts.asked).toBeLessThanOrEqual(questions * 3);
    },
  );
});
