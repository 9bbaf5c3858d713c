import { describe, expect, it } from 'vitest';
import { GlossaryError } from '../errors/glossary-error.ts';
import { HeldClock } from '../testing/runs/held-clock.ts';
import type { Ask } from './ask.ts';
import { callWithRetries } from './call-with-retries.ts';
import { Pace } from './pace.ts';

const question = {
  instructions: 'Name a word.',
  prompt: 'harbour',
  shape: undefined,
  maxOutputTokens: 16,
  streams: false,
  temperature: 0,
  signal: new AbortController().signal,
} as const;

/** Takes so many a second, evenly, and refuses the rest with the time to wait: asked by all lanes, that is half or more. */
function limited(clock: HeldClock, { perSecond, latencyMs }: { perSecond: number; latencyMs: number }) {
  const counts = { asked: 0, refused: 0 };
  let free = 1;
  let last = 0;
  const wait = (ms: number) => new Promise<void>((next) => clock.after(ms, next));
  const ask: Ask = async () => {
    counts.asked += 1;
    const now = clock.monotonic();
    free = Math.min(1, free + ((now - last) / 1000) * perSecond);
    last = now;
    if (free < 1) {
      counts.refused += 1;
      const waitMs = Math.ceil(((1 - free) / perSecond) * 1000);
      throw new GlossaryError('llm/rate-limited', 'Slower.', { details: { provider: 'limited', waitMs } });
    }
    free -= 1;
    await wait(latencyMs);
    return { text: '{}', finish: 'stop', inputTokens: 1, outputTokens: 1 };
  };
  return { ask, counts };
}

describe('a provider that refuses half of the time', () => {
  it.each([
    { perSecond: 4, latencyMs: 500 },
    { perSecond: 10, latencyMs: 100 },
  ])(
    'with $perSecond a second and $latencyMs ms answers every question, in a time within a fifth of what it allows',
    async ({ perSecond, latencyMs }) => {
      const clock = new HeldClock();
      const pace = new Pace({ lanes: 8, clock });
      const { ask, counts } = limited(clock, { perSecond, latencyMs });
      const questions = 24;
      const tools = { ask, pace, provider: 'limited', timeoutMs: 60_000, clock, random: () => 0.5, retries: 3 };
      const all = Promise.all(Array.from({ length: questions }, () => callWithRetries(question, tools)));
      const allowedMs = (questions / perSecond) * 1000;
      // Looked at every hundred milliseconds: that much of the last one is ours.
      await clock.passUntil(all);
      const replies = await all;
      expect(replies).toHaveLength(questions);
      expect(counts.refused).toBeGreaterThanOrEqual(counts.asked / 2);
      expect(clock.monotonic()).toBeLessThanOrEqual(allowedMs * 1.2 + 100);
    },
  );
});
