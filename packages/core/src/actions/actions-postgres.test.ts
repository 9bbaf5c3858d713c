import { afterAll, beforeAll } from 'vitest';
import { openStorage } from '../storage/kysely/open-storage.ts';
import { changeRules } from '../testing/conformance/actions/changes.ts';
import { documentRules } from '../testing/conformance/actions/documents.ts';
import { entryRules } from '../testing/conformance/actions/entries.ts';
import type { ActionsFixture } from '../testing/conformance/actions/fixture.ts';
import { insightRules } from '../testing/conformance/actions/insights.ts';
import { issueRules } from '../testing/conformance/actions/issues.ts';
import { outlivingRules } from '../testing/conformance/actions/outliving-builds.ts';
import { projectRules } from '../testing/conformance/actions/projects.ts';
import { termRules } from '../testing/conformance/actions/terms.ts';
import { undoRules } from '../testing/conformance/actions/undoing.ts';
import { versionRules } from '../testing/conformance/actions/versions.ts';
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts';

let postgres: TestPostgres | undefined;
let count = 0;

beforeAll(async () => {
  postgres = await startPostgres();
  // The schema is made once; each test gets a copy.
  const storage = await openStorage({ url: await postgres.createDatabase('actions') });
  await storage[Symbol.asyncDispose]();
});
afterAll(async () => {
  await postgres?.[Symbol.asyncDispose]();
});

const fixture: ActionsFixture = {
  async open(options) {
    if (postgres === undefined) throw new Error('PostgreSQL is not running.');
    const url = await postgres.createDatabase(`actions_${(count += 1)}`, { template: 'actions' });
    return openStorage({ url }, options);
  },
};

projectRules('PostgreSQL', fixture);
documentRules('PostgreSQL', fixture);
entryRules('PostgreSQL', fixture);
termRules('PostgreSQL', fixture);
issueRules('PostgreSQL', fixture);
versionRules('PostgreSQL', fixture);
insightRules('PostgreSQL', fixture);
changeRules('PostgreSQL', fixture);
outlivingRules('PostgreSQL', fixture);
undoRules('PostgreSQL', fixture);
