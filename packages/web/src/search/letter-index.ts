/** In which texts each letter (UTF-16 unit) stands: the first one that is typed is looked up, not looked for in all texts. */
export class LetterIndex {
  readonly #places = new Map<string, number[]>();

  /** Notes the letters of a text; each is given after those that stand before it. */
  add(place: number, text: string): void {
    for (const letter of new Set(text.split(''))) {
      const places = this.#places.get(letter);
      if (places === undefined) this.#places.set(letter, [place]);
      else places.push(place);
    }
  }

  /** Where the texts stand that hold a letter, in order. */
  placesOf(letter: string): readonly number[] {
    return this.#places.get(letter) ?? [];
  }
}
