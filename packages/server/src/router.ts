import { runs } from './procedures/runs.ts';
import { router } from './trpc.ts';

/** All rooms of procedures. */
export const appRouter = router({ runs });

/** What clients know of the server: types only. */
export type AppRouter = typeof appRouter;
