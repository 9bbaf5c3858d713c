import { describe, expect, it } from 'vitest';
import { hashOf } from '../../runs/model-server.ts';
import { HeldPoints } from '../../runs/held-points.ts';
import { checkpointKey } from '../../runs/test-work.ts';
import { keptLease, type RunsFixture, TestRuns } from '../../runs/test-runs.ts';

/** What was paid for once is not paid for again; a budget is kept. */
export function reusingRules(database: string, fixture: RunsFixture): void {
  describe(`reusing work in ${database}`, () => {
    it('RR1: a question is asked once, in a run and across the runs of a project', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      const first = await test.runs.settled((await test.start('lamp', { items: 5 })).id);
      const second = await test.runs.settled((await test.start('lamp', { items: 8 })).id);
      expect([first.counts, second.counts]).toEqual([
        { done: 5, failed: 0, reused: 0 },
        { done: 3, failed: 0, reused: 5 },
      ]);
      expect([...test.model.asked.values()]).toEqual(Array.from({ length: 8 }, () => 1));
      expect(second.usage.calls).toBe(3);
    });

    it('RR1: what another project paid for is not found', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      await test.runs.settled((await test.start('lamp', { marker: 'same' })).id);
      await test.runs.settled((await test.start('other', { marker: 'same' })).id);
      expect(test.model.asked.get(hashOf('same/0'))).toBe(2);
    });

    it('RR1: two lanes that ask the same at once share one question', async () => {
      const answers: unknown[] = [];
      let made = 0;
      const make = async () => {
        made += 1;
        await Promise.resolve();
        return { value: { words: ['one', 'answer'] } };
      };
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: {
          async onDefine(_, { once }) {
            answers.push(...(await Promise.all([1, 2, 3].map(() => once(checkpointKey('shared'), make)))));
          },
        },
      });
      await test.runs.settled((await test.start('lamp', { items: 0 })).id);
      expect(made).toBe(1);
      expect(answers).toEqual(Array.from({ length: 3 }, () => ({ words: ['one', 'answer'] })));
    });

    it('row 5: work that is kept but not yet told is told once by the next attempt, and not done again', async () => {
      const location = await fixture.fresh();
      const points = new HeldPoints();
      const gone = await TestRuns.open({ location, points, settings: keptLease });
      const held = points.hold('after:checkpoint');
      const run = await gone.start('lamp', { items: 1 });
      await held.reached;
      await gone.storage[Symbol.asyncDispose]();
      held.release();
      await using next = await TestRuns.open({ location, model: gone.model });
      await next.runOutLease(run);
      expect(await next.runs.settled(run.id)).toMatchObject({ status: 'completed', counts: { done: 0, reused: 1 } });
      expect(next.model.asked.get(hashOf('lamp/0'))).toBe(1);
      const told = (await next.entries(run.id)).filter(({ event }) => event.type === 'step-progress');
      expect(told).toHaveLength(1);
      await gone[Symbol.asyncDispose]().catch(() => undefined);
    });

    it('row 4: work that was done but not yet kept is done once more, and nothing else is', async () => {
      const location = await fixture.fresh();
      const points = new HeldPoints();
      const gone = await TestRuns.open({ location, points, settings: keptLease });
      const held = points.hold('before:checkpoint');
      const run = await gone.start('lamp', { items: 3, concurrency: 1 });
      await held.reached;
      await gone.storage[Symbol.asyncDispose]();
      held.release();
      await using next = await TestRuns.open({ location, model: gone.model });
      await next.runOutLease(run);
      expect((await next.runs.settled(run.id)).status).toBe('completed');
      expect(['lamp/0', 'lamp/1', 'lamp/2'].map((name) => next.model.asked.get(hashOf(name)))).toEqual([2, 1, 1]);
      await gone[Symbol.asyncDispose]().catch(() => undefined);
    });

    it('RR2: resuming does only what is missing; a run that completed has nothing to resume', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave((question) => (question.endsWith('/1') ? { kind: 'status', status: 500 } : { kind: 'answer' }));
      const partial = await test.runs.settled((await test.start('lamp', { tries: 1 })).id);
      test.model.behave({ kind: 'answer' });
      const resumed = await test.runs.settled((await test.runs.resume(partial.id)).id);
      expect([partial.status, resumed.status, resumed.resumes]).toEqual(['partial', 'completed', partial.id]);
      expect(resumed.counts).toEqual({ done: 1, failed: 0, reused: 3 });
      await expect(test.runs.resume(resumed.id)).rejects.toMatchObject({ code: 'run/nothing-to-resume' });
    });

    it('RB1: an estimate asks nothing, counts what is kept, and calls unknown prices unknown', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      const run = await test.runs.settled((await test.start('lamp', { items: 2 })).id);
      const input = JSON.stringify({ marker: 'lamp', items: 5 });
      const asked = test.model.asked.size;
      expect(await test.runs.estimate({ projectId: run.projectId, input })).toEqual({
        calls: 3,
        tokens: 'unknown',
        cost: 'unknown',
      });
      expect(test.model.asked.size).toBe(asked);
    });

    it.each([
      ['calls', { calls: 3 }, { calls: 3, limit: '3 calls' }],
      ['tokens', { tokens: 40 }, { calls: 3, limit: '40 tokens' }],
    ] as const)(
      'RB2: at its cap of %s a run stops cleanly as partial, with everything kept',
      async (_, budget, { calls, limit }) => {
        await using test = await TestRuns.open({ location: await fixture.fresh() });
        const { id } = await test.project('lamp');
        const input = JSON.stringify({ marker: 'lamp', items: 10, concurrency: 1 });
        const { id: run } = await test.runs.start({ projectId: id, scope: 'full', input, budget });
        const over = await test.runs.settled(run);
        expect(over).toMatchObject({
          status: 'partial',
          failure: { code: 'run/budget-reached', details: { limit } },
          counts: { done: calls, failed: 10 - calls, reused: 0 },
          usage: { calls },
        });
        expect(over.failedItems.every(({ code }) => code === 'run/budget-reached')).toBe(true);
        const resumed = await test.runs.settled((await test.runs.resume(run)).id);
        expect(resumed).toMatchObject({ status: 'completed', counts: { done: 10 - calls, reused: calls } });
      },
    );

    it('RB2: lanes that ask at once do not ask beyond the cap', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave({ kind: 'answer', delayMs: 10 });
      const { id } = await test.project('lamp');
      const input = JSON.stringify({ marker: 'lamp', items: 20, concurrency: 8 });
      const { id: run } = await test.runs.start({ projectId: id, scope: 'full', input, budget: { calls: 5 } });
      expect(await test.runs.settled(run)).toMatchObject({ status: 'partial', usage: { calls: 5 } });
      expect(test.model.asked.size).toBe(5);
    });

    it('RB2: nor does a lane that asks in the moment in which another one is answered', async () => {
      const asked: string[] = [];
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: {
          async onDefine({ marker }, { makeEach }) {
            const free = Promise.withResolvers<void>();
            const lane = (name: string, ready: Promise<void>) =>
              makeEach(async (_, begin) => {
                await ready;
                await begin();
                asked.push(`${marker} ${name}`);
                later(Number(marker), free.resolve);
                const usage = { calls: 1, inputTokens: 1, outputTokens: 1, cost: 0, unpricedCalls: 1 };
                return { value: new Map([[checkpointKey(name), name]]), usage };
              });
            await Promise.allSettled([lane('first', Promise.resolve()), lane('second', free.promise)]);
          },
        },
      });
      const moments = Array.from({ length: 9 }, (_, turns) => `${turns}`);
      for (const marker of moments) {
        const { id } = await test.project(marker);
        const input = JSON.stringify({ marker, items: 0 });
        const run = await test.runs.start({ projectId: id, scope: 'full', input, budget: { calls: 1 } });
        expect(await test.runs.settled(run.id)).toMatchObject({ status: 'partial', usage: { calls: 1 } });
      }
      expect(asked).toEqual(moments.map((marker) => `${marker} first`));
    });
  });
}

/** So many turns of the queue of microtasks later. */
function later(turns: number, work: () => void): void {
  if (turns === 0) work();
  else queueMicrotask(() => later(turns - 1, work));
}
