import { noUsage, type RunUsage } from '../domain/index.ts';
import type { Price } from './prices.ts';

/** What one call spent. A call whose tokens or price nobody knows is `unpriced`, never free. */
export function usageOf(
  tokens: { readonly inputTokens: number | undefined; readonly outputTokens: number | undefined },
  price: Price | undefined,
): RunUsage {
  const { inputTokens, outputTokens } = tokens;
  const isFree = price?.input === 0 && price.output === 0;
  const isPriced = isFree || (price !== undefined && inputTokens !== undefined && outputTokens !== undefined);
  return {
    calls: 1,
    inputTokens: inputTokens ?? 0,
    outputTokens: outputTokens ?? 0,
    cost: isPriced ? ((inputTokens ?? 0) * price.input + (outputTokens ?? 0) * price.output) / 1e6 : 0,
    unpricedCalls: isPriced ? 0 : 1,
  };
}

export function addUsage(...usages: readonly RunUsage[]): RunUsage {
  return usages.reduce(
    (sum, one) => ({
      calls: sum.calls + one.calls,
      inputTokens: sum.inputTokens + one.inputTokens,
      outputTokens: sum.outputTokens + one.outputTokens,
      cost: sum.cost + one.cost,
      unpricedCalls: sum.unpricedCalls + one.unpricedCalls,
    }),
    noUsage,
  );
}

/**
 * About how many tokens a text is, without any model's tokenizer: four letters of an alphabet, or one character of a
 * script without spaces, make one. Good enough for rates and estimates (within a third), not for bills.
 */
export function estimateTokens(text: string): number {
  const dense = text.match(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/gu)?.length ?? 0;
  return Math.ceil(dense + (text.length - dense) / 4);
}
