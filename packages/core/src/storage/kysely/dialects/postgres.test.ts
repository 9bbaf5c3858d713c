import { afterAll, beforeAll } from 'vitest';
import { storageConformance } from '../../../testing/conformance/storage.ts';
import { startPostgres, type TestPostgres } from '../../../testing/start-postgres.ts';
import { openStorage } from '../open-storage.ts';

let postgres: TestPostgres | undefined;
let count = 0;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.[Symbol.asyncDispose]();
});

storageConformance('PostgreSQL', {
  async fresh() {
    if (postgres === undefined) throw new Error('PostgreSQL is not running.');
    const url = await postgres.createDatabase(`storage_${(count += 1)}`);
    return { open: (options) => openStorage({ url }, options) };
  },
});
