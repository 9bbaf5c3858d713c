import { documents } from './procedures/documents.ts';
import { entries } from './procedures/entries.ts';
import { exports } from './procedures/exports.ts';
import { languageModels } from './procedures/language-models.ts';
import { projects } from './procedures/projects.ts';
import { runs } from './procedures/runs.ts';
import { undo } from './procedures/undo.ts';
import { router } from './trpc.ts';

/** All rooms of procedures. */
export const appRouter = router({ projects, documents, runs, entries, exports, languageModels, undo });

/** What clients know of the server: types only. */
export type AppRouter = typeof appRouter;
