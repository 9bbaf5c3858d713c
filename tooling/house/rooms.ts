/**
 * The rooms of the house and their ranks. A room imports only rooms of lower rank (never its neighbours of the same
 * rank), which also means that no circle of rooms can exist. `ARCHITECTURE.md` tells why each stands where it does.
 */
export const coreRanks: Readonly<Record<string, number>> = {
  domain: 0,
  errors: 0,
  runtime: 1,
  text: 1,
  documents: 2,
  analysis: 2,
  evidence: 2,
  export: 2,
  llm: 2,
  storage: 2,
  extraction: 3,
  definition: 3,
  review: 3,
  refinement: 3,
  actions: 3,
  pipeline: 4,
  runs: 5,
  'core.ts': 6,
  'index.ts': 7,
  'engine.ts': 7,
  testing: 7,
};

/** Which packages a package may import. */
export const packageImports: Readonly<Record<string, readonly string[]>> = {
  core: [],
  cli: ['@genglossary/core', '@genglossary/client', '@genglossary/server'],
  web: ['@genglossary/client', '@genglossary/core/domain'],
  server: ['@genglossary/core'],
  // Of the server and of core types alone: `verbatimModuleSyntax` makes them vanish.
  contract: ['@genglossary/core/domain', '@genglossary/server'],
  // The door for tests takes the client by its own door, so that a package has its code and types once.
  client: ['@genglossary/contract', '@genglossary/client'],
};

/** The one neighbourly exception: the browser-safe door also offers the error codes. */
export const allowedImports: readonly (readonly [from: string, to: string])[] = [['domain/index.ts', 'errors']];
