import type { Prose, Sentence } from '../domain/index.ts';
import { DEFINING_SCORE } from './defining-sentence.ts';
import { findDefiningSentences } from './find-defining-sentences.ts';

/** Whether a piece of text says of anything what it is: the detector of definitions as a yes or no. */
export function definesSomething(prose: Prose, sentences: readonly Sentence[]): boolean {
  return findDefiningSentences(prose, sentences).some(({ score }) => score >= DEFINING_SCORE);
}
