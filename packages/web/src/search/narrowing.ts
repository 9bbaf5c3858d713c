/**
 * Finds the items that hold what is typed, in their order. Who goes on typing asks for some of what was found: each
 * letter more is looked for only there, and deleting goes back to what was found before.
 */
export class Narrowing<Item> {
  readonly #holds: (item: Item, wanted: string) => boolean;
  /** From all items to the fewest, each for a text that holds the one before. */
  readonly #found: { readonly wanted: string; readonly items: readonly Item[] }[];

  /** `holds` tells whether a text stands in an item; an item that holds a text holds each part of it. */
  constructor(all: readonly Item[], holds: (item: Item, wanted: string) => boolean) {
    this.#holds = holds;
    this.#found = [{ wanted: '', items: all }];
  }

  find(wanted: string): readonly Item[] {
    while (this.#found.length > 1 && !wanted.includes(this.#found.at(-1)?.wanted ?? '')) this.#found.pop();
    const last = this.#found.at(-1);
    if (last === undefined || last.wanted === wanted) return last?.items ?? [];
    const items = last.items.filter((item) => this.#holds(item, wanted));
    this.#found.push({ wanted, items });
    return items;
  }
}
