import { describe, expect, it } from 'vitest';
import type { ReportEvent } from '../domain/index.ts';
import { definePipeline } from './pipeline.ts';
import { standaloneExecution } from './standalone-execution.ts';
import { defineStep } from './step.ts';

const load = defineStep({
  name: 'load',
  needs: ['paths'],
  makes: ['documents', 'skippedFiles'],
  run: ({ paths }) =>
    Promise.resolve({
      made: { documents: [], skippedFiles: paths.map((name) => ({ name, reason: 'binary' as const })) },
      count: paths.length,
    }),
});

const review = defineStep({
  name: 'review',
  needs: ['drafts'],
  makes: ['issues'],
  run: () => Promise.resolve({ made: { issues: [] }, count: 0 }),
});

describe('a pipeline', () => {
  it('hands each step exactly what it needs and returns everything that was made', async () => {
    const seen: unknown[] = [];
    const spy = defineStep({
      name: 'review',
      needs: ['skippedFiles'],
      makes: ['issues'],
      run: (artifacts) => {
        seen.push(artifacts);
        return Promise.resolve({ made: { issues: [] }, count: 0 });
      },
    });
    const { execution, events } = recordingExecution();
    const made = await definePipeline(['paths'])
      .step(load)
      .step(spy)
      .run({ paths: ['a.bin'] }, execution);

    expect(seen).toEqual([{ skippedFiles: [{ name: 'a.bin', reason: 'binary' }] }]);
    expect(made).toEqual({
      paths: ['a.bin'],
      documents: [],
      skippedFiles: [{ name: 'a.bin', reason: 'binary' }],
      issues: [],
    });
    expect(events).toEqual([
      { type: 'step-start', step: 'load' },
      { type: 'step-end', step: 'load', count: 1 },
      { type: 'step-start', step: 'review' },
      { type: 'step-end', step: 'review', count: 0 },
    ]);
  });

  it('does not compile in a wrong order, nor with a step that reads or returns what it did not declare', () => {
    // @ts-expect-error review needs drafts, which nothing before it makes
    definePipeline(['paths']).step(load).step(review);
    defineStep({
      name: 'load',
      needs: ['paths'],
      makes: ['documents'],
      // @ts-expect-error glossary is not among its needs
      run: ({ glossary }) => Promise.resolve({ made: { documents: [glossary] }, count: 0 }),
    });
    defineStep({
      name: 'load',
      needs: ['paths'],
      makes: ['documents'],
      // @ts-expect-error it does not make the documents that it declares
      run: () => Promise.resolve({ made: {}, count: 0 }),
    });
    expect(definePipeline(['drafts']).step(review)).toBeDefined();
  });

  it('starts no further step once it is aborted', async () => {
    const { execution, events } = recordingExecution(AbortSignal.abort(new Error('enough')));
    await expect(definePipeline(['paths']).step(load).run({ paths: [] }, execution)).rejects.toThrow('enough');
    expect(events).toEqual([]);
  });

  it('keeps nothing between runs, so that one pipeline serves many at once', async () => {
    const pipeline = definePipeline(['paths']).step(load);
    const results = await Promise.all(
      ['a', 'b', 'c'].map((path) => pipeline.run({ paths: [path] }, recordingExecution().execution)),
    );
    expect(results.map(({ skippedFiles }) => skippedFiles.map(({ name }) => name))).toEqual([['a'], ['b'], ['c']]);
  });
});

function recordingExecution(signal: AbortSignal = new AbortController().signal) {
  const events: ReportEvent[] = [];
  const execution = standaloneExecution({ signal, report: (event) => void events.push(event) });
  return { execution, events };
}
