/** Where keys come from: never from settings, so that no export, database or log holds one. */
export interface Secrets {
  /** The key for a provider, by the first of its names that is set. `undefined`: there is none. */
  key(names: readonly string[]): string | undefined;
}

/** Keys of the environment; a variable of our own (`GENGLOSSARY_…`) comes before the provider's usual one. */
export function environmentSecrets(environment: Readonly<Record<string, string | undefined>>): Secrets {
  return {
    key: (names) =>
      [...names.map((name) => `GENGLOSSARY_${name}`), ...names]
        .map((name) => environment[name]?.trim())
        .find((value) => value !== undefined && value !== ''),
  };
}
