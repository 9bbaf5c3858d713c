import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { startingRules } from '../testing/conformance/runs/starting.ts';
import type { RunsFixture } from '../testing/runs/test-runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-runs-'));
let count = 0;
const fixture: RunsFixture = {
  fresh: () => Promise.resolve({ path: join(folder, `${(count += 1)}.db`) }),
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

startingRules('SQLite', fixture);
