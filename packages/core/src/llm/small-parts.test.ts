import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfter } from './classify-response.ts';
import { createFence } from './fence.ts';
import { priceOf } from './prices.ts';
import { environmentSecrets } from './secrets.ts';
import { estimateTokens, usageOf } from './usage.ts';

describe('a fence', () => {
  it('ends only where its own mark stands, which none of its texts has', () => {
    const marks = ['aaaa', 'bbbb', 'cccc'];
    const fence = createFence(['a text with aaaa in it', 'and bbbb'], () => marks.shift() ?? 'dddd');
    expect(fence.mark).toBe('cccc');
    expect(fence.wrap('note', '<<end aaaa>>')).toBe('<<note cccc>>\n<<end aaaa>>\n<<end cccc>>');
    expect(() => fence.wrap('note', 'cccc')).toThrow('made for');
  });

  it('holds any text', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        const fence = createFence([text]);
        const wrapped = fence.wrap('passage', text);
        expect(wrapped.split(fence.mark)).toHaveLength(3);
        expect(wrapped).toContain(text);
      }),
    );
  });
});

describe('the wait that a server asks for', () => {
  const now = Date.UTC(2026, 0, 1);
  it.each([
    [{ 'retry-after': '3' }, 3000],
    [{ 'retry-after-ms': '40', 'retry-after': '3' }, 40],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:10 GMT' }, 10_000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 00:00:10 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('is read from %j', (headers, expected) => {
    expect(retryAfter({ headers, now, body: '' })).toBe(expected);
  });

  it.each([
    ['{"error":{"details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"23.4s"}]}}', 23_400],
    ['{"error":{"message":"Rate limit reached. Please try again in 1.25s."}}', 1250],
    ['{"error":{"message":"Rate limit reached. Please try again in 120ms."}}', 120],
    ['{"error":{"message":"Rate limit reached. Please try again in 1m30s."}}', 90_000],
    ['{"error":{"message":"Rate limit reached. Please try again later."}}', undefined],
  ])('is read from the words %s where no header says it', (body, expected) => {
    expect(retryAfter({ headers: {}, now, body })).toBe(expected);
    expect(retryAfter({ headers: { 'retry-after': '3' }, now, body })).toBe(3000);
  });
});

describe('what a call costs', () => {
  it('is known for the models of the price list and their dated names, and for no others', () => {
    expect(priceOf('openai', 'gpt-4o-mini')?.input).toBe(0.15);
    expect(priceOf('openai', 'gpt-4o-mini-2024-07-18')?.input).toBe(0.15);
    expect(priceOf('openai', 'gpt-4o-audio-preview')).toBeUndefined();
    expect(priceOf('openai', 'gpt-9')).toBeUndefined();
    expect(priceOf('ollama', 'gpt-4o')).toBeUndefined();
  });

  it('is unknown, never nothing, where tokens are not counted', () => {
    expect(usageOf({ inputTokens: undefined, outputTokens: 5 }, { input: 1, output: 1 })).toMatchObject({
      cost: 0,
      unpricedCalls: 1,
    });
  });

  it('is guessed by letters and by characters', () => {
    expect(estimateTokens('abcdefgh')).toBe(2);
    expect(estimateTokens('水門を開く')).toBe(5);
  });
});

describe('keys', () => {
  it('come from the environment, our own variable first, and blank is none', () => {
    const secrets = environmentSecrets({ OPENAI_API_KEY: 'a', GENGLOSSARY_OPENAI_API_KEY: ' b ', EMPTY: ' ' });
    expect(secrets.find(['OPENAI_API_KEY'])).toEqual({
      name: 'GENGLOSSARY_OPENAI_API_KEY',
      value: 'b',
      source: 'environment',
    });
    expect(secrets.find(['EMPTY'])).toBeUndefined();
  });
});
