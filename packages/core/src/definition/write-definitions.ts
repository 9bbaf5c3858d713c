import type { LanguageModel, ModelAnswer } from '../llm/language-model.ts';
import {
  definitionInstructions,
  definitionPrompt,
  translatedEntries,
  type WritingRequest,
  type WrittenStatement,
  writtenEntries,
} from './definition-prompt.ts';

/** Most statements of a definition. */
const MOST_STATEMENTS = 3;
/** A statement is a sentence; what is longer is something else, and so is a word or two. */
const LONGEST_STATEMENT = 800;
const FEWEST_WORDS = 3;

/**
 * Asks a model for the definitions of some entries in one language (and one to write in), in one call. The answer is by the place of the
 * request; what the model left out is left out, what it made up (an entry that nobody asked for) is not heard.
 *
 * @throws `llm/…` · the signal's reason
 */
export async function writeDefinitions(
  requests: readonly WritingRequest[],
  { model, signal }: { readonly model: LanguageModel; readonly signal: AbortSignal },
): Promise<ModelAnswer<ReadonlyMap<number, readonly WrittenStatement[]>>> {
  const { language = 'und', outputLanguage } = requests[0] ?? {};
  const answer = await model.generate({
    instructions: definitionInstructions(language, outputLanguage),
    prompt: definitionPrompt(requests),
    schema: outputLanguage === undefined ? writtenEntries : translatedEntries,
    schemaName: 'definitions',
    blank: { entries: requests.map((_, index) => ({ entry: index + 1, statements: [] })) },
    signal,
  });
  const written = new Map<number, readonly WrittenStatement[]>();
  for (const { entry, statements } of answer.value.entries) {
    if (!Number.isInteger(entry) || entry < 1 || entry > requests.length || written.has(entry - 1)) continue;
    written.set(entry - 1, statements.flatMap(cleaned).slice(0, MOST_STATEMENTS));
  }
  return { ...answer, value: written };
}

/** Plain words on one line. */
function cleaned({ text, ...rest }: WrittenStatement): WrittenStatement[] {
  const plain = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain.length > LONGEST_STATEMENT || wordCount(plain) < FEWEST_WORDS ? [] : [{ ...rest, text: plain }];
}

/** Two characters of a script without spaces make about a word. */
function wordCount(text: string): number {
  const dense = text.match(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(words, dense / 2);
}
