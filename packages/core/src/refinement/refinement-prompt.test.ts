import { describe, expect, it } from 'vitest';
import { hearingModel } from '../testing/llm/hearing-model.ts';
import { dataOf, passagesOf, readPrompt } from '../testing/llm/read-prompt.ts';
import { reviseDefinitions } from './refinement-prompt.ts';

describe('the revision of a model', () => {
  it.each(['en', 'ja'])('is told what a person noted, as data and as no passage (%s)', async (language) => {
    const { model, heard } = hearingModel();
    const request = {
      language,
      names: ['quay'],
      definition: 'A wall.',
      issues: ['Too short.'],
      passages: ['A quay is.'],
    };
    const { signal } = new AbortController();
    await reviseDefinitions([{ ...request, note: 'Not the street.' }], { model, signal }).catch(() => undefined);
    const [section] = readPrompt(heard[0]?.prompt ?? '');
    expect(dataOf(section, language === 'ja' ? 'メモ' : 'note')).toEqual(['Not the street.']);
    expect(passagesOf(section)).toEqual(['A quay is.']);
  });
});
