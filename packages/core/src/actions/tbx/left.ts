import type { ImportLeft } from '../../domain/index.ts';

/** Counts what a file says that a glossary has no place for. */
export class Left {
  readonly #counts = new Map<string, ImportLeft>();

  /** Names in a language that is not read. */
  names(language: string, count: number): void {
    if (count > 0) this.#add({ kind: 'names', name: language, count });
  }

  /** Fields, as the file calls them. */
  fields(names: readonly string[]): void {
    for (const name of names) this.#add({ kind: 'field', name, count: 1 });
  }

  /** Names first, then fields, the most frequent first. */
  counted(): readonly ImportLeft[] {
    const all = [...this.#counts.values()];
    const sorted = all.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    return [...sorted.filter(({ kind }) => kind === 'names'), ...sorted.filter(({ kind }) => kind === 'field')];
  }

  #add({ kind, name, count }: ImportLeft): void {
    const key = `${kind} ${name}`;
    this.#counts.set(key, { kind, name, count: (this.#counts.get(key)?.count ?? 0) + count });
  }
}
