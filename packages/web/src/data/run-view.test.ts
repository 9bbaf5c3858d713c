import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentStep, hear, nothingHeard, overallProgress, type RunMessage, timeLeft } from './run-view.ts';

const usage = { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, unpricedCalls: 0 };
const journal: readonly RunMessage[] = [
  { seq: 1, at: 1000, type: 'run-queued', scope: 'full' },
  { seq: 2, at: 1010, type: 'run-start', attempt: 1 },
  { seq: 3, at: 1020, type: 'step-start', step: 'load' },
  { seq: 4, at: 1030, type: 'document-skipped', name: 'map.png', reason: 'binary' },
  { seq: 5, at: 1040, type: 'step-end', step: 'load', count: 12 },
  { seq: 6, at: 1050, type: 'step-start', step: 'analyse' },
  { seq: 7, at: 2050, type: 'step-progress', step: 'analyse', done: 6, total: 12, item: 'tides.md' },
  { seq: 8, at: 2060, type: 'run-cancel' },
  {
    seq: 9,
    at: 2070,
    type: 'run-end',
    status: 'cancelled',
    finishedAt: 2070,
    counts: { done: 6, failed: 0, reused: 0 },
    usage,
  },
];

/** A run that has come to its step of 100 items. */
const begun: readonly RunMessage[] = [
  { seq: 1, at: 0, type: 'run-queued', scope: 'full' },
  { seq: 2, at: 10, type: 'run-start', attempt: 1 },
  { seq: 3, at: 1000, type: 'step-start', step: 'define' },
];
type Outcome = 'made' | 'reused' | 'failed';

/** Items of a step of 100 after these messages, each heard so many milliseconds after the one before. */
function worked(before: readonly RunMessage[], ...told: readonly (readonly [Outcome, number, number])[]) {
  const messages = [...before];
  let at = hear(nothingHeard, before).heardAt ?? 0;
  let done = 0;
  for (const [outcome, times, eachMs] of told) {
    for (let time = 0; time < times; time += 1) {
      at += eachMs;
      const [seq, item] = [messages.length + 1, `term ${messages.length}`];
      if (outcome === 'failed') {
        const failure = { code: 'llm/timeout', message: 'No answer.' };
        messages.push({ seq, at, type: 'item-failed', step: 'define', item, failure, tries: 3 });
      } else {
        done += 1;
        messages.push({ seq, at, type: 'step-progress', step: 'define', done, total: 100, item, outcome });
      }
    }
  }
  return messages;
}

const left = (messages: readonly RunMessage[]) => timeLeft(hear(nothingHeard, messages));

describe('a run as its events tell it', () => {
  it('shows each step as it begins, works and ends', () => {
    const view = hear(nothingHeard, journal.slice(0, 7));
    expect(view.steps.map(({ state }) => state).slice(0, 3)).toEqual(['done', 'active', 'waiting']);
    expect(currentStep(view)).toMatchObject({ step: 'analyse', done: 6, total: 12 });
    expect(view.skipped.map(({ name }) => name)).toEqual(['map.png']);
  });

  it('is the same however the events are cut into pieces and told again', () => {
    const whole = hear(nothingHeard, journal);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(journal.length), fc.nat(journal.length))), (cuts) => {
        let view = nothingHeard;
        for (const [from, to] of cuts) {
          // What is told begins at or before the first event that is missing, as a journal that resumes does.
          view = hear(view, journal.slice(Math.min(from, view.lastSeq), Math.max(to, view.lastSeq)));
        }
        expect(hear(view, journal)).toEqual(whole);
      }),
    );
  });

  it('says that a run which stops is stopping until its end is stored', () => {
    expect(hear(nothingHeard, journal.slice(0, 8)).status).toBe('cancelling');
    expect(hear(nothingHeard, journal)).toMatchObject({ status: 'cancelled', finishedAt: 2070 });
  });

  it('never shows a bar that goes back or is full before the end', () => {
    const shares = journal.slice(0, 8).map((_, index) => overallProgress(hear(nothingHeard, journal.slice(0, index))));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThan(1);
  });

  it('starts again from the first step in a new attempt', () => {
    const again: RunMessage = { seq: 8, at: 9000, type: 'run-start', attempt: 2 };
    expect(hear(nothingHeard, [...journal.slice(0, 7), again]).steps.every(({ state }) => state === 'waiting')).toBe(
      true,
    );
  });

  describe('the time that is left', () => {
    it('is a range, once five items are done', () => {
      expect(left(worked(begun, ['made', 4, 1000]))).toBeUndefined();
      expect(left(worked(begun, ['made', 20, 1000]))).toEqual({ from: 64_000, to: 104_000 });
    });

    it('does not count what was found from before: it took no time', () => {
      expect(left(worked(begun, ['reused', 60, 0], ['made', 4, 1000]))).toBeUndefined();
      expect(left(worked(begun, ['reused', 60, 0], ['made', 20, 1000]))).toEqual({ from: 16_000, to: 26_000 });
    });

    it('is that of this attempt, whatever was done before the pause and however long it was', () => {
      const stopped: readonly RunMessage[] = worked(begun, ['made', 60, 1000]);
      const seq = stopped.length;
      const paused: readonly RunMessage[] = [
        ...stopped,
        { seq: seq + 1, at: 62_000, type: 'run-interrupted', attempt: 1, reason: 'shutdown' },
      ];
      expect(left(stopped)).toBeDefined();
      expect(left(paused)).toBeUndefined();
      const again: readonly RunMessage[] = [
        ...paused,
        { seq: seq + 2, at: 9_000_000, type: 'run-start', attempt: 2 },
        { seq: seq + 3, at: 9_000_010, type: 'step-start', step: 'define' },
      ];
      expect(left(worked(again, ['reused', 60, 1]))).toBeUndefined();
      expect(left(worked(again, ['reused', 60, 0], ['made', 10, 2000]))).toEqual({ from: 48_000, to: 78_000 });
    });

    it('counts what was given up as done, and the time that it took', () => {
      expect(left(worked(begun, ['made', 10, 1000], ['failed', 10, 3000]))).toEqual({ from: 128_000, to: 208_000 });
    });

    it('is not told of a moment, nor while the run stops', () => {
      expect(left(worked(begun, ['made', 99, 1000]))).toBeUndefined();
      const working = worked(begun, ['made', 20, 1000]);
      expect(left([...working, { seq: working.length + 1, at: 22_000, type: 'run-cancel' }])).toBeUndefined();
    });
  });
});
