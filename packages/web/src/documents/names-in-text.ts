import type { Range } from '@genglossary/core/domain';

/** Names that are looked for in what is on the screen, letter by letter but for their case. */
export class NamesInText {
  /** By the first letter; the longest first. */
  readonly #byFirst: ReadonlyMap<string, readonly string[]>;
  /** Any of them: most texts hold none, and that is soon said. */
  readonly #any: RegExp;

  constructor(names: readonly string[]) {
    const wanted = [...new Set(names.map((name) => name.toLowerCase()))].filter((name) => name !== '');
    this.#byFirst = Map.groupBy(
      wanted.toSorted((a, b) => b.length - a.length),
      (name) => name.charAt(0),
    );
    this.#any = new RegExp(wanted.map(literally).join('|') || '(?!)', 'g');
  }

  /** Itself where one of them stands in a text: what holds none of them need not be drawn anew when there is another one. */
  within(text: string): NamesInText | undefined {
    return this.in(text).length > 0 ? this : undefined;
  }

  /** Where they stand in a text, in its order: of those that overlap the first, then the longest. */
  in(text: string): Range[] {
    const lower = text.toLowerCase();
    // There are letters of which the small one is longer: then they are looked for as they are written.
    const searched = lower.length === text.length ? lower : text;
    const found: Range[] = [];
    for (let at = this.#next(searched, 0); at >= 0; ) {
      const name = this.#byFirst
        .get(searched.charAt(at))
        ?.find((one) => searched.startsWith(one, at) && isApart(text, at, at + one.length));
      if (name !== undefined) found.push({ start: at, end: at + name.length });
      at = this.#next(searched, at + (name?.length ?? 1));
    }
    return found;
  }

  #next(text: string, from: number): number {
    this.#any.lastIndex = from;
    return this.#any.exec(text)?.index ?? -1;
  }
}

/** A pattern that is a name, letter by letter. */
export function literally(name: string): string {
  return name.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
}

/** Not inside a word; in scripts that put no space between words there is none to be inside of. */
function isApart(text: string, start: number, end: number): boolean {
  return !isJoined(text, start) && !isJoined(text, end);
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

function isJoined(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  return wordCharacter.test(before) && wordCharacter.test(after) && !unspaced.test(before) && !unspaced.test(after);
}
