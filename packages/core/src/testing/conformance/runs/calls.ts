import { describe, expect, it } from 'vitest';
import { noUsage, type ModelCall, type ModelCallText, runId } from '../../../domain/index.ts';
import { APPEND, Faults } from '../../runs/faults.ts';
import { HeldPoints } from '../../runs/held-points.ts';
import { checkpointKey } from '../../runs/test-work.ts';
import { type RunsFixture, TestRuns } from '../../runs/test-runs.ts';

const made = (item: string, changes: Partial<ModelCall> = {}): ModelCall => ({
  step: 'define',
  items: [item],
  itemCount: 1,
  provider: 'Test',
  model: 'scripted',
  promptVersion: 'define/0',
  outcome: 'answered',
  tries: 1,
  inputTokens: 10,
  outputTokens: 4,
  cost: 0.25,
  tookMs: 7,
  ...changes,
});

const text: ModelCallText = { instructions: 'Be brief.', prompt: 'What is a “quay”? 岸壁とは', answers: ['A wall.'] };

/** What a run asked of language models can be looked at, and says what was spent. */
export function callRules(database: string, fixture: RunsFixture, { transient }: { readonly transient: string }): void {
  describe(`calls in ${database}`, () => {
    it('RB3: are numbered in their order, and come in pages, by step, outcome and order', async () => {
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: {
          onDefine(_, { recordCall }) {
            for (let at = 1; at <= 7; at += 1) {
              recordCall(made(`item ${at}`, at % 3 === 0 ? { outcome: 'failed', step: 'review' } : {}), { text });
            }
          },
        },
      });
      const { id } = await test.runs.settled((await test.start('lamp', { items: 0 })).id);
      const numbers = async (query: Partial<Parameters<typeof test.runs.calls>[1]>) => {
        const found: number[][] = [];
        for (let cursor: string | undefined; ; ) {
          const page = await test.runs.calls(id, { limit: 3, ...query, ...(cursor === undefined ? {} : { cursor }) });
          found.push(page.items.map(({ number }) => number));
          cursor = page.cursor;
          if (cursor === undefined) return { found, total: page.total };
        }
      };
      expect(await numbers({})).toEqual({ found: [[7, 6, 5], [4, 3, 2], [1]], total: 7 });
      expect(await numbers({ order: 'oldest', limit: 7 })).toEqual({ found: [[1, 2, 3, 4, 5, 6, 7]], total: 7 });
      expect(await numbers({ outcome: 'failed' })).toEqual({ found: [[6, 3]], total: 2 });
      expect(await numbers({ step: 'define', order: 'oldest' })).toEqual({
        found: [
          [1, 2, 4],
          [5, 7],
        ],
        total: 5,
      });
      await expect(test.runs.calls(id, { limit: 3, cursor: 'x' })).rejects.toMatchObject({
        code: 'list/invalid-cursor',
      });
    });

    it('RB3: are given back as they were, their words only one by one', async () => {
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: {
          onDefine(_, { recordCall }) {
            recordCall(made('quay'), { text });
            recordCall(made('pier'));
          },
        },
      });
      const { id } = await test.runs.settled((await test.start('lamp', { items: 0 })).id);
      const { items } = await test.runs.calls(id, { limit: 10, order: 'oldest' });
      expect(items).toEqual([
        { ...made('quay'), number: 1, attempt: 1, at: expect.any(Number), hasText: true },
        { ...made('pier'), number: 2, attempt: 1, at: expect.any(Number), hasText: false },
      ]);
      expect(await test.runs.call(id, 1)).toEqual({ ...items[0], text });
      expect(await test.runs.call(id, 2)).toEqual(items[1]);
      const lost = { code: 'storage/not-found', details: { what: 'call', id: '3' } };
      await expect(test.runs.call(id, 3)).rejects.toMatchObject(lost);
      await expect(test.runs.call(runId('none'), 1)).rejects.toMatchObject({ code: 'run/not-found' });
    });

    it('RB3: are kept with the answer that they brought, or not at all', async () => {
      const location = await fixture.fresh();
      const points = new HeldPoints();
      const held = points.hold('after:checkpoint');
      await using test = await TestRuns.open({
        location,
        points,
        hooks: {
          onItem: (item, { recordCall }) => recordCall(made(item)),
        },
      });
      const { id, projectId } = await test.start('lamp', { items: 1 });
      await held.reached;
      const { items } = await test.runs.calls(id, { limit: 10 });
      const kept = await test.storage.checkpoints.get(projectId, [checkpointKey('lamp/0')]);
      expect([items.length, kept.size]).toEqual([1, 1]);
      held.release();
      await test.runs.settled(id);
    });

    it('RB3 (row 9): are listed once where the answer of the database was lost', async () => {
      const faults = new Faults();
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        intercept: faults.intercept,
        settings: { appendRetry: { baseMs: 1, capMs: 5, limitMs: 2000 } },
        hooks: { onItem: (item, { recordCall }) => recordCall(made(item)) },
      });
      faults.act(APPEND, { fault: () => faults.fail(/^committed$/u, { code: transient }) });
      const { id } = await test.runs.settled((await test.start('lamp', { items: 3 })).id);
      expect(faults.hits).toBe(2);
      const { items } = await test.runs.calls(id, { limit: 10, order: 'oldest' });
      expect(items.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(new Set(items.flatMap((one) => one.items))).toEqual(new Set(['lamp/0', 'lamp/1', 'lamp/2']));
    });

    it('RB2, RB3: count against the budget also where they failed', async () => {
      const spent = { ...noUsage, calls: 1, inputTokens: 30, cost: 1 };
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: {
          onDefine: (_, { recordCall }) => recordCall(made('lost', { outcome: 'failed' }), { spent }),
        },
      });
      const { id } = await test.project('lamp');
      const input = JSON.stringify({ marker: 'lamp', items: 2 });
      const run = await test.runs.start({ projectId: id, scope: 'full', input, budget: { cost: 1 } });
      expect(await test.runs.settled(run.id)).toMatchObject({
        status: 'partial',
        failure: { code: 'run/budget-reached' },
        usage: { calls: 1, inputTokens: 30, cost: 1 },
      });
      expect(test.model.asked.size).toBe(0);
    });

    it('RJ7: go with the journal of their run', async () => {
      await using test = await TestRuns.open({
        location: await fixture.fresh(),
        hooks: { onDefine: (_, { recordCall }) => recordCall(made('quay')) },
      });
      const older = await test.runs.settled((await test.start('lamp', { items: 0 })).id);
      const newer = await test.runs.settled((await test.start('lamp', { items: 0 })).id);
      await test.storage.journals.prune(older.projectId, { keepRuns: 1 });
      expect((await test.runs.calls(older.id, { limit: 5 })).total).toBe(0);
      expect((await test.runs.calls(newer.id, { limit: 5 })).total).toBe(1);
    });
  });
}
