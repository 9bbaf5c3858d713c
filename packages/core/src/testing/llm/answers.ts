import type { WireCall } from './protocols.ts';
import { passagesOf, readPrompt } from './read-prompt.ts';

/** A statement as a model writes it. */
export interface SaidStatement {
  readonly text: string;
  readonly passages: readonly number[];
}

/** The answer to a question for definitions: what `say` makes of each entry's passages. */
export function answerDefinitions(
  { prompt }: Pick<WireCall, 'prompt'>,
  say: (passages: readonly string[], entry: number) => readonly SaidStatement[] | undefined,
): string {
  const entries = readPrompt(prompt).flatMap((section, index) => {
    const statements = say(passagesOf(section), index + 1);
    return statements === undefined ? [] : [{ entry: index + 1, statements }];
  });
  return JSON.stringify({ entries });
}

/** Quotes the first passage. */
export function quoteFirst(passages: readonly string[]): readonly SaidStatement[] {
  return passages[0] === undefined ? [] : [{ text: passages[0], passages: [1] }];
}
