import type { ConnectionReport, LanguageModelProvider, LanguageModelSettings } from '../types.ts';
import { call, type CallOptions, type Room } from './room.ts';

export interface LanguageModelsRoom {
  /** What can be chosen, and whether its key was found; keys themselves are never told. */
  providers(options?: CallOptions): Promise<readonly LanguageModelProvider[]>;
  /** Asks one small question over the same path as a run, and says what is wrong. */
  test(settings: LanguageModelSettings, options?: CallOptions): Promise<ConnectionReport>;
}

export function languageModelsRoom(room: Room): LanguageModelsRoom {
  const { api } = room;
  return {
    providers: (options = {}) => call(room, options, (sent) => api.languageModels.providers.query(undefined, sent)),
    test: (settings, options = {}) => call(room, options, (sent) => api.languageModels.test.mutate(settings, sent)),
  };
}
