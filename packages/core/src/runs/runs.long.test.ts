import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { anyOrderRules } from '../testing/conformance/runs/any-order.ts';
import { leavingNothingRules } from '../testing/conformance/runs/leaving-nothing.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-long-'));
let count = 0;
const fixture = { isShared: false, fresh: () => Promise.resolve({ path: join(folder, `${(count += 1)}.db`) }) };
const sequences = Number(process.env['GENGLOSSARY_LONG_COUNT'] ?? 10_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

leavingNothingRules('SQLite', fixture, { runs: 1000 });
anyOrderRules('SQLite', fixture, { sequences, transient: ['SQLITE_BUSY', 'SQLITE_IOERR', 'SQLITE_FULL'] });
