import { afterAll, beforeAll } from 'vitest';
import { startingRules } from '../testing/conformance/runs/starting.ts';
import type { RunsFixture } from '../testing/runs/test-runs.ts';
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts';

let postgres: TestPostgres | undefined;
let count = 0;
const fixture: RunsFixture = {
  async fresh() {
    if (postgres === undefined) throw new Error('PostgreSQL is not running.');
    return { url: await postgres.createDatabase(`runs_${(count += 1)}`) };
  },
};

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.[Symbol.asyncDispose]();
});

startingRules('PostgreSQL', fixture);
