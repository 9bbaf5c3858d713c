import { describe, expect, it } from 'vitest';
import { jsonLogger } from '../../../runtime/logger.ts';
import type { Followed } from '../../../runs/journal.ts';
import { APPEND, CLAIM, CREATE, Faults, FINISH } from '../../runs/faults.ts';
import { HeldClock } from '../../runs/held-clock.ts';
import { hashOf } from '../../runs/model-server.ts';
import { keptLease, type RunsFixture, TestRuns } from '../../runs/test-runs.ts';

/** Statuses that are saved, whatever the database does. `transient` are its codes for what passes. */
export function savingRules(
  database: string,
  fixture: RunsFixture,
  { transient }: { readonly transient: readonly string[] },
): void {
  const fast = { statusRetry: { baseMs: 1, capMs: 5 }, appendRetry: { baseMs: 1, capMs: 5, limitMs: 2000 } };

  describe(`saving statuses in ${database}`, () => {
    it('RP1 (row 2): what followers are told is the row that is stored, in the transaction of its last event', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      const run = await test.start('lamp');
      let told: unknown;
      for await (const followed of test.runs.journal.follow(run.id, { signal: new AbortController().signal })) {
        if (followed.type !== 'page') continue;
        const last = followed.entries.at(-1)?.event;
        if (last?.type === 'run-end') {
          told = last;
          expect((await test.runs.find(run.id)).status).toBe(last.status);
        }
      }
      const { status, finishedAt, counts, usage } = await test.runs.find(run.id);
      expect(told).toEqual({ type: 'run-end', status, finishedAt, counts, usage });
    });

    it.each(transient.flatMap((code) => [1, 5].map((times) => [code, times] as const)))(
      'RP2 (rows 7, 26, 43): an end that fails with %s %i times is tried again, and saved once',
      async (code, times) => {
        const faults = new Faults();
        await using test = await TestRuns.open({
          location: await fixture.fresh(),
          intercept: faults.intercept,
          settings: fast,
        });
        faults.fail(FINISH, { code, times });
        const run = await test.runs.settled((await test.start('lamp')).id);
        expect(run.status).toBe('completed');
        expect(faults.hits).toBe(times);
        expect((await test.entries(run.id)).filter(({ event }) => event.type === 'run-end')).toHaveLength(1);
        const retries = await test.runs.metrics.statusWriteRetries.get();
        expect(retries.values.reduce((sum, { value }) => sum + value, 0)).toBe(times);
      },
    );

    it.each([
      ['making the run', CREATE],
      ['taking it', CLAIM],
      ['adding to its journal', APPEND],
      ['ending it', FINISH],
    ])('RP2 (row 43): a passing error while %s changes nothing of the outcome', async (_, statement) => {
      const faults = new Faults();
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        intercept: faults.intercept,
        settings: fast,
      });
      faults.fail(statement, { code: transient[0] ?? '', times: 2 });
      const run = await test.runs.settled((await test.start('lamp')).id);
      expect(run).toMatchObject({ status: 'completed', attempt: 1, counts: { done: 4 } });
      expect(faults.hits).toBe(2);
      const entries = await test.entries(run.id);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((__, index) => index + 1));
      expect(entries.filter(({ event }) => event.type === 'step-progress')).toHaveLength(4);
    });

    it.each([
      ['the start', CREATE, 0],
      ['the claim', CLAIM, 0],
      ['an append', APPEND, 0],
      ['the end', FINISH, 0],
    ])(
      'row 9: where %s was committed but its answer was lost, it is found and not done twice',
      async (_, statement) => {
        const faults = new Faults();
        await using test = await TestRuns.open({
          location: await fixture.fresh(),
          intercept: faults.intercept,
          settings: fast,
        });
        faults.act(statement, {
          fault: () => faults.fail(/^committed$/u, { code: transient[0] ?? '' }),
        });
        const run = await test.runs.settled((await test.start('lamp')).id);
        expect(faults.hits).toBe(2);
        expect(run).toMatchObject({ status: 'completed', attempt: 1, counts: { done: 4, reused: 0 } });
        const events = (await test.entries(run.id)).map(({ event }) => event);
        const of = (type: string) => events.filter((event) => event.type === type).length;
        expect([of('run-queued'), of('run-start'), of('step-progress'), of('run-end')]).toEqual([1, 1, 4, 1]);
        expect((await test.storage.runs.transitions(run.id)).map(({ to }) => to)).toEqual([
          'pending',
          'running',
          'completed',
        ]);
      },
    );

    it('RP3 (row 7): an end that cannot be saved is told after two seconds, without moving any cursor', async () => {
      const clock = new HeldClock();
      const faults = new Faults();
      const lines: string[] = [];
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        intercept: faults.intercept,
        clock,
        logger: jsonLogger({ level: 'warn', destination: { write: (line) => void lines.push(line) } }),
      });
      faults.fail(FINISH, { code: transient[0] ?? '', times: 1000 });
      const run = await test.start('lamp', { items: 0 });
      const followed: Followed[] = [];
      const following = (async () => {
        for await (const one of test.runs.journal.follow(run.id, { signal: new AbortController().signal })) {
          followed.push(one);
        }
      })();
      const notices = () => followed.filter((one) => one.type === 'status-unsaved');
      await clock.advance(1900);
      expect(notices()).toEqual([]);
      await clock.advance(10_000);
      const [notice] = notices();
      expect(notice).toMatchObject({ type: 'status-unsaved', status: 'completed' });
      const pages = followed.filter((one) => one.type === 'page');
      expect(notice?.lastSeq).toBe(pages.at(-1)?.lastSeq);
      expect((await test.runs.find(run.id)).status).toBe('running');
      expect((await test.runs.metrics.statusesUnsaved.get()).values[0]?.value).toBe(1);
      expect(lines.some((line) => line.includes('run-status-unsaved'))).toBe(true);
      faults.heal();
      await clock.advance(10_000);
      await following;
      expect((await test.runs.find(run.id)).status).toBe('completed');
      expect((await test.runs.metrics.statusesUnsaved.get()).values[0]?.value).toBe(0);
      const seen = followed.flatMap((one) => (one.type === 'page' ? one.entries.map(({ seq }) => seq) : []));
      expect(seen).toEqual(seen.map((_, index) => index + 1));
    });

    it('RP3 (row 8): an end that was never saved is reached by the next process, at no cost', async () => {
      const location = await fixture.fresh();
      const faults = new Faults();
      let asked = 0;
      const lost = await (async () => {
        await using test = await TestRuns.open({
          location,
          intercept: faults.intercept,
          settings: { statusRetry: { baseMs: 1, capMs: 5, limitMs: 100 }, ...keptLease },
        });
        faults.fail(FINISH, { code: transient[0] ?? '', times: 1_000_000 });
        const run = await test.start('lamp');
        await test.model.untilAsked(4);
        await expect.poll(() => test.runs.executing).toBe(0);
        asked = test.model.asked.get(hashOf('lamp/0')) ?? 0;
        expect((await test.runs.find(run.id)).status).toBe('running');
        return run;
      })();
      await using next = await TestRuns.open({ location });
      await next.runOutLease(lost);
      const run = await next.runs.settled(lost.id);
      expect(asked).toBe(1);
      expect(run).toMatchObject({ status: 'completed', attempt: 2, counts: { done: 0, reused: 4, failed: 0 } });
      expect(next.model.asked.size).toBe(0);
    });

    it('RP4: the last event carries status, time, counts, tokens and cost', async () => {
      await using test = await TestRuns.open({ location: await fixture.fresh() });
      test.model.behave((question) => (question.endsWith('/0') ? { kind: 'status', status: 500 } : { kind: 'answer' }));
      const run = await test.runs.settled((await test.start('lamp', { items: 3, tries: 1 })).id);
      expect((await test.entries(run.id)).at(-1)?.event).toEqual({
        type: 'run-end',
        status: 'partial',
        finishedAt: run.finishedAt,
        counts: { done: 2, failed: 1, reused: 0 },
        usage: { calls: 2, inputTokens: 20, outputTokens: 10, cost: 0, unpricedCalls: 2 },
      });
    });

    it('RP5: logs name run, project, attempt, step and item, and hold no secret and no absolute path', async () => {
      const lines: string[] = [];
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        logger: jsonLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } }),
        hooks: {
          onItem() {
            throw new Error(
              'cannot read /home/ada/secret plans/lamp.md with sk-abcdefghijklmnop at https://ada:pw@model.test/',
            );
          },
        },
      });
      const run = await test.runs.settled((await test.start('lamp', { items: 1, tries: 1 })).id);
      const failed = lines
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .find(({ event }) => event === 'item-failed');
      expect(failed).toMatchObject({ run: run.id, project: run.projectId, attempt: 1, step: 'define', item: 'lamp/0' });
      const everything = lines.join('') + JSON.stringify(run) + JSON.stringify(await test.entries(run.id));
      expect(everything).not.toMatch(/\/home\/ada|sk-abc|ada:pw/u);
    });
  });
}
