/** A long form and its abbreviation, as written side by side. Offsets are relative to the text searched. */
export interface AbbreviationPair {
  readonly long: string;
  readonly short: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Pairs "long form (SF)" and "SF (long form)": every character of the short form has to stand in the long form in
 * order, its first one at the start of a word (Schwartz & Hearst 2003, "A simple algorithm for identifying abbreviation
 * definitions in biomedical text"). Linear in the text; a long form has at most min(|SF| + 5, 2·|SF|) words.
 */
export function findAbbreviations(text: string): AbbreviationPair[] {
  const pairs: AbbreviationPair[] = [];
  for (const match of text.matchAll(PARENTHESIS)) {
    const inside = (match[1] ?? match[2] ?? '').trim();
    const before = text.slice(Math.max(0, match.index - LONGEST), match.index).trimEnd();
    const beforeStart = text.slice(0, match.index).trimEnd().length - before.length;
    const end = match.index + match[0].length;
    if (isShortForm(inside)) {
      const long = longFormAtEnd(before, inside);
      if (long !== undefined)
        pairs.push({ long, short: inside, start: beforeStart + before.length - long.length, end });
    } else {
      const short = /(?:^|[\s"“「（(])([\p{Lu}\p{N}][\p{L}\p{N}&/-]{1,9})$/u.exec(before)?.[1];
      if (short === undefined || !isShortForm(short)) continue;
      const long = longFormAtEnd(inside, short);
      if (long === inside) pairs.push({ long, short, start: beforeStart + before.length - short.length, end });
    }
  }
  return pairs;
}

const PARENTHESIS = /\(([^()]{2,80})\)|（([^（）]{2,80})）/gu;
const LONGEST = 120;

/** Whether a word is written as short forms are: capitals beyond the first letter, or a few of them. */
export function isShortForm(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}.&/-]{1,9}$/u.test(text) && /\p{Lu}/u.test(text) && !/^\p{Lu}\p{Ll}+$/u.test(text);
}

/** Whether `short` abbreviates all of `long`. */
export function abbreviates(short: string, long: string): boolean {
  return isShortForm(short) && longFormAtEnd(long, short) === long;
}

/** The words at the end of `text` that `short` abbreviates. */
function longFormAtEnd(text: string, short: string): string | undefined {
  const characters = Array.from(short.toLowerCase()).filter((character) => /[\p{L}\p{N}]/u.test(character));
  const long = text.toLowerCase();
  if (long.length !== text.length) return undefined;
  let at = long.length - 1;
  for (let index = characters.length - 1; index >= 0; index--) {
    const character = characters[index] ?? '';
    const opensWord = index === 0;
    for (; at >= 0; at--) {
      if (long[at] === character && !(opensWord && at > 0 && /[\p{L}\p{N}]/u.test(long[at - 1] ?? ''))) break;
    }
    if (at < 0) return undefined;
    at--;
  }
  const found = text.slice(at + 1);
  const words = found.split(/[\s-]+/u).length;
  const most = Math.min(characters.length + 5, characters.length * 2);
  return words >= 2 && words <= most && found.length > short.length && !/[,;:]/u.test(found) ? found : undefined;
}
