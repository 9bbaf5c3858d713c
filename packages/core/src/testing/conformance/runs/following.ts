import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JournalEntry, type RunId, runId } from '../../../domain/index.ts';
import { systemClock } from '../../../runtime/clock.ts';
import { Journal } from '../../../runs/journal.ts';
import { Wakes } from '../../../runs/wakes.ts';
import { HeldPoints } from '../../runs/held-points.ts';
import { type RunsFixture, TestRuns } from '../../runs/test-runs.ts';

/** What the followers of a run get. */
export function followingRules(database: string, fixture: RunsFixture): void {
  describe(`following runs in ${database}`, () => {
    it('RJ1: events are numbered from 1 without gaps, in the order in which they were told', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      const run = await test.runs.settled((await test.start('lamp', { items: 30 })).id);
      const entries = await test.entries(run.id);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
      expect(entries.at(0)?.event.type).toBe('run-queued');
      expect(entries.at(-1)?.event.type).toBe('run-end');
      expect(entries).toHaveLength(run.lastSeq);
      const done = entries.flatMap(({ event }) => (event.type === 'step-progress' ? event.done : []));
      expect(done).toEqual(done.toSorted((a, b) => a - b));
    });

    it('RJ1: what a follower can see is durable', async () => {
      const points = new HeldPoints();
      await using test = await TestRuns.open({ location: await fixture.fresh(), points });
      test.model.behave({ kind: 'hang' });
      const held = points.hold('before:append');
      const run = await test.start('lamp', { items: 1 });
      await held.reached;
      // Told, but not written: nobody hears of it.
      expect(
        (await test.storage.journals.page(run.id, { after: 0, limit: 100 }))?.entries.map(({ event }) => event.type),
      ).toEqual(['run-queued', 'run-start']);
      held.release();
      await test.runs.cancel(run.id);
      await test.runs.settled(run.id);
      const written = (await test.entries(run.id)).map(({ event }) => event.type);
      expect(written.filter((type) => type !== 'run-cancel').slice(2, 6)).toEqual([
        'step-start',
        'log',
        'step-end',
        'step-start',
      ]);
    });

    it('RJ2 (row 31): any interleaving of writing, dropping and resuming gives every event once and in order', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      let name = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ take: fc.integer({ min: 0, max: 4 }), pauses: fc.integer({ min: 0, max: 3 }) }), {
            maxLength: 12,
          }),
          fc.integer({ min: 0, max: 12 }),
          async (sessions, items) => {
            const run = await test.start(`p${(name += 1)}`, { items, concurrency: 2 });
            const seen: JournalEntry[] = [];
            let cursor = 0;
            for (const { take, pauses } of sessions) {
              cursor = await followSome(test, run.id, { after: cursor, pages: take, seen });
              for (let turn = 0; turn < pauses; turn += 1) await new Promise((next) => setImmediate(next));
            }
            await followSome(test, run.id, { after: cursor, pages: Number.POSITIVE_INFINITY, seen });
            expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: seen.length }, (_, index) => index + 1));
            expect(seen.at(-1)?.event).toMatchObject({ type: 'run-end', status: 'completed' });
          },
        ),
        { numRuns: 30 },
      );
      expect(test.runs.waitingFollowers).toBe(0);
    });

    it('RJ3: followers at the same place are served from one page', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      const { id } = await test.runs.settled((await test.start('lamp')).id);
      const [first, second] = await Promise.all([test.followed(id), test.followed(id)]);
      const pageOf = (followed = first) => (followed[0]?.type === 'page' ? followed[0].entries : undefined);
      expect(pageOf(first)).toBeDefined();
      expect(pageOf(second)).toBe(pageOf(first));
      expect(Object.isFrozen(pageOf(first))).toBe(true);
      // Also by who comes later, for as long as somebody follows the run.
      const signal = new AbortController().signal;
      for await (const followed of test.runs.journal.follow(id, { signal })) {
        expect(followed).toMatchObject({ type: 'page' });
        expect(pageOf(await test.followed(id))).toBe(followed.type === 'page' ? followed.entries : undefined);
      }
      expect(test.runs.journal.sharedPages).toBe(0);
    });

    it('RJ4 (rows 36, 37): a follower that leaves, throws or is aborted leaves nothing behind', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave({ kind: 'hang' });
      const run = await test.start('lamp');
      await test.model.untilAsked(1);
      const abort = new AbortController();
      const followers = Array.from({ length: 200 }, (_, index) =>
        (async () => {
          for await (const followed of test.runs.journal.follow(run.id, { signal: abort.signal })) {
            if (index % 3 === 0) break;
            if (index % 3 === 1) throw new Error(`reader ${followed.lastSeq} is broken`);
          }
        })().catch((error: unknown) => String(error)),
      );
      // Two of three have ended by themselves; the others wait for more.
      await expect.poll(() => test.runs.waitingFollowers, { timeout: 10_000 }).toBe(66);
      abort.abort(new Error('gone'));
      const ends = await Promise.all(followers);
      expect(ends.filter((end) => end === 'Error: gone').length).toBe(66);
      expect(test.runs.waitingFollowers).toBe(0);
      expect(test.runs.journal.sharedPages).toBe(0);
      await test.runs.cancel(run.id);
      await test.runs.settled(run.id);
    });

    it('RJ5 (rows 3, 35): a run that is over is replayed and ends, also for who has read its last event', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      const run = await test.runs.settled((await test.start('lamp')).id);
      expect((await test.entries(run.id)).map(({ seq }) => seq)).toHaveLength(run.lastSeq);
      expect(await test.followed(run.id, run.lastSeq)).toEqual([]);
      expect(await test.followed(run.id, run.lastSeq + 5)).toEqual([]);
      expect((await test.entries(run.id, run.lastSeq - 1)).map(({ event }) => event.type)).toEqual(['run-end']);
      await expect(test.followed(runId('none'))).rejects.toMatchObject({ code: 'run/not-found' });
    });

    it('RJ7 (rows 35, 49): what retention took is told as truncated, the run and its totals stay', async () => {
      const location = await fixture.fresh();
      const first = await (async () => {
        await using test = await TestRuns.open({ location, settings: { keepJournals: 1 } });
        const over = await test.runs.settled((await test.start('lamp', { items: 2 })).id);
        const second = await test.runs.settled((await test.start('lamp', { items: 3 })).id);
        await test.storage.journals.prune(over.projectId, { keepRuns: 1 });
        expect(await test.entries(second.id)).toHaveLength(second.lastSeq);
        return over;
      })();
      await using test = await TestRuns.open({ location });
      const gone = { type: 'truncated', to: first.lastSeq, lastSeq: first.lastSeq };
      expect(await test.followed(first.id)).toEqual([{ ...gone, from: 1 }]);
      expect(await test.followed(first.id, 4)).toEqual([{ ...gone, from: 5 }]);
      expect(await test.followed(first.id, first.lastSeq)).toEqual([]);
      expect(await test.runs.find(first.id)).toEqual({ ...first, firstSeq: first.lastSeq + 1 });
    });

    it('RJ7 (row 49): retention never touches a run that is not over', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave({ kind: 'hang' });
      const run = await test.start('lamp');
      await test.model.untilAsked(1);
      expect(await test.storage.journals.prune(run.projectId, { keepRuns: 0 })).toBe(0);
      await test.runs.cancel(run.id);
      expect((await test.entries(run.id)).at(-1)?.event.type).toBe('run-end');
    });

    it('row 39: a follower that no wake ever reaches sees everything within a second, by looking again', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave({ kind: 'answer', delayMs: 20 });
      const run = await test.start('lamp', { items: 3 });
      // Its wakes are its own: nobody wakes them.
      const deaf = new Journal(test.storage, { wakes: new Wakes(), clock: systemClock });
      const seen: JournalEntry[] = [];
      for await (const followed of deaf.follow(run.id, { signal: new AbortController().signal })) {
        if (followed.type === 'page') seen.push(...followed.entries);
      }
      expect(seen).toEqual(await test.entries(run.id));
    });
  });
}

async function followSome(
  test: TestRuns,
  run: RunId,
  { after, pages, seen }: { readonly after: number; readonly pages: number; readonly seen: JournalEntry[] },
): Promise<number> {
  let cursor = after;
  let left = pages;
  if (left === 0) return cursor;
  for await (const followed of test.runs.journal.follow(run, { after, signal: new AbortController().signal })) {
    if (followed.type === 'page') seen.push(...followed.entries);
    cursor = followed.lastSeq;
    left -= 1;
    if (left === 0) break;
  }
  return cursor;
}
