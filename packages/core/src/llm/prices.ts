/** US dollars for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** When the table was last compared with the providers' published price lists. */
export const PRICES_AS_OF = '2025-11';

/** List prices by provider and the beginning of the model's name, the longest match wins. What is not here is unknown. */
const PRICES: Readonly<Record<string, readonly (readonly [prefix: string, price: Price])[]>> = {
  openai: [
    ['gpt-4o-mini', { input: 0.15, output: 0.6 }],
    ['gpt-4o', { input: 2.5, output: 10 }],
    ['gpt-4.1-nano', { input: 0.1, output: 0.4 }],
    ['gpt-4.1-mini', { input: 0.4, output: 1.6 }],
    ['gpt-4.1', { input: 2, output: 8 }],
    ['gpt-5-nano', { input: 0.05, output: 0.4 }],
    ['gpt-5-mini', { input: 0.25, output: 2 }],
    ['gpt-5', { input: 1.25, output: 10 }],
  ],
  anthropic: [
    ['claude-3-5-haiku', { input: 0.8, output: 4 }],
    ['claude-haiku-4-5', { input: 1, output: 5 }],
    ['claude-sonnet-4', { input: 3, output: 15 }],
    ['claude-opus-4-5', { input: 5, output: 25 }],
  ],
  google: [
    ['gemini-2.5-flash-lite', { input: 0.1, output: 0.4 }],
    ['gemini-2.5-flash', { input: 0.3, output: 2.5 }],
  ],
};

/** The list price of a model, where it is known: a name with a date (`-2024-08-06`) counts, another member of the family does not. */
export function priceOf(provider: string, model: string): Price | undefined {
  return PRICES[provider]?.find(
    ([prefix]) =>
      model === prefix || /^-(?:latest$|\d)/u.test(model.startsWith(prefix) ? model.slice(prefix.length) : ''),
  )?.[1];
}
