import { createWordFinder, type ScannedWord } from './find-word.ts';

export type { ScannedWord, WordKind } from './find-word.ts';

/**
 * Cuts text of any script that separates words by spaces into words. What the words are, `find-word.ts` says; most of
 * English is plain words and marks, which are told by their letters and what follows them, ten times as fast.
 */
export function scanWords(text: string): ScannedWord[] {
  const words: ScannedWord[] = [];
  const findWord = createWordFinder(text);
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE) {
      at += 1;
      continue;
    }
    const word = plainWord(text, at, unit) ?? findWord(at);
    if (word === undefined) break;
    words.push(word);
    at = word.end;
  }
  return words;
}

/** A word of ASCII letters in one case, or a mark, that nothing joins to what follows. */
function plainWord(text: string, start: number, unit: number): ScannedWord | undefined {
  const kind = kindOf(unit);
  if (kind === Kind.mark || (unit === FULL_STOP && isSpace(text, start + 1)))
    return { start, end: start + 1, kind: 'punctuation' };
  if (kind !== Kind.small && kind !== Kind.capital) return undefined;
  const isShouted = kind === Kind.capital && kindOf(text.charCodeAt(start + 1)) === Kind.capital;
  const others = isShouted ? Kind.capital : Kind.small;
  let end = start + 1;
  while (kindOf(text.charCodeAt(end)) === others) end += 1;
  const next = text.charCodeAt(end);
  // A colon may belong to an address, an apostrophe or a hyphen to the word, a full stop to either.
  const isEnded = kindOf(next) === Kind.mark ? next !== COLON : isSpace(text, end + Number(next === FULL_STOP));
  return isEnded ? { start, end, kind: 'word' } : undefined;
}

function isSpace(text: string, index: number): boolean {
  return index >= text.length || kindOf(text.charCodeAt(index)) === Kind.space;
}

const SPACE = 0x20;
const FULL_STOP = 0x2e;
const COLON = 0x3a;
const Kind = { other: 0, small: 1, capital: 2, mark: 3, space: 4 } as const;

const kinds = new Uint8Array(128);
for (let letter = 0; letter < 26; letter += 1) {
  kinds[0x61 + letter] = Kind.small;
  kinds[0x41 + letter] = Kind.capital;
}
for (const mark of ',;:!?()"') kinds[mark.charCodeAt(0)] = Kind.mark;
for (const space of ' \t\n\r') kinds[space.charCodeAt(0)] = Kind.space;

function kindOf(unit: number): number {
  return unit < 128 ? (kinds[unit] ?? Kind.other) : Kind.other;
}
