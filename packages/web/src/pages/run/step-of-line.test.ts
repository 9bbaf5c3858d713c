import { describe, expect, it } from 'vitest';
import type { RunMessage } from '../../data/run-view.ts';
import { runSearch } from './run-search.ts';
import { stepsOfLines } from './step-of-line.ts';

describe('the lines of a log', () => {
  it('belong to the step that they name, or that was at work', () => {
    const told = [
      { type: 'run-queued', scope: 'full' },
      { type: 'run-start', attempt: 1 },
      { type: 'step-start', step: 'load' },
      { type: 'document-skipped', name: 'a.md', reason: 'empty' },
      { type: 'step-end', step: 'load', count: 1 },
      { type: 'log', level: 'info', message: 'Between two steps.' },
      { type: 'step-start', step: 'define' },
      { type: 'run-cancel' },
      { type: 'log', level: 'warn', message: 'Slow.' },
      { type: 'run-interrupted', attempt: 1, reason: 'crashed' },
      { type: 'log', level: 'info', message: 'Before the first step.' },
    ].map((event, index) => ({ ...event, seq: index + 1, at: 0 }) as RunMessage);
    expect(stepsOfLines(told)).toEqual([
      undefined,
      undefined,
      'load',
      'load',
      'load',
      undefined,
      'define',
      undefined,
      'define',
      undefined,
      undefined,
    ]);
  });

  it('are named by the address; what is no step and no number names none', () => {
    expect(runSearch({ step: 'define', line: '12' })).toEqual({ step: 'define', line: 12 });
    expect(runSearch({ step: 'sing', line: '-1' })).toEqual({ step: undefined, line: undefined });
    expect(runSearch({})).toEqual({ step: undefined, line: undefined });
  });
});
