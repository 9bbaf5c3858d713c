import { describe, expect, it } from 'vitest';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import { tellError } from '../../../errors/tell-error.ts';
import type { ExecutionContext } from '../../../pipeline/execution-context.ts';
import { jsonLogger } from '../../../runtime/logger.ts';
import { type RunsFixture, TestRuns } from '../../runs/test-runs.ts';

/** What the executor promises about each execution. */
export function executingRules(database: string, fixture: RunsFixture): void {
  describe(`executing runs in ${database}`, () => {
    it('RX1: hands every step the same frozen context with all facts of the execution', async () => {
      const seen: ExecutionContext[] = [];
      const see = (_: unknown, execution: ExecutionContext) => void seen.push(execution);
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: { onDefine: see, onReview: see },
      });
      const run = await test.start('lamp');
      await test.runs.settled(run.id);
      const [first, second] = seen;
      expect(first).toBe(second);
      expect(Object.isFrozen(first)).toBe(true);
      expect(first?.run).toEqual({ runId: run.id, projectId: run.projectId, attempt: 1, scope: 'full' });
      expect(Object.isFrozen(first?.run)).toBe(true);
    });

    it('RX2 (row 18): fifty executions at once share one executor and one pool, and nothing crosses between them', async () => {
      const lines: string[] = [];
      const logger = jsonLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } });
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        logger,
        settings: { concurrency: 50 },
        hooks: { onItem: (item, { logger: own }) => own.info('asked', { item }) },
      });
      test.model.behave({ kind: 'answer', delayMs: 5 });
      const names = Array.from({ length: 50 }, (_, index) => `m${index}x`);
      const started = await Promise.all(names.map((name) => test.start(name, { items: 6 })));
      const doomed = started.filter((_, index) => index % 3 === 0);
      await test.model.untilAsked(50);
      await Promise.all(doomed.map(({ id }) => test.runs.cancel(id)));
      const ended = await Promise.all(started.map(({ id }) => test.runs.settled(id)));
      for (const [index, run] of ended.entries()) {
        const name = names[index] ?? '';
        if (index % 3 !== 0) expect(run.status).toBe('completed');
        const told = JSON.stringify(await test.entries(run.id));
        expect(names.filter((other) => told.includes(other))).toEqual(told.includes('m') ? [name] : []);
        const logged = lines.filter((line) => line.includes(run.id)).join('');
        expect(names.filter((other) => other !== name && logged.includes(`${other}/`))).toEqual([]);
      }
      expect(ended.filter(({ status }) => status === 'cancelled').length).toBeGreaterThan(0);
    });

    it('row 25: a run that ends on a full disk says so in every language', async () => {
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: {
          onDefine() {
            throw new GlossaryError('storage/disk-full', 'No room.', { details: { path: '/home/ada/lamp.db' } });
          },
        },
      });
      const { status, failure } = await test.runs.settled((await test.start('lamp')).id);
      expect([status, failure]).toMatchObject(['failed', { code: 'run/disk-full', details: {} }]);
      expect(JSON.stringify(failure)).not.toContain('/home/ada');
      expect(failure && tellError(failure, 'ja')).toBe('ディスクに空きがないため、実行を終えました。');
    });

    it.each([
      [
        'throws at once',
        () => {
          throw new Error('lens broken');
        },
      ],
      [
        'rejects later',
        async () => {
          await Promise.resolve();
          throw new Error('lens broken');
        },
      ],
      [
        'throws in a finally',
        () => {
          try {
            throw new Error('first');
          } finally {
            fail('lens broken');
          }
        },
      ],
      [
        'throws what is no error',
        () => {
          throw 'lens broken' as unknown as Error;
        },
      ],
    ])(
      'RX3 (row 10): a step that %s fails its run with the reason, and what it opened is closed once',
      async (_, breakDown) => {
        let closed = 0;
        await using test = await TestRuns.open({
          location: await fixture.fresh(),
          hooks: {
            onReview: (__, execution) => {
              execution.use({ [Symbol.dispose]: () => void (closed += 1) });
              return breakDown();
            },
          },
        });
        const run = await test.runs.settled((await test.start('lamp')).id);
        expect(run).toMatchObject({ status: 'failed', failure: { code: 'unexpected', message: 'lens broken' } });
        expect(closed).toBe(1);
        expect(test.runs.executing).toBe(0);
      },
    );

    it('RX3 (row 11): an error while closing changes no result, is logged, and the others are closed too', async () => {
      const lines: string[] = [];
      const closed: string[] = [];
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        logger: jsonLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } }),
        hooks: {
          onDefine(_, execution) {
            execution.use({ [Symbol.dispose]: () => void closed.push('first') });
            execution.use({ [Symbol.asyncDispose]: () => Promise.reject(new Error('stuck shutter')) });
            execution.use({ [Symbol.dispose]: () => void closed.push('last') });
          },
        },
      });
      const run = await test.runs.settled((await test.start('lamp')).id);
      expect(run.status).toBe('completed');
      expect(closed).toEqual(['last', 'first']);
      expect(lines.filter((line) => line.includes('stuck shutter'))).toHaveLength(1);
    });

    it('RX3 (row 12): a rejection that nobody handles ends its own run, and no other', async () => {
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: {
          async onDefine({ marker }) {
            if (marker !== 'stray') return;
            void Promise.reject(new Error('nobody listens'));
          },
        },
      });
      test.model.behave({ kind: 'answer', delayMs: 50 });
      const [stray, other] = await Promise.all([test.start('stray'), test.start('other')]);
      expect(await test.runs.settled(stray.id)).toMatchObject({
        status: 'failed',
        failure: { message: 'nobody listens' },
      });
      expect((await test.runs.settled(other.id)).status).toBe('completed');
    });

    it('RX4: each finished item is kept by itself, before the step is', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave((question) => (question.endsWith('/3') ? { kind: 'hang' } : { kind: 'answer' }));
      const run = await test.start('lamp', { items: 4, concurrency: 4 });
      for await (const followed of test.runs.journal.follow(run.id, { signal: AbortSignal.timeout(5000) })) {
        const events = followed.type === 'page' ? followed.entries.map(({ event }) => event) : [];
        if (events.some((event) => event.type === 'step-progress' && event.done === 3)) break;
      }
      expect(await test.runs.estimate(run)).toMatchObject({ calls: 1 });
      await test.runs.cancel(run.id);
    });

    it('RX5: what a run made is swapped in when it ends, and a run that fails or is cancelled changes nothing', async () => {
      let mustFail = false;
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: {
          onReview() {
            if (mustFail) throw new Error('lens broken');
          },
        },
      });
      const { id } = await test.project('lamp');
      await test.runs.settled((await test.start('lamp', { items: 1 })).id);
      expect((await test.storage.glossary.read(id))?.title).toBe('lamp');
      const before = await test.storage.glossary.read(id);
      mustFail = true;
      const failed = await test.runs.settled((await test.start('lamp', { items: 2, marker: 'second' })).id);
      mustFail = false;
      test.model.behave({ kind: 'hang' });
      const third = await test.start('lamp', { items: 3, marker: 'third' });
      await test.runs.cancel(third.id);
      expect([failed.status, (await test.runs.settled(third.id)).status]).toEqual(['failed', 'cancelled']);
      expect(await test.storage.glossary.read(id)).toEqual(before);
    });

    it('RX7 (row 47): an item that fails is tried again, then told with its reason, and the others go on', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave((question, count) => {
        if (question.endsWith('/0')) return { kind: 'status', status: 500 };
        if (question.endsWith('/1')) return { kind: 'garbage' };
        if (question.endsWith('/2')) return { kind: 'drop' };
        if (question.endsWith('/3')) return count === 1 ? { kind: 'status', status: 429 } : { kind: 'answer' };
        return { kind: 'answer' };
      });
      const run = await test.runs.settled((await test.start('lamp', { items: 6, tries: 2 })).id);
      expect(run).toMatchObject({ status: 'partial', counts: { done: 3, failed: 3, reused: 0 } });
      expect(run.failedItems.map(({ item, tries }) => `${item} ${tries}`).toSorted()).toEqual([
        'lamp/0 2',
        'lamp/1 2',
        'lamp/2 2',
      ]);
      expect(run.failedItems.find(({ item }) => item === 'lamp/0')?.message).toBe('The model answered 500.');
      expect((await test.storage.glossary.read(run.projectId))?.title).toBe('lamp');
    });

    it('row 47: an answer of 10 MB is kept whole and tells no event larger than a message', async () => {
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: {
          onReview: (_, { report }) => report({ type: 'log', level: 'info', message: 'x'.repeat(10_000_000) }),
        },
      });
      test.model.behave({ kind: 'huge', bytes: 10_000_000 });
      const run = await test.runs.settled((await test.start('lamp', { items: 1 })).id);
      expect(run.status).toBe('completed');
      const largest = Math.max(...(await test.entries(run.id)).map((entry) => JSON.stringify(entry).length));
      expect(largest).toBeLessThanOrEqual(65_536);
      const log = (await test.entries(run.id)).find(
        ({ event }) => event.type === 'log' && event.message.startsWith('xx'),
      );
      expect(log?.event).toMatchObject({ message: expect.stringContaining('(10000000 characters)') as string });
    });

    it('row 48: a step that tells 50,000 events at once is counted, not queued without end', async () => {
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: {
          onReview(_, { report }) {
            for (let index = 0; index < 50_000; index += 1) {
              report({ type: 'log', level: 'info', message: `line ${index}` });
            }
          },
        },
      });
      const run = await test.runs.settled((await test.start('lamp', { items: 1 })).id);
      const events = (await test.entries(run.id)).map(({ event }) => event);
      const lines = events.filter(({ type }) => type === 'log').length;
      const skipped = events.reduce((sum, event) => sum + (event.type === 'events-skipped' ? event.count : 0), 0);
      // One line of the first step is in it.
      expect(lines + skipped).toBe(50_001);
      expect(lines).toBeLessThan(5000);
    });
  });
}

function fail(message: string): never {
  throw new Error(message);
}
