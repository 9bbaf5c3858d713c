/** A key and how it came here; the value goes to its provider and nowhere else. */
export interface FoundKey {
  readonly value: string;
  /** `environment`: whoever started the program set it. `stored`: somebody gave it to the program, which keeps it. */
  readonly source: 'environment' | 'stored';
  /** Under which it was found. */
  readonly name: string;
}

/** Where keys come from: never from settings, which are shown, exported and kept with runs. */
export interface Secrets {
  /** The key for a provider, by the first of its names that is set. `undefined`: there is none. */
  find(names: readonly string[]): FoundKey | undefined;
}

/** Keys of the environment; a variable of our own (`GENGLOSSARY_…`) comes before the provider's usual one. */
export function environmentSecrets(environment: Readonly<Record<string, string | undefined>>): Secrets {
  return {
    find: (names) =>
      [...names.map((name) => `GENGLOSSARY_${name}`), ...names]
        .map((name): FoundKey => ({ name, value: environment[name]?.trim() ?? '', source: 'environment' }))
        .find(({ value }) => value !== ''),
  };
}
