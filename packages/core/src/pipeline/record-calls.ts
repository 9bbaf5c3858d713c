import type { ModelCall, ModelCallText, ModelStep } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { LanguageModel, ObservedCall } from '../llm/language-model.ts';
import { describeFailure } from '../runtime/describe-failure.ts';
import { maskKeys } from '../runtime/logger.ts';
import type { BeginPaying, ExecutionContext } from './execution-context.ts';

export interface CallFacts {
  readonly step: ModelStep;
  readonly promptVersion: string;
  readonly model: LanguageModel;
  readonly execution: ExecutionContext;
}

/** So many items are named, and so much of a name. */
const MOST_NAMES = 16;
const NAME_LENGTH = 120;

/** Most UTF-16 units that are kept of each text of a call. */
const TEXT_LENGTH = 65_536;

/** The model, whose questions about the named items may be sent once they may cost something, and are then written into the list of the run. */
export function recordingModel(
  names: readonly string[],
  { begin, ...facts }: CallFacts & { readonly begin: BeginPaying },
): LanguageModel {
  const { model, execution } = facts;
  const onCall = ({ facts: seen, text, usage, error }: ObservedCall) => {
    // Nothing was asked.
    if (GlossaryError.is(error, 'run/budget-reached')) return;
    const call: ModelCall =
      error === undefined
        ? { ...known(names, facts), ...seen, outcome: 'answered' }
        : { ...known(names, facts), ...seen, outcome: 'failed', failure: describeFailure(error) };
    // What was answered is counted with its result; where there is none, it was paid for all the same.
    execution.recordCall(call, { text: shown(text), ...(error === undefined ? {} : { spent: usage }) });
  };
  return { ...model, generate: (request) => model.generate({ ...request, onSend: begin, onCall }) };
}

/** Items that nothing had to be asked about: one line in the list, however many they are. */
export function recordReused(names: readonly string[], facts: CallFacts): void {
  if (names.length === 0) return;
  facts.execution.recordCall({ ...known(names, facts), outcome: 'reused', tries: 0, tookMs: 0 });
}

function known(
  names: readonly string[],
  { step, promptVersion, model: { provider, model } }: CallFacts,
): Pick<ModelCall, 'step' | 'items' | 'itemCount' | 'provider' | 'model' | 'promptVersion'> {
  const items = names.slice(0, MOST_NAMES).map((name) => name.slice(0, NAME_LENGTH));
  return { step, items, itemCount: names.length, provider, model, promptVersion };
}

function shown({ instructions, prompt, answers }: ModelCallText): ModelCallText {
  return { instructions: clipped(instructions), prompt: clipped(prompt), answers: answers.map(clipped) };
}

function clipped(text: string): string {
  const masked = maskKeys(text);
  return masked.length > TEXT_LENGTH ? `${masked.slice(0, TEXT_LENGTH)}… (${masked.length} characters)` : masked;
}
