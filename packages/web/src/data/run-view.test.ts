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

  it('tells the time left as a range once five items are done', () => {
    expect(timeLeft(hear(nothingHeard, journal.slice(0, 6)), 2050)).toBeUndefined();
    const left = timeLeft(hear(nothingHeard, journal.slice(0, 7)), 2050);
    expect(left?.from).toBeLessThan(1000);
    expect(left?.to).toBeGreaterThan(1000);
  });
});
