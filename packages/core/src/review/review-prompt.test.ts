import { describe, expect, it } from 'vitest';
import { hearingModel } from '../testing/llm/hearing-model.ts';
import { type ReviewRequest, reviewEntries } from './review-prompt.ts';

const { signal } = new AbortController();

/** What a model is told to do with such an entry. */
async function instructionsFor(changes: Partial<ReviewRequest>): Promise<string> {
  const { model, heard } = hearingModel();
  const request = {
    language: 'en',
    names: ['quay'],
    definition: 'A wall.',
    evidence: ['A quay is a wall.'],
    ...changes,
  };
  await reviewEntries([request], { model, signal }).catch(() => undefined);
  return heard[0]?.instructions ?? '';
}

describe('the review of a model', () => {
  it('is written for editors in the language of the entry, or in theirs', async () => {
    expect(await instructionsFor({})).toContain('one sentence for an editor, in English');
    expect(await instructionsFor({ messageLanguage: 'ja' })).toContain('one sentence for an editor, in Japanese');
    expect(await instructionsFor({ language: 'ja' })).toContain('編集者への説明を日本語の1文で書く');
    expect(await instructionsFor({ language: 'ja', messageLanguage: 'en' })).toContain('編集者への説明をEnglish');
  });
});
