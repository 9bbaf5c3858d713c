/** The door of `@genglossary/server`. */
export type { AppRouter } from './router.ts';
export type { ErrorReport } from './server-error.ts';
export { createServer, DEFAULT_PORT, type RunningServer, type ServerSettings } from './server.ts';
