import { backupRules } from './actions/backups.ts';
import { categoryRules } from './actions/categories.ts';
import { changeRules } from './actions/changes.ts';
import { documentRules } from './actions/documents.ts';
import { entryRules } from './actions/entries.ts';
import { entryEditRules } from './actions/entry-edits.ts';
import { entryMergeRules } from './actions/entry-merges.ts';
import type { ActionsFixture } from './actions/fixture.ts';
import { importPlanRules } from './actions/import-plans.ts';
import { importRoundTripRules } from './actions/import-round-trips.ts';
import { importRules } from './actions/imports.ts';
import { insightRules } from './actions/insights.ts';
import { issueRules } from './actions/issues.ts';
import { nameMatchingRules } from './actions/name-matching.ts';
import { outlivingRules } from './actions/outliving-builds.ts';
import { projectRules } from './actions/projects.ts';
import { settingsRules } from './actions/settings.ts';
import { termbaseRules } from './actions/termbases.ts';
import { termRules } from './actions/terms.ts';
import { undoRules } from './actions/undoing.ts';
import { variantRules } from './actions/variants.ts';
import { versionRules } from './actions/versions.ts';

/** What every action does, whatever keeps it. */
export function actionsConformance(database: string, fixture: ActionsFixture): void {
  projectRules(database, fixture);
  backupRules(database, fixture);
  documentRules(database, fixture);
  entryRules(database, fixture);
  entryEditRules(database, fixture);
  entryMergeRules(database, fixture);
  nameMatchingRules(database, fixture);
  termRules(database, fixture);
  categoryRules(database, fixture);
  variantRules(database, fixture);
  issueRules(database, fixture);
  versionRules(database, fixture);
  importPlanRules(database, fixture);
  importRules(database, fixture);
  importRoundTripRules(database, fixture);
  termbaseRules(database, fixture);
  insightRules(database, fixture);
  changeRules(database, fixture);
  outlivingRules(database, fixture);
  settingsRules(database, fixture);
  undoRules(database, fixture);
}
