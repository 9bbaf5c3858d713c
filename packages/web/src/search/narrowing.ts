/**
 * Finds the items that hold what is typed, in their order. Who goes on typing asks for some of what was found: each
 * letter more is looked for only there, and deleting goes back to what was found before.
 */
export class Narrowing<Item> {
  readonly #holds: (item: Item, wanted: string) => boolean;
  readonly #holding: ((letter: string) => readonly Item[]) | undefined;
  /** From all items to the fewest, each for a text that holds the one before. */
  readonly #found: { readonly wanted: string; readonly items: readonly Item[] }[];

  /**
   * `holds` tells whether a text stands in an item; an item that holds a text holds each part of it. `holding` gives the
   * items that hold a letter (one UTF-16 unit), in their order, where that is known without looking at all of them.
   */
  constructor(
    all: readonly Item[],
    holds: (item: Item, wanted: string) => boolean,
    holding?: (letter: string) => readonly Item[],
  ) {
    this.#holds = holds;
    this.#holding = holding;
    this.#found = [{ wanted: '', items: all }];
  }

  find(wanted: string): readonly Item[] {
    while (this.#found.length > 1 && !wanted.includes(this.#found.at(-1)?.wanted ?? '')) this.#found.pop();
    const last = this.#found.at(-1);
    if (last === undefined || last.wanted === wanted) return last?.items ?? [];
    const items = this.#among(last.items, wanted);
    this.#found.push({ wanted, items });
    return items;
  }

  /** Of items among which all are that hold a text, those that do. */
  #among(items: readonly Item[], wanted: string): readonly Item[] {
    let fewest = items;
    if (this.#holding !== undefined) {
      if (wanted.length === 1) return this.#holding(wanted);
      for (const letter of wanted.split('')) {
        const having = this.#holding(letter);
        if (having.length < fewest.length) fewest = having;
      }
    }
    return fewest.filter((item) => this.#holds(item, wanted));
  }
}
