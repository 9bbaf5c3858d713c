import type { LanguageTag, ProjectId } from '../domain/index.ts';
import type { Stores } from '../storage/storage.ts';
import { findNames } from './find-names.ts';

/** How often something stands in the texts of the last build. */
export interface Uses {
  readonly occurrences: number;
  readonly documents: number;
}

/** Counts names in the texts of the last build, and no name twice: keep it for as long as that build is the last one. */
export class UseCounter {
  readonly #stores: Stores;
  readonly #project: ProjectId;
  readonly #known = new Map<string, Uses>();

  constructor(stores: Stores, project: ProjectId) {
    this.#stores = stores;
    this.#project = project;
  }

  /** In the order of the names. */
  async count(names: readonly string[], language: LanguageTag): Promise<readonly Uses[]> {
    const keyOf = (name: string) => `${language} ${name}`;
    const unknown = names.filter((name) => !this.#known.has(keyOf(name)));
    const found = await findNames(
      this.#stores,
      this.#project,
      unknown.map((text) => ({ text, language })),
    );
    for (const name of unknown) {
      const uses = found
        .map(({ places }) => places.filter(([, , written]) => written === name).length)
        .filter((one) => one > 0);
      this.#known.set(keyOf(name), { occurrences: uses.reduce((sum, one) => sum + one, 0), documents: uses.length });
    }
    return names.map((name) => this.#known.get(keyOf(name)) ?? UNUSED);
  }
}

const UNUSED: Uses = { occurrences: 0, documents: 0 };
