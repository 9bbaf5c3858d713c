import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
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
import type { RunsFixture } from '../testing/runs/test-runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-runs-'));
let count = 0;
const fixture: RunsFixture = {
  isShared: false,
  fresh: () => Promise.resolve({ path: join(folder, `${(count += 1)}.db`) }),
};

/** Codes of what passes. */
const transient = ['SQLITE_BUSY', 'SQLITE_IOERR', 'SQLITE_FULL'];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

startingRules('SQLite', fixture);
executingRules('SQLite', fixture);
followingRules('SQLite', fixture);
cancellingRules('SQLite', fixture);
reusingRules('SQLite', fixture);
callRules('SQLite', fixture, { transient: 'SQLITE_BUSY' });
savingRules('SQLite', fixture, { transient });
owningRules('SQLite', fixture, { transient });
leavingNothingRules('SQLite', fixture, { runs: 100 });
anyOrderRules('SQLite', fixture, { sequences: 60, transient });
