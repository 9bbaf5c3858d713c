import type { Done, ProjectId, ProviderKey, ProviderName, Settings, SettingsUpdate } from '@genglossary/contract';
import type { CallOptions, Room } from './room.ts';

/** Of a project where one is named, else of the server. */
export interface SettingsPlace extends CallOptions {
  readonly projectId?: ProjectId;
}

/** What runs work with where nobody says otherwise. Keys go in and never come out. */
export interface SettingsRoom {
  /** @throws `storage/not-found` */
  get(place?: SettingsPlace): Promise<Settings>;
  /**
   * Changes what is named; `null` leaves it to the server, or to the default.
   *
   * @throws `settings/conflict` with the current ones in `details.current` · `config/invalid` · `llm/refused-address`
   */
  update(update: SettingsUpdate, place?: SettingsPlace): Promise<Done<Omit<Settings, 'keys'>>>;
  /** Keeps the key of a provider, or forgets it (`null`); answers where its key comes from now. */
  setKey(
    provider: ProviderName,
    key: string | null,
    options?: CallOptions,
  ): Promise<Pick<ProviderKey, 'provider' | 'source'>>;
}

export function settingsRoom(room: Room): SettingsRoom {
  const { api, ask } = room;
  return {
    get: ({ projectId, ...options } = {}) => ask(api.settings.get.query, at(projectId), options),
    update: (update, { projectId, ...options } = {}) =>
      ask(api.settings.update.mutate, { ...at(projectId), ...update }, options),
    setKey: (provider, key, options) => ask(api.settings.setKey.mutate, { provider, key }, options),
  };
}

function at(projectId: ProjectId | undefined): { projectId?: ProjectId } {
  return projectId === undefined ? {} : { projectId };
}
