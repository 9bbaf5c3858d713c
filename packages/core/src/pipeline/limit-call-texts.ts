import type { ExecutionContext } from './execution-context.ts';

/** Most UTF-16 units of words that one attempt keeps: about as much as a thousand calls of eight entries. */
const MOST_TEXT = 32 * 1024 * 1024;

/**
 * The execution as steps shall see it where the words of questions to models are not kept, or kept up to a limit: they
 * are most of what a run would write, and hold passages of the documents. What else is known of a call is always kept.
 */
export function limitCallTexts(
  execution: ExecutionContext,
  { isKept }: { readonly isKept: boolean },
): ExecutionContext {
  let room = isKept ? MOST_TEXT : 0;
  return Object.freeze({
    ...execution,
    recordCall: ((call, { text, ...more } = {}) => {
      const length = text === undefined ? 0 : lengthOf(text);
      const fits = text !== undefined && length <= room;
      if (fits) room -= length;
      execution.recordCall(call, fits ? { ...more, text } : more);
    }) satisfies ExecutionContext['recordCall'],
  });
}

function lengthOf({
  instructions,
  prompt,
  answers,
}: {
  instructions: string;
  prompt: string;
  answers: readonly string[];
}) {
  return instructions.length + prompt.length + answers.reduce((sum, { length }) => sum + length, 0);
}
