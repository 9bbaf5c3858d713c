import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyOrderRules } from '../testing/conformance/runs/any-order.ts';
import { callRules } from '../testing/conformance/runs/calls.ts';
import { cancellingRules } from '../testing/conformance/runs/cancelling.ts';
import { executingRules } from '../testing/conformance/runs/executing.ts';
import { followingRules } from '../testing/conformance/runs/following.ts';
import { leavingNothingRules } from '../testing/conformance/runs/leaving-nothing.ts';
import { owningRules } from '../testing/conformance/runs/owning.ts';
import { reusingRules } from '../testing/conformance/runs/reusing.ts';
import { savingRules } from '../testing/conformance/runs/saving.ts';
import { startingRules } from '../testing/conformance/runs/starting.ts';
import { type RunsFixture, TestRuns } from '../testing/runs/test-runs.ts';
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts';

let postgres: TestPostgres | undefined;
let count = 0;
const fixture: RunsFixture = {
  isShared: true,
  async fresh() {
    if (postgres === undefined) throw new Error('PostgreSQL is not running.');
    return { url: await postgres.createDatabase(`runs_${(count += 1)}`) };
  },
};

/** Codes of what passes. */
const transient = ['40001', '57P01', 'ECONNRESET'];

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.[Symbol.asyncDispose]();
});

startingRules('PostgreSQL', fixture);
executingRules('PostgreSQL', fixture);
followingRules('PostgreSQL', fixture);
cancellingRules('PostgreSQL', fixture);
reusingRules('PostgreSQL', fixture);
callRules('PostgreSQL', fixture, { transient: 'ECONNRESET' });
savingRules('PostgreSQL', fixture, { transient });
owningRules('PostgreSQL', fixture, { transient });
leavingNothingRules('PostgreSQL', fixture, { runs: 40 });
anyOrderRules('PostgreSQL', fixture, { sequences: 15, transient });

it('row 41: a restart of PostgreSQL in the middle of a run loses nothing, and the run completes', async () => {
  await using server = await startPostgres({ survivesRestarts: true });
  let restarting: Promise<void> | undefined;
  await using test = await TestRuns.open({
    location: { url: await server.createDatabase('restarted') },
    hooks: { onItem: () => void (restarting ??= server.restart()) },
  });
  const { id } = await test.start('lamp');
  const run = await test.runs.settled(id);
  await restarting;
  expect(restarting).toBeDefined();
  expect(run).toMatchObject({ status: 'completed', counts: { failed: 0 } });
  const entries = await test.entries(id);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.at(-1)?.event).toMatchObject({ type: 'run-end', status: 'completed' });
});
