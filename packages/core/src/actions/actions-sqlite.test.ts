import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStorage } from '../storage/kysely/open-storage.ts';
import { categoryRules } from '../testing/conformance/actions/categories.ts';
import { changeRules } from '../testing/conformance/actions/changes.ts';
import { documentRules } from '../testing/conformance/actions/documents.ts';
import { entryRules } from '../testing/conformance/actions/entries.ts';
import type { ActionsFixture } from '../testing/conformance/actions/fixture.ts';
import { importRules } from '../testing/conformance/actions/imports.ts';
import { insightRules } from '../testing/conformance/actions/insights.ts';
import { issueRules } from '../testing/conformance/actions/issues.ts';
import { outlivingRules } from '../testing/conformance/actions/outliving-builds.ts';
import { projectRules } from '../testing/conformance/actions/projects.ts';
import { settingsRules } from '../testing/conformance/actions/settings.ts';
import { termRules } from '../testing/conformance/actions/terms.ts';
import { undoRules } from '../testing/conformance/actions/undoing.ts';
import { variantRules } from '../testing/conformance/actions/variants.ts';
import { versionRules } from '../testing/conformance/actions/versions.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-actions-'));
let count = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixture: ActionsFixture = {
  open: (options) => openStorage({ path: join(folder, `${(count += 1)}.db`) }, options),
};

projectRules('SQLite', fixture);
documentRules('SQLite', fixture);
entryRules('SQLite', fixture);
termRules('SQLite', fixture);
categoryRules('SQLite', fixture);
variantRules('SQLite', fixture);
issueRules('SQLite', fixture);
versionRules('SQLite', fixture);
importRules('SQLite', fixture);
insightRules('SQLite', fixture);
changeRules('SQLite', fixture);
outlivingRules('SQLite', fixture);
settingsRules('SQLite', fixture);
undoRules('SQLite', fixture);
