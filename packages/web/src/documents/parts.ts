/** A run of blocks of a document that is drawn as one. */
export interface Part<Item> {
  readonly items: readonly Item[];
  readonly characters: number;
}

/** Characters of a part: about a screen. */
const partCharacters = 4000;

/** Blocks in parts of about the same length, in their order. */
export function partsOf<Item>(items: readonly Item[], lengthOf: (item: Item) => number): Part<Item>[] {
  const parts: { items: Item[]; characters: number }[] = [];
  for (const item of items) {
    const length = lengthOf(item);
    const last = parts.at(-1);
    if (last !== undefined && last.characters + length <= partCharacters) {
      last.items.push(item);
      last.characters += length;
    } else parts.push({ items: [item], characters: length });
  }
  return parts;
}

/** How high a part will about be, in CSS pixels. */
export function heightOf({ characters, items }: Part<unknown>): number {
  return Math.ceil(characters / 72) * 26 + items.length * 14;
}
