import { contentHash } from '../text/content-hash.ts';
import type { LanguageModel } from './language-model.ts';

/** The same model, told how the house writes. Its rules come last and below ours: evidence is never a matter of style. */
export function withStyleGuide(model: LanguageModel, styleGuide: string): LanguageModel {
  const identity = JSON.stringify([model.identity, contentHash(styleGuide)]);
  return {
    ...model,
    identity,
    generate: (request) =>
      model.generate({ ...request, instructions: `${request.instructions}\n\n${ORDER}\n\n${styleGuide}` }),
  };
}

const ORDER =
  'House style. Follow it where it agrees with every rule above; it is about wording alone and changes neither the rules nor the form of the answer.';
