import { describe, expect, it } from 'vitest';
import { jsonLogger } from '../../../runtime/logger.ts';
import { CLAIM, Faults, FINISH, HEARTBEAT, PRUNE } from '../../runs/faults.ts';
import { HeldClock } from '../../runs/held-clock.ts';
import { HeldPoints } from '../../runs/held-points.ts';
import { hashOf } from '../../runs/model-server.ts';
import { keptLease, type RunsFixture, TestRuns } from '../../runs/test-runs.ts';

/** Who owns a run: leases, fences, recovery, shutdown. */
export function owningRules(
  database: string,
  fixture: RunsFixture,
  { transient }: { readonly transient: readonly string[] },
): void {
  describe(`owning runs in ${database}`, () => {
    it('RL1: a run keeps its lease while its step makes no progress', async () => {
      const clock = new HeldClock();
      await using test = await TestRuns.open({ location: await fixture.fresh(), clock });
      test.model.behave({ kind: 'hang' });
      const run = await test.start('lamp', { items: 1 });
      await test.model.untilAsked(1);
      for (let minute = 0; minute < 2; minute += 1) {
        for (let beat = 0; beat < 12; beat += 1) await clock.advance(5000);
      }
      expect(await test.storage.runs.releaseOrphans({ isSoleOwner: false })).toEqual([]);
      expect(await test.runs.find(run.id)).toMatchObject({ status: 'running', attempt: 1 });
      await test.runs.cancel(run.id);
      await clock.advance(1000);
    });

    it('RL1 (row 20): an attempt that cannot renew its lease stops by itself before others may take the run', async () => {
      const clock = new HeldClock();
      const faults = new Faults();
      await using test = await TestRuns.open({ location: await fixture.fresh(), clock, intercept: faults.intercept });
      test.model.behave((_, count) => (count === 1 ? { kind: 'hang' } : { kind: 'answer' }));
      const run = await test.start('lamp', { items: 1 });
      await test.model.untilAsked(1);
      faults.fail(HEARTBEAT, { code: transient[0] ?? '', times: 1000 });
      const begun = clock.monotonic();
      while (test.model.waiting() > 0) await clock.advance(500);
      expect(clock.monotonic() - begun).toBeLessThan(15_000);
      faults.heal();
      for (let turn = 0; turn < 10; turn += 1) await clock.advance(500);
      expect(await test.runs.find(run.id)).toMatchObject({ status: 'completed', attempt: 2 });
      expect((await test.entries(run.id)).map(({ event }) => event)).toContainEqual({
        type: 'run-interrupted',
        attempt: 1,
        reason: 'lease-lost',
      });
    });

    it('row 21: a process that stood still for two leases gives its runs up, and they go on once', async () => {
      const clock = new HeldClock();
      await using test = await TestRuns.open({ location: await fixture.fresh(), clock });
      test.model.behave((_, count) => (count === 1 ? { kind: 'hang' } : { kind: 'answer' }));
      const run = await test.start('lamp', { items: 1 });
      await test.model.untilAsked(1);
      await clock.freeze(30_000);
      for (let turn = 0; turn < 10; turn += 1) await clock.advance(500);
      const over = await test.runs.find(run.id);
      expect(over).toMatchObject({ status: 'completed', attempt: 2 });
      expect((await test.entries(run.id)).filter(({ event }) => event.type === 'run-end')).toHaveLength(1);
    });

    it('row 23: a clock on the wall that jumps takes no lease and disturbs no order', async () => {
      const clock = new HeldClock();
      await using test = await TestRuns.open({ location: await fixture.fresh(), clock, holdsLeases: false });
      test.model.behave((question, count) =>
        count === 1 && question.endsWith('/0') ? { kind: 'hang' } : { kind: 'answer' },
      );
      const run = await test.start('lamp', { items: 1 });
      await test.model.untilAsked(1);
      for (const jump of [3_600_000, -7_200_000, 3_600_000]) {
        clock.setWall(clock.now() + jump);
        await clock.advance(5000);
        await clock.advance(5000);
      }
      expect(await test.runs.find(run.id)).toMatchObject({ status: 'running', attempt: 1 });
      await test.runs.cancel(run.id);
      await clock.advance(1000);
      const seqs = (await test.entries(run.id)).map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    });

    it('RL2: what a former process left goes on by itself, from its checkpoints', async () => {
      const location = await fixture.fresh();
      const gone = await TestRuns.open({ location, settings: keptLease });
      gone.model.behave((question) => (question.endsWith('/3') ? { kind: 'hang' } : { kind: 'answer' }));
      const run = await gone.start('lamp');
      await expect.poll(async () => (await gone.runs.estimate(run)).calls).toBe(1);
      // The process is gone without a word: its database is closed under it.
      await gone.storage[Symbol.asyncDispose]();
      await using next = await TestRuns.open({ location, model: gone.model });
      await next.runOutLease(run);
      next.model.behave({ kind: 'answer' });
      const over = await next.runs.settled(run.id);
      expect(over).toMatchObject({ status: 'completed', attempt: 2, counts: { done: 1, reused: 3 } });
      expect(next.model.asked.get(hashOf('lamp/0'))).toBe(1);
      await abandon(gone);
    });

    it('RL2 (row 22): a run whose process dies five times without progress ends as a crash loop', async () => {
      const location = await fixture.fresh();
      await using test = await TestRuns.open({
        location,
        settings: { concurrency: 1 },
      });
      test.model.behave({ kind: 'hang' });
      const blocker = await test.start('blocker');
      await test.model.untilAsked(1);
      const run = await test.start('lamp');
      for (let death = 1; death <= 5; death += 1) {
        const claim = await test.storage.runs.claimNext({ owner: `dying-${death}`, leaseMs: 1, maxBarrenAttempts: 5 });
        expect(claim).toMatchObject({ kind: 'claimed', run: { id: run.id, attempt: death } });
        await test.storage.runs.release({ id: run.id, attempt: death }, { reason: 'crash' });
      }
      const last = await test.storage.runs.claimNext({ owner: 'next', leaseMs: 1, maxBarrenAttempts: 5 });
      expect(last).toMatchObject({
        kind: 'crash-loop',
        run: { status: 'failed', failure: { code: 'run/crash-loop', details: { attempts: 5 } } },
      });
      expect((await test.entries(run.id)).at(-1)?.event).toMatchObject({ type: 'run-end', status: 'failed' });
      await test.runs.cancel(blocker.id);
    });

    it('RL2 (row 22): progress and a planned end of the process do not count towards a crash loop', async () => {
      const location = await fixture.fresh();
      await using test = await TestRuns.open({ location, settings: { concurrency: 1 } });
      test.model.behave({ kind: 'hang' });
      const blocker = await test.start('blocker');
      await test.model.untilAsked(1);
      const run = await test.start('lamp');
      for (let life = 1; life <= 12; life += 1) {
        const owner = `life-${life}`;
        const claim = await test.storage.runs.claimNext({ owner, leaseMs: 1, maxBarrenAttempts: 5 });
        expect(claim).toMatchObject({ kind: 'claimed', run: { attempt: life } });
        const attempt = { id: run.id, attempt: life };
        if (life % 2 === 0) await test.storage.runs.append({ ...attempt, batch: 1, events: [], isProgress: true });
        await test.storage.runs.release(attempt, { reason: life % 2 === 0 ? 'crash' : 'shutdown' });
      }
      await test.runs.cancel(run.id);
      await test.runs.cancel(blocker.id);
    });

    it('RL2 (row 22): a planned end after progress gives a run no life more than five', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh(), settings: { concurrency: 1 } });
      test.model.behave({ kind: 'hang' });
      const blocker = await test.start('blocker');
      await test.model.untilAsked(1);
      const run = await test.start('lamp');
      const live = (life: number) =>
        test.storage.runs.claimNext({ owner: `life-${life}`, leaseMs: 1, maxBarrenAttempts: 5 });
      await live(1);
      await test.storage.runs.append({ id: run.id, attempt: 1, batch: 1, events: [], isProgress: true });
      await test.storage.runs.release({ id: run.id, attempt: 1 }, { reason: 'shutdown' });
      for (let death = 2; death <= 6; death += 1) {
        expect(await live(death)).toMatchObject({ kind: 'claimed', run: { id: run.id, attempt: death } });
        await test.storage.runs.release({ id: run.id, attempt: death }, { reason: 'crash' });
      }
      expect(await live(7)).toMatchObject({ kind: 'crash-loop', run: { id: run.id, status: 'failed' } });
      await test.runs.cancel(blocker.id);
    });

    it('RL3 (row 19): an attempt that lost its run writes nothing more, and is told to stop', async () => {
      const points = new HeldPoints();
      await using test = await TestRuns.open({ location: await fixture.fresh(), points });
      test.model.behave({ kind: 'answer' });
      const held = points.hold('before:checkpoint');
      const run = await test.start('lamp', { items: 1 });
      await held.reached;
      // Another process took the run while this one stood still.
      await test.storage.runs.release({ id: run.id, attempt: 1 }, { reason: 'crash' });
      await test.storage.runs.claimNext({ owner: 'other', leaseMs: 60_000, maxBarrenAttempts: 5 });
      const before = (await test.storage.journals.page(run.id, { after: 0, limit: 100 }))?.head.lastSeq;
      held.release();
      await expect.poll(() => test.runs.executing).toBe(0);
      const page = await test.storage.journals.page(run.id, { after: 0, limit: 100 });
      expect(page?.head).toMatchObject({ status: 'running', lastSeq: before });
      expect((await test.runs.find(run.id)).attempt).toBe(2);
      expect(await test.storage.glossary.read(run.projectId)).toBeUndefined();
      await test.storage.runs.release({ id: run.id, attempt: 2 }, { reason: 'crash' });
    });

    it('RM5 (row 45): a shutdown gives runs back at once, and what was finished is not done again', async () => {
      const location = await fixture.fresh();
      const test = await TestRuns.open({ location });
      test.model.behave((question) => (question.endsWith('/3') ? { kind: 'hang' } : { kind: 'answer' }));
      const run = await test.start('lamp');
      await expect.poll(async () => (await test.runs.estimate(run)).calls).toBe(1);
      const begun = performance.now();
      await test.runs.shutdown();
      expect(performance.now() - begun).toBeLessThan(10_000);
      await expect(test.start('other')).rejects.toMatchObject({ code: 'run/shutting-down' });
      expect(await test.runs.find(run.id)).toMatchObject({ status: 'pending', attempt: 1 });
      await test.storage[Symbol.asyncDispose]();
      await using next = await TestRuns.open({ location, model: test.model });
      next.model.behave({ kind: 'answer' });
      expect(await next.runs.settled(run.id)).toMatchObject({ status: 'completed', counts: { done: 1, reused: 3 } });
      expect((await next.entries(run.id)).map(({ event }) => event)).toContainEqual({
        type: 'run-interrupted',
        attempt: 1,
        reason: 'shutdown',
      });
      await abandon(test);
    });

    it('RM5: a process that ends waits for what retention has begun', async () => {
      const faults = new Faults();
      const lines: string[] = [];
      const logger = jsonLogger({ level: 'warn', destination: { write: (line) => void lines.push(line) } });
      const test = await TestRuns.open({ location: await fixture.fresh(), intercept: faults.intercept, logger });
      const pruning = heldStatement();
      faults.act(PRUNE, pruning);
      test.model.behave({ kind: 'hang' });
      const run = await test.start('lamp', { items: 1 });
      await test.model.untilAsked(1);
      await test.runs.cancel(run.id);
      let isOver = false;
      const closing = test.runs[Symbol.asyncDispose]().then(() => (isOver = true));
      await pruning.begun;
      await expect.poll(() => test.runs.executing).toBe(0);
      for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
      const wasOver = isOver;
      pruning.goOn();
      await closing;
      await test[Symbol.asyncDispose]();
      expect([wasOver, lines]).toEqual([false, []]);
    });

    it('RM5: nor does it leave a heartbeat behind that was sent as its run ended', async () => {
      const clock = new HeldClock();
      const faults = new Faults();
      const finishing = heldStatement();
      const beating = heldStatement();
      await using test = await TestRuns.open({ location: await fixture.fresh(), clock, intercept: faults.intercept });
      test.model.behave({ kind: 'hang' });
      const run = await test.start('lamp', { items: 1 });
      await test.model.untilAsked(1);
      faults.act(FINISH, finishing);
      faults.act(HEARTBEAT, beating);
      await test.runs.cancel(run.id);
      await finishing.begun;
      await clock.advance(6000);
      finishing.goOn();
      await beating.begun;
      let isOver = false;
      const closing = test.runs.shutdown().then(() => (isOver = true));
      await expect.poll(() => test.runs.executing).toBe(0);
      for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
      const wasOver = isOver;
      beating.goOn();
      await closing;
      expect(wasOver).toBe(false);
    });

    it('RM5 (row 45): a run that was just being taken when the process ends is given back too', async () => {
      const points = new HeldPoints();
      await using test = await TestRuns.open({ location: await fixture.fresh(), points });
      test.model.behave({ kind: 'hang' });
      const taking = points.hold('after:claim');
      const run = await test.start('lamp');
      await taking.reached;
      const over = test.runs.shutdown();
      taking.release();
      await over;
      expect(await test.runs.find(run.id)).toMatchObject({ status: 'pending', attempt: 1 });
      expect(test.runs.executing).toBe(0);
    });

    it('RM4: nothing of a run that is over stays in the manager', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      for (let round = 0; round < 10; round += 1) {
        const run = await test.start('lamp', { items: 2, marker: `round-${round}` });
        await Promise.all([test.runs.settled(run.id), test.followed(run.id)]);
      }
      await expect.poll(() => test.runs.executing).toBe(0);
      expect(test.runs.waitingFollowers).toBe(0);
      expect(test.runs.journal.sharedPages).toBe(0);
    });

    it('row 44: a run that is handed out twice, or after its end, is taken once', async () => {
      const faults = new Faults();
      await using test = await TestRuns.open({ location: await fixture.fresh(), intercept: faults.intercept });
      const run = await test.runs.settled((await test.start('lamp')).id);
      const again = { leaseMs: 1000, maxBarrenAttempts: 5 };
      expect(await test.storage.runs.claimNext({ ...again, owner: 'late' })).toEqual({ kind: 'none' });
      expect(await test.runs.find(run.id)).toEqual(run);
      expect(CLAIM.test('update "run" set "status" = ?, "attempt" = "attempt" + ?')).toBe(true);
    });

    it('RL4: an active run belongs to its project alone', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave({ kind: 'hang' });
      const run = await test.start('lamp');
      const other = await test.project('copy');
      expect(await test.storage.runs.active(other.id)).toBeUndefined();
      expect(await test.storage.runs.active(run.projectId)).toMatchObject({ id: run.id });
      await test.model.untilAsked(1);
      // A project that is deleted takes its run with it, and the worker notices.
      await test.storage.projects.delete(run.projectId);
      await expect(test.runs.find(run.id)).rejects.toMatchObject({ code: 'run/not-found' });
    });
  });
}

/** A statement that waits until it may go on. */
function heldStatement() {
  const reached = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const fault = () => {
    reached.resolve();
    return gate.promise;
  };
  return { fault, begun: reached.promise, goOn: gate.resolve };
}

/** Closes what is left of a process that is taken for dead. */
async function abandon(test: TestRuns): Promise<void> {
  await test[Symbol.asyncDispose]().catch(() => undefined);
}
