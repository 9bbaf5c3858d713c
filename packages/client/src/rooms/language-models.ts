import type { ConnectionReport, LanguageModelProvider, LanguageModelSettings } from '@genglossary/contract';
import type { CallOptions, Room } from './room.ts';

export interface LanguageModelsRoom {
  /** What can be chosen, and whether its key was found; keys themselves are never told. */
  providers(options?: CallOptions): Promise<readonly LanguageModelProvider[]>;
  /** Asks one small question over the same path as a run, and says what is wrong. */
  test(settings: LanguageModelSettings, options?: CallOptions): Promise<ConnectionReport>;
}

export function languageModelsRoom(room: Room): LanguageModelsRoom {
  const { api, ask } = room;
  return {
    providers: (options) => ask(api.languageModels.providers.query, undefined, options),
    test: (settings, options) => ask(api.languageModels.test.mutate, settings, options),
  };
}
