import { describe, expect, it } from 'vitest';
import { runId } from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import { HeldPoints } from '../../runs/held-points.ts';
import { startModelServer } from '../../runs/model-server.ts';
import { type RunsFixture, TestRuns } from '../../runs/test-runs.ts';

/** Starting, the one active run of a project, the queue. */
export function startingRules(database: string, fixture: RunsFixture): void {
  describe(`starting runs in ${database}`, () => {
    it('RM1: of many starts at once of one project exactly one wins, and the others learn its id', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave({ kind: 'hang' });
      const starts = await Promise.allSettled(Array.from({ length: 20 }, () => test.start('lamp')));
      const won = starts.flatMap((start) => (start.status === 'fulfilled' ? start.value.id : []));
      const refused = starts.flatMap((start) => (start.status === 'rejected' ? start.reason : []) as GlossaryError[]);
      expect(won).toHaveLength(1);
      expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 19 }, () => 'run/already-active'));
      expect(new Set(refused.map(({ details }) => (details as { runId: string }).runId))).toEqual(new Set(won));
    });

    it.runIf(fixture.isShared)(
      'RM1 (row 16): two processes that start one project at once get one run between them',
      async () => {
        const location = await fixture.fresh();
        await using model = await startModelServer();
        // The first run must still be there when a busy machine gets to the second start.
        model.behave({ kind: 'answer', delayMs: 150 });
        await using first = await TestRuns.open({ location, model });
        await using second = await TestRuns.open({ location, model });
        for (let round = 0; round < 10; round += 1) {
          const starts = await Promise.allSettled(
            [first, second].map((test) => test.start('lamp', { items: 1, marker: `round-${round}` })),
          );
          const won = starts.flatMap((start) => (start.status === 'fulfilled' ? start.value.id : []));
          const refused = starts.flatMap((start) =>
            start.status === 'rejected' ? [start.reason as GlossaryError] : [],
          );
          expect(won).toHaveLength(1);
          expect(refused).toMatchObject([{ code: 'run/already-active', details: { runId: won[0] } }]);
          for (const id of won) expect((await first.runs.settled(id)).status).toBe('completed');
        }
      },
    );

    it('RM1: runs of several projects go on at once up to the limit, the rest wait and then follow in order', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh(), settings: { concurrency: 2 } });
      const gate = Promise.withResolvers<void>();
      test.model.behave({ kind: 'hang' });
      const runs = [];
      for (const name of ['a', 'b', 'c', 'd']) runs.push(await test.start(name, { items: 1 }));
      await test.model.untilAsked(2);
      const statuses = await Promise.all(runs.map(async ({ id }) => (await test.runs.find(id)).status));
      expect(statuses).toEqual(['running', 'running', 'pending', 'pending']);
      test.model.behave({ kind: 'answer' });
      for (const run of runs.slice(0, 2)) await test.runs.cancel(run.id);
      gate.resolve();
      const ended = await Promise.all(runs.map(({ id }) => test.runs.settled(id)));
      expect(ended.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'completed', 'completed']);
      expect(ended[2]?.startedAt).toBeLessThanOrEqual(ended[3]?.startedAt ?? 0);
    });

    it('RM2 (row 17): the same start sent twice is one run, another request under its key is refused', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      const first = await test.start('lamp', {}, 'key-1');
      expect((await test.start('lamp', {}, 'key-1')).id).toBe(first.id);
      await test.runs.settled(first.id);
      expect((await test.start('lamp', {}, 'key-1')).status).toBe('completed');
      const other = test.start('lamp', { items: 9 }, 'key-1');
      await expect(other).rejects.toMatchObject({ code: 'run/key-reused', details: { runId: first.id } });
    });

    it('RM1: a project can run again as soon as its run is over', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      for (const round of [1, 2, 3]) {
        const run = await test.start('lamp', { items: round });
        expect((await test.runs.settled(run.id)).status).toBe('completed');
      }
      expect(await test.storage.runs.list((await test.project('lamp')).id)).toHaveLength(3);
    });

    it('RM6: a run that could not be started has failed, is told like any other, and is started by resuming it', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      const { id: projectId } = await test.project('lamp');
      const input = JSON.stringify({ marker: 'lamp', items: 1 });
      const failure = { code: 'run/not-started', message: 'It could not be started.', details: { tries: 10 } };
      const request = { projectId, scope: 'full', input, key: 'wish' } as const;
      const failed = await test.runs.recordUnstarted(request, failure);
      expect(failed).toMatchObject({ status: 'failed', attempt: 0, failure });
      expect((await test.entries(failed.id)).map(({ event }) => event)).toMatchObject([
        { type: 'run-queued', scope: 'full' },
        { type: 'run-end', status: 'failed', failure },
      ]);
      expect((await test.runs.metrics.runsEnded.get()).values).toMatchObject([
        { labels: { status: 'failed' }, value: 1 },
      ]);
      // The same wish again, told or started, is that run.
      expect(await test.runs.recordUnstarted(request, failure)).toEqual(failed);
      expect(await test.runs.start(request)).toEqual(failed);
      expect((await test.runs.metrics.runsEnded.get()).values).toMatchObject([{ value: 1 }]);
      const resumed = await test.runs.settled((await test.runs.resume(failed.id)).id);
      expect(resumed).toMatchObject({ status: 'completed', resumes: failed.id, counts: { done: 1 } });
      test.model.behave({ kind: 'hang' });
      const active = await test.start('lamp', { marker: 'other' });
      await expect(test.runs.recordUnstarted({ ...request, key: 'late' }, failure)).rejects.toMatchObject({
        code: 'run/already-active',
        details: { runId: active.id },
      });
      await test.runs.cancel(active.id);
    });

    it('RM3: no statement changes a run that is over, not even one that goes past the program', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      const { id } = await test.start('lamp');
      const over = await test.runs.settled(id);
      const attempt = { id, attempt: over.attempt };
      const moves = [
        await test.storage.runs.cancel(id),
        await test.storage.runs.heartbeat(attempt, { leaseMs: 1000 }),
        await test.storage.runs.release(attempt, { reason: 'crash' }),
        await test.storage.runs.append({ ...attempt, batch: 99, events: [{ type: 'run-cancel' }] }),
      ];
      expect(moves.map(({ kind }) => kind)).toEqual(['wrong-state', 'wrong-state', 'wrong-state', 'wrong-state']);
      expect(await test.runs.find(id)).toEqual(over);
      expect((await test.storage.runs.transitions(id)).map(({ to }) => to)).toEqual([
        'pending',
        'running',
        'completed',
      ]);
    });

    it('RM3: what names another attempt, or no run, is refused with the reason', async () => {
      const points = new HeldPoints();
      await using test = await TestRuns.open({ location: await fixture.fresh(), points });
      test.model.behave({ kind: 'hang' });
      const { id } = await test.start('lamp');
      await test.model.untilAsked(1);
      const zombie = { id, attempt: 7 };
      const fenced = await test.storage.runs.append({ ...zombie, batch: 1, events: [{ type: 'run-cancel' }] });
      expect(fenced.kind).toBe('fenced');
      expect((await test.storage.runs.heartbeat({ id: runId('none'), attempt: 1 }, { leaseMs: 1 })).kind).toBe(
        'not-found',
      );
      await expect(test.runs.find(runId('none'))).rejects.toMatchObject({ code: 'run/not-found' });
      await test.runs.cancel(id);
    });
  });
}
