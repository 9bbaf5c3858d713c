import { describe, expect, it } from 'vitest';
import { changeOf, draftOf, modelOf } from './draft.ts';

const model = { provider: 'openai-compatible', model: 'small', baseUrl: 'http://127.0.0.1:8080/v1' } as const;

describe('the form of the settings', () => {
  it('says the same as the settings that it was made from', () => {
    const own = {
      languageModel: { ...model, temperature: 0.5, lanes: 2 },
      stepModels: { review: 'built-in', define: { ...model, model: 'large' } },
      styleGuide: 'Short sentences.',
      outputLanguage: 'fr',
      budget: { calls: 10, cost: 0.5 },
      keepsCallTexts: true,
      runsAfterUpload: false,
    } as const;
    expect(changeOf(draftOf(own), own)).toEqual(own);
  });

  it('leaves to the server what it leaves open', () => {
    expect(changeOf(draftOf({}), {})).toEqual({
      languageModel: null,
      stepModels: null,
      styleGuide: null,
      outputLanguage: null,
      budget: null,
      keepsCallTexts: null,
      runsAfterUpload: null,
    });
  });

  it('keeps what it has no field for, as long as the provider stays', () => {
    const own = { languageModel: { ...model, timeoutMs: 9000 } };
    expect(changeOf({ ...draftOf(own), model: 'large' }, own).languageModel).toEqual({
      ...model,
      model: 'large',
      timeoutMs: 9000,
    });
    const elsewhere = changeOf({ ...draftOf(own), worker: 'ollama', baseUrl: '' }, own);
    expect(elsewhere.languageModel).toEqual({ provider: 'ollama', model: 'small' });
  });

  it('gives a step another model of the same connection', () => {
    const form = draftOf({ languageModel: { ...model, lanes: 2 } });
    const asked = { ...form, steps: { ...form.steps, define: 'own' as const } };
    expect(changeOf(asked, {}).stepModels).toBeNull();
    const named = { ...asked, stepModels: { ...asked.stepModels, define: ' large ' } };
    expect(changeOf(named, {}).stepModels).toEqual({ define: { ...model, lanes: 2, model: 'large' } });
    const own = { stepModels: { define: { provider: 'ollama', model: 'tiny', keepAlive: '1m' } } } as const;
    const again = { ...draftOf(own), stepModels: { ...draftOf(own).stepModels, define: 'small' } };
    expect(changeOf(again, own).stepModels).toEqual({
      define: { provider: 'ollama', model: 'small', keepAlive: '1m' },
    });
  });

  it('names no model while its name is missing', () => {
    expect(modelOf({ ...draftOf({}), worker: 'ollama', model: ' ' })).toBeUndefined();
  });
});
