import { categories } from './procedures/categories.ts';
import { documents } from './procedures/documents.ts';
import { entries } from './procedures/entries.ts';
import { exports } from './procedures/exports.ts';
import { imports } from './procedures/imports.ts';
import { insights } from './procedures/insights.ts';
import { issues } from './procedures/issues.ts';
import { languageModels } from './procedures/language-models.ts';
import { projects } from './procedures/projects.ts';
import { runs } from './procedures/runs.ts';
import { settings } from './procedures/settings.ts';
import { termLists } from './procedures/term-lists.ts';
import { terms } from './procedures/terms.ts';
import { trash } from './procedures/trash.ts';
import { undo } from './procedures/undo.ts';
import { versions } from './procedures/versions.ts';
import { router } from './trpc.ts';

/** All rooms of procedures. */
export const appRouter = router({
  projects,
  documents,
  terms,
  termLists,
  categories,
  entries,
  issues,
  runs,
  versions,
  exports,
  imports,
  insights,
  languageModels,
  settings,
  undo,
  trash,
});

/** What clients know of the server: types only. */
export type AppRouter = typeof appRouter;
