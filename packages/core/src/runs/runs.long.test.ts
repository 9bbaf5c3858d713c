import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { anyOrderRules } from '../testing/conformance/runs/any-order.ts';
import { leavingNothingRules } from '../testing/conformance/runs/leaving-nothing.ts';
import type { RunsFixture } from '../testing/runs/test-runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-long-'));
let count = 0;
const fixture: RunsFixture = {
  isShared: false,
  fresh: () => Promise.resolve({ path: join(folder, `${(count += 1)}`, 'runs.db') }),
  forget: (location) => ('path' in location ? rm(dirname(location.path), { recursive: true }) : Promise.resolve()),
};
const sequences = Number(process.env['GENGLOSSARY_LONG_COUNT'] ?? 10_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

leavingNothingRules('SQLite', fixture, { runs: 1000 });
anyOrderRules('SQLite', fixture, { sequences, transient: ['SQLITE_BUSY', 'SQLITE_IOERR', 'SQLITE_FULL'] });
