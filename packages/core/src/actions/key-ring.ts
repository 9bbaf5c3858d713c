import type { ProviderName } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { providers } from '../llm/providers/index.ts';
import type { FoundKey, Secrets } from '../llm/secrets.ts';
import type { Storage } from '../storage/storage.ts';

/** Longer than any provider's. */
const MAX_KEY = 1000;

/**
 * The keys of providers: those of the environment, then those that people gave. A key goes in and out to its provider;
 * nobody is ever told one. One process has the database, so what it remembers is what is stored.
 */
export class KeyRing implements Secrets {
  readonly #storage: Pick<Storage, 'settings'>;
  readonly #environment: Secrets;
  #stored: ReadonlyMap<string, string>;

  private constructor(storage: Pick<Storage, 'settings'>, environment: Secrets, stored: ReadonlyMap<string, string>) {
    this.#storage = storage;
    this.#environment = environment;
    this.#stored = stored;
  }

  static async open(storage: Pick<Storage, 'settings'>, environment: Secrets): Promise<KeyRing> {
    return new KeyRing(storage, environment, await storage.settings.keys());
  }

  /** What whoever started the program set goes before what somebody typed. */
  find(names: readonly string[]): FoundKey | undefined {
    const given = this.#environment.find(names);
    if (given !== undefined) return given;
    const name = names.find((one) => this.#stored.has(one));
    return name === undefined ? undefined : { name, value: this.#stored.get(name) ?? '', source: 'stored' };
  }

  /** Keeps a key for a provider, or forgets it (`null`). @throws `config/invalid` for what can be no key */
  async put(provider: ProviderName, value: string | null): Promise<void> {
    const [name] = providers[provider].keyVariables;
    if (name === undefined) throw invalid(`${provider} takes no key`);
    const key = value?.trim();
    // It is sent in a header.
    if (key !== undefined && !/^[\x21-\x7e]+$/u.test(key)) throw invalid('a key is ASCII characters without spaces');
    if (key !== undefined && key.length > MAX_KEY) throw invalid(`a key is at most ${MAX_KEY} characters long`);
    await this.#storage.settings.putKey(name, key);
    this.#stored = await this.#storage.settings.keys();
  }
}

function invalid(problem: string): GlossaryError<'config/invalid'> {
  return new GlossaryError('config/invalid', `The key is not kept: ${problem}.`, { details: { problem } });
}
