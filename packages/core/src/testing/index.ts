/** The `./testing` door: what tests and fault programs of other packages share. */
export { answerDefinitions, quoteFirst, type SaidStatement } from './llm/answers.ts';
export {
  type Behave,
  type FakeModelOptions,
  type FakeModelServer,
  type ModelBehaviour,
  startFakeModel,
} from './llm/fake-model-server.ts';
export type { ProtocolName, WireCall } from './llm/protocols.ts';
export { dataOf, passagesOf, type ReadSection, readPrompt } from './llm/read-prompt.ts';
export { HeldClock } from './runs/held-clock.ts';
export { type Behaviour, hashOf, type ModelServer, startModelServer } from './runs/model-server.ts';
export { checkpointKey, createTestWork, type TestHooks, type TestInput } from './runs/test-work.ts';
export { startPostgres, type TestPostgres } from './start-postgres.ts';
export { wordBomb, wordFile, wordParagraph, type WordParts, wordRuby, wordRun } from './word-file.ts';
