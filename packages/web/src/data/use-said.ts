import type { ConceptId } from '@genglossary/core/domain';
import { useState, useSyncExternalStore } from 'react';

/**
 * What a person has just said about terms, until the server says so too. `was` is what the server said at that moment:
 * as soon as it says anything else, that stands. Only what shows such a term is drawn anew.
 */
export class SaidTerms<Said, Was> {
  readonly #said = new Map<ConceptId, { readonly said: Said; readonly was: Was }>();
  readonly #listeners = new Set<() => void>();

  say(terms: readonly { readonly id: ConceptId; readonly was: Was }[], now: Said): void {
    for (const { id, was } of terms) this.#said.set(id, { said: now, was });
    this.#announce();
  }

  forget(ids: readonly ConceptId[]): void {
    for (const id of ids) this.#said.delete(id);
    this.#announce();
  }

  /** `undefined` where nothing was said, or the server has answered since. */
  of(id: ConceptId, is: Was): Said | undefined {
    const one = this.#said.get(id);
    return one !== undefined && one.was === is ? one.said : undefined;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

export function useSaid<Said, Was>(): SaidTerms<Said, Was> {
  const [said] = useState(() => new SaidTerms<Said, Was>());
  return said;
}

/** What was said of one term. */
export function useSaidOf<Said, Was>(said: SaidTerms<Said, Was>, id: ConceptId, is: Was): Said | undefined {
  return useSyncExternalStore(said.subscribe, () => said.of(id, is));
}
