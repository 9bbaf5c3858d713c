import { noUsage, type RunEstimate } from '../domain/index.ts';
import type { LanguageModel, ModelAnswer, ModelRequest } from './language-model.ts';
import { estimateTokens } from './usage.ts';

/** What questions would come to that are counted instead of asked. */
export interface Rehearsal {
  /** The model as steps see it; it answers that it has nothing to say. */
  rehearsing(model: LanguageModel): LanguageModel;
  estimate(): RunEstimate;
}

/**
 * Counts questions instead of asking them. Tokens are estimated from the letters (within a third, see
 * `estimateTokens`); an answer is at least the bare form of one, and at most as long again as what it was given, because
 * it may only quote that. The truth is taken to lie in the middle. Questions that only an answer brings about (a second
 * look at what was refused) are not in it.
 */
export function createRehearsal(): Rehearsal {
  let calls = 0;
  let tokens = 0;
  let from = 0;
  let to = 0;
  let isPriced = true;
  const count = <T>(model: LanguageModel, { instructions, prompt, blank }: ModelRequest<T>) => {
    const { price, maxOutputTokens = Number.POSITIVE_INFINITY } = model;
    const given = estimateTokens(prompt);
    const input = estimateTokens(instructions) + given;
    const least = estimateTokens(JSON.stringify(blank));
    const most = Math.min(maxOutputTokens, least + given);
    calls += 1;
    tokens += input + Math.round((least + most) / 2);
    if (price === undefined) isPriced = false;
    from += (input * (price?.input ?? 0) + least * (price?.output ?? 0)) / 1e6;
    to += (input * (price?.input ?? 0) + most * (price?.output ?? 0)) / 1e6;
  };
  return {
    rehearsing: (model) => ({
      ...model,
      generate<T>(request: ModelRequest<T>): Promise<ModelAnswer<T>> {
        const { blank } = request;
        if (blank === undefined) throw new Error(`${request.schemaName} cannot be rehearsed without a blank answer.`);
        count(model, request);
        const { instructions, prompt } = request;
        request.onCall?.({
          facts: { tries: 0, tookMs: 0 },
          text: { instructions, prompt, answers: [] },
          usage: noUsage,
        });
        return Promise.resolve({
          value: blank,
          usage: noUsage,
          provenance: {
            provider: model.provider,
            model: model.model,
            reading: 'as-is',
            isTruncated: false,
            latencyMs: 0,
          },
        });
      },
    }),
    estimate: () => ({ calls, tokens, cost: isPriced ? { from, to } : 'unknown' }),
  };
}
