import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../runs/model-server.ts';
import { HeldPoints } from '../../runs/held-points.ts';
import { checkpointKey } from '../../runs/test-work.ts';
import { type RunsFixture, TestRuns } from '../../runs/test-runs.ts';

/** Stopping a run because a person wants it. */
export function cancellingRules(database: string, fixture: RunsFixture): void {
  describe(`cancelling runs in ${database}`, () => {
    it('RC1 (row 13): a waiting run is cancelled without starting', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh(), settings: { concurrency: 1 } });
      test.model.behave({ kind: 'hang' });
      const first = await test.start('first');
      await test.model.untilAsked(1);
      const waiting = await test.start('waiting');
      expect((await test.runs.cancel(waiting.id)).kind).toBe('cancelled');
      expect(await test.runs.find(waiting.id)).toMatchObject({ status: 'cancelled', attempt: 0 });
      expect((await test.entries(waiting.id)).map(({ event }) => event.type)).toEqual([
        'run-queued',
        'run-cancel',
        'run-end',
      ]);
      await test.runs.cancel(first.id);
    });

    it('RC1 (row 13): cancelling again, or what is over, changes nothing and says so', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave({ kind: 'hang' });
      const run = await test.start('lamp');
      await test.model.untilAsked(1);
      const kinds = (await Promise.all([1, 2, 3].map(() => test.runs.cancel(run.id)))).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'cancelling').length).toBeGreaterThan(0);
      const over = await test.runs.settled(run.id);
      expect(over.status).toBe('cancelled');
      expect(await test.runs.cancel(run.id)).toEqual({ kind: 'already-over', run: over });
      const events = (await test.entries(run.id)).map(({ event }) => event.type);
      expect(events.filter((type) => type === 'run-cancel')).toHaveLength(1);
      expect(events.filter((type) => type === 'run-end')).toHaveLength(1);
    });

    it('RC2: closes the connections of the questions in flight, and ends within two seconds', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave({ kind: 'hang' });
      const run = await test.start('lamp', { items: 4, concurrency: 4 });
      await test.model.untilAsked(4);
      expect(test.model.waiting()).toBe(4);
      const begun = performance.now();
      await test.runs.cancel(run.id);
      expect((await test.runs.settled(run.id)).status).toBe('cancelled');
      expect(performance.now() - begun).toBeLessThan(2000);
      await expect.poll(() => test.model.connections()).toBe(0);
    });

    it('RC2 (row 15): a step that ignores the stop is left behind, and what it paid for is still kept', async () => {
      const gate = Promise.withResolvers<void>();
      const late = Promise.withResolvers<void>();
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        settings: { graceMs: 100 },
        hooks: {
          async onDefine(_, execution) {
            const stubborn = execution.once(checkpointKey('stubborn'), async () => {
              await gate.promise;
              return { value: 'paid for' };
            });
            await stubborn.catch(() => late.resolve());
          },
        },
      });
      const run = await test.start('lamp');
      await expect.poll(async () => (await test.runs.find(run.id)).status).toBe('running');
      await test.runs.cancel(run.id);
      const over = await test.runs.settled(run.id);
      expect(over.status).toBe('cancelled');
      gate.resolve();
      await late.promise;
      const key = checkpointKey('stubborn');
      expect((await test.storage.checkpoints.get(run.projectId, [key])).get(key)).toBe('"paid for"');
      expect(await test.runs.find(run.id)).toEqual(over);
      expect(await test.entries(run.id)).toHaveLength(over.lastSeq);
    });

    it('RC2: the next run never meets a writer of the one before', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave({ kind: 'answer', delayMs: 10 });
      for (let round = 0; round < 5; round += 1) {
        const run = await test.start('lamp', { items: 20, marker: `round-${round}` });
        await test.model.untilAsked(round * 2 + 1);
        await test.runs.cancel(run.id);
        const over = await test.runs.settled(run.id);
        const next = await test.start('lamp', { items: 1, marker: `next-${round}` });
        expect((await test.runs.settled(next.id)).status).toBe('completed');
        expect(await test.runs.find(run.id)).toEqual(over);
      }
    });

    it('RC3: what was finished stays, and the former glossary too', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave((question) => (question.endsWith('/5') ? { kind: 'hang' } : { kind: 'answer' }));
      const run = await test.start('lamp', { items: 6, concurrency: 6 });
      await expect.poll(async () => (await test.runs.estimate(run)).calls).toBe(1);
      await test.runs.cancel(run.id);
      expect(await test.runs.settled(run.id)).toMatchObject({ status: 'cancelled', counts: { done: 5 } });
      test.model.behave({ kind: 'answer' });
      const resumed = await test.runs.resume(run.id);
      expect(await test.runs.settled(resumed.id)).toMatchObject({
        status: 'completed',
        resumes: run.id,
        counts: { done: 1, reused: 5, failed: 0 },
      });
      expect(test.model.asked.get(hashOf('lamp/0'))).toBe(1);
    });

    it('RC3 (row 14): a cancel that comes when the work is done leaves the run completed', async () => {
      const points = new HeldPoints();
      await using test = await TestRuns.open({ location: await fixture.fresh(), points });
      const held = points.hold('before:finish');
      const run = await test.start('lamp');
      await held.reached;
      expect((await test.runs.cancel(run.id)).kind).toBe('cancelling');
      held.release();
      expect((await test.runs.settled(run.id)).status).toBe('completed');
      expect((await test.storage.glossary.read(run.projectId))?.title).toBe('lamp');
    });

    it('RC3: results that a step returns after the stop are not taken for whole ones', async () => {
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: {
          onReview: (_, { signal }) =>
            new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
        },
      });
      const run = await test.start('lamp', { items: 1 });
      await expect.poll(async () => JSON.stringify(await journalOf(test, run.id))).toContain('"review"');
      await test.runs.cancel(run.id);
      expect((await test.runs.settled(run.id)).status).toBe('cancelled');
      expect(await test.storage.glossary.read(run.projectId)).toBeUndefined();
    });

    it('RC3 (row 14): cancel and completion in any order end in one status, told as stored', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      let name = 0;
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 3 }), async (turns, items) => {
          const run = await test.start(`p${(name += 1)}`, { items });
          for (let turn = 0; turn < turns; turn += 1) await new Promise((next) => setTimeout(next, 1));
          await test.runs.cancel(run.id);
          const over = await test.runs.settled(run.id);
          const ends = (await test.entries(run.id)).filter(({ event }) => event.type === 'run-end');
          expect(ends.map(({ event }) => event)).toMatchObject([{ status: over.status, finishedAt: over.finishedAt }]);
          const saved = await test.storage.glossary.read(run.projectId);
          expect(saved === undefined ? 'cancelled' : 'completed').toBe(over.status);
        }),
        { numRuns: 40 },
      );
    });

    it('RC4: a cancel that another process wrote reaches the run within two seconds', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh(), settings: { heartbeatMs: 1000 } });
      test.model.behave({ kind: 'hang' });
      const run = await test.start('lamp');
      await test.model.untilAsked(1);
      const begun = performance.now();
      // Past the manager, as from another process.
      await test.storage.runs.cancel(run.id);
      expect((await test.runs.settled(run.id)).status).toBe('cancelled');
      expect(performance.now() - begun).toBeLessThan(2000);
    });
  });
}

async function journalOf(test: TestRuns, id: Parameters<TestRuns['entries']>[0]) {
  return (await test.storage.journals.page(id, { after: 0, limit: 200 }))?.entries;
}
