import { describe, expect, it } from 'vitest';
import { openLanguageModels } from './open-language-models.ts';

describe('where questions go', () => {
  it.each([
    ['ollama', 'qwen', undefined, true],
    ['ollama', 'qwen:8b-cloud', undefined, false],
    ['ollama', 'qwen:cloud', undefined, false],
    ['ollama', 'cloud-writer', undefined, true],
    ['ollama', 'qwen', 'http://192.168.1.5:11434', false],
    ['openai-compatible', 'qwen:cloud', 'http://[::1]:8080/v1', true],
    ['openai', 'gpt-4o', undefined, false],
  ] as const)('is told of %s with %s at %s: on this machine %s', async (provider, model, baseUrl, isThisMachine) => {
    await using models = openLanguageModels();
    const settings = { provider, model, ...(baseUrl === undefined ? {} : { baseUrl }) };
    expect(models.destination(settings)).toMatchObject({ provider, isThisMachine });
    // What is answered elsewhere is never taken for free.
    expect(models.describe(settings).price?.input === 0).toBe(isThisMachine);
  });
});
