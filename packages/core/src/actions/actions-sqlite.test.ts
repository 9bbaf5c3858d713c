import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStorage } from '../storage/kysely/open-storage.ts';
import { actionsConformance } from '../testing/conformance/actions.ts';
import type { ActionsFixture } from '../testing/conformance/actions/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-actions-'));
let count = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixture: ActionsFixture = {
  open: (options) => openStorage({ path: join(folder, `${(count += 1)}.db`) }, options),
};

actionsConformance('SQLite', fixture);
