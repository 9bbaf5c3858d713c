import type { Prose, Sentence } from '../domain/index.ts';
import type { DefiningSentence } from './defining-sentence.ts';
import { findDefiningSentences } from './find-defining-sentences.ts';
import { findStatedRelations, type StatedRelation } from './find-stated-relations.ts';

/** What the sentences of a document say of things and of their names. */
export interface Statements {
  readonly definingSentences: readonly DefiningSentence[];
  readonly statedRelations: readonly StatedRelation[];
}

/** Both in text order. What something is called no more is not defined by the words that say so. */
export function readStatements(prose: Prose, sentences: readonly Sentence[]): Statements {
  const found = findDefiningSentences(prose, sentences);
  const statedRelations = findStatedRelations(prose, sentences, { definingSentences: found });
  const superseded = Map.groupBy(
    statedRelations.filter(({ status }) => status !== undefined),
    ({ otherKey }) => otherKey,
  );
  const definingSentences = found.filter(({ subjectKey, start, end }) => {
    return superseded.get(subjectKey)?.some((one) => one.start >= start && one.end <= end) !== true;
  });
  return { definingSentences, statedRelations };
}
