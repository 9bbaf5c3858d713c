/**
 * The `./engine` door: pieces of the built-in engine by themselves, without projects or runs. Apart from the main door,
 * because whoever opens a database or follows a run should not wait for parsers to load.
 */
export { analysedLanguages } from './analysis/analyzers/index.ts';
export { analyseProse } from './analysis/analyse-prose.ts';
export { definesSomething } from './definition/defines-something.ts';
export { checkSources, listSourceFiles, nothingRead } from './documents/load-documents.ts';
export { readProse } from './documents/read-prose.ts';
export {
  type CitedPassage,
  type EvidenceProblem,
  type Verification,
  verifyStatement,
} from './evidence/verify-evidence.ts';
export { type ScoredEntry, supportScores } from './evidence/support-score.ts';
