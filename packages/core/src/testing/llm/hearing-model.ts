import type { LanguageModel, ModelRequest } from '../../llm/language-model.ts';

export type Heard = Pick<ModelRequest<unknown>, 'instructions' | 'prompt'>;

/** A language model that keeps what it is told, in order, and has nothing to say: every question is refused. */
export function hearingModel(): { readonly model: LanguageModel; readonly heard: readonly Heard[] } {
  const heard: Heard[] = [];
  const model: LanguageModel = {
    identity: 'hearing',
    provider: 'hearing',
    model: 'hearing',
    lanes: 1,
    batchSize: 1,
    generate<T>({ instructions, prompt }: ModelRequest<T>) {
      heard.push({ instructions, prompt });
      return Promise.reject(new Error('It has nothing to say.'));
    },
  };
  return { model, heard };
}
