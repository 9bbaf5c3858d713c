/**
 * A piece of text between white space: what a token is made from, before anyone knows its part of speech.
 *
 * - `word`: letters, possibly with inner hyphens or apostrophes (`load-balancer`, `don’t`)
 * - `identifier`: letters mixed with digits, underscores, dots or case changes (`k8s`, `node.js`, `fooBar`, `C++`)
 * - `number`: digits with separators (`1,000`, `3.5`, `1.2.3`)
 * - `address`: URLs, paths, e-mail addresses, command-line flags
 * - `punctuation`, `symbol`: one mark, or a run of the same dots; an emoji with its modifiers
 */
export type WordKind = 'word' | 'identifier' | 'number' | 'address' | 'punctuation' | 'symbol';

export interface ScannedWord {
  readonly start: number;
  readonly end: number;
  readonly kind: WordKind;
}

/**
 * Finds the first word at or after an offset. Every character that is not white space, a control or a format character
 * is in exactly one word. One sticky expression without nested repetition over the same characters, so the time is
 * linear in the text.
 */
export function createWordFinder(text: string): (from: number) => ScannedWord | undefined {
  const scanner = new RegExp(WORDS, 'gu');
  return (from) => {
    scanner.lastIndex = from;
    const match = scanner.exec(text);
    if (match === null) return undefined;
    return { start: match.index, end: scanner.lastIndex, kind: kindOf(match, match[0]) };
  };
}

const LETTER = String.raw`[\p{L}\p{M}\p{N}_]`;
const WORDS = [
  // 1: addresses
  String.raw`((?:https?|ftp|file|mailto):[^\s\p{Cc}<>"\u3000-\u303f\uff08\uff09]*[^\s\p{Cc}<>"\u3000-\u303f\uff08\uff09.,;:!?)\]}'’”»]` +
    String.raw`|(?<![^\s(\["'])--?[A-Za-z][\w-]*` +
    String.raw`|(?<![^\s(\["'])(?:~|\.{1,2})?\/[\w.-]*\w(?:\/[\w.-]*\w)*\/?)`,
  // 2: abbreviations written with slashes
  String.raw`(\p{Lu}{1,5}(?:\/\p{Lu}{1,5})+(?!${LETTER}))`,
  // 3: words, identifiers, numbers
  String.raw`(${LETTER}+(?:(?:['’.@\-\u2010\u2011]|(?<=\p{N})[,:](?=\p{N}))${LETTER}+)*(?:\+\+|#)?)`,
  // 4: emoji with modifiers
  String.raw`(\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}\ufe0f]*(?:\u200d\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}\ufe0f]*)*|\p{RI}\p{RI})`,
  // 5: punctuation
  String.raw`(\.{2,}|…+|[\p{P}])`,
  // any other visible character
  String.raw`[^\s\p{Cc}\p{Cf}]`,
].join('|');

function kindOf(match: RegExpExecArray, surface: string): WordKind {
  if (match[1] !== undefined) return 'address';
  if (match[2] !== undefined) return 'identifier';
  if (match[3] !== undefined) return kindOfWord(surface);
  return match[5] === undefined ? 'symbol' : 'punctuation';
}

function kindOfWord(surface: string): WordKind {
  if (PLAIN.test(surface)) return 'word';
  if (surface.includes('@')) return 'address';
  if (/^[\p{N}.,:'’-]+$/u.test(surface)) return 'number';
  return /[\p{N}_.+#]|\p{Ll}\p{Lu}/u.test(surface) ? 'identifier' : 'word';
}

const PLAIN = /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)$/u;
