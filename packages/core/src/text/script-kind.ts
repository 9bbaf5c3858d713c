/**
 * What kind of writing a UTF-16 unit belongs to, as far as word boundaries are concerned.
 * `word`: scripts that part words by spaces or signs (Latin, Greek, Cyrillic, Arabic, …), digits and combining marks.
 * `other`: punctuation, spaces, symbols, and scripts that part words by nothing at all (Thai, Lao, Khmer, Burmese).
 */
export const ScriptKind = { unknown: 0, other: 1, word: 2, katakana: 3, hiragana: 4, han: 5, hangul: 6 } as const;

const kinds = new Uint8Array(0x1_0000);

/** The kind of one unit: one table look-up after the first time. A surrogate alone is `other`. */
export function scriptKindOf(unit: number): number {
  const known = kinds[unit] ?? ScriptKind.other;
  if (known !== ScriptKind.unknown) return known;
  const kind = classify(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

/** Whether a unit is Chinese or Japanese writing, where a space between two characters means nothing. */
export function isSpacelessKind(kind: number): boolean {
  return kind === ScriptKind.katakana || kind === ScriptKind.hiragana || kind === ScriptKind.han;
}

function classify(character: string): number {
  if (/[\u30fb\uff65]/u.test(character)) return ScriptKind.other;
  if (/\u3099|\u309a|[\u30fc\uff70\uff9e\uff9f]|\p{Script=Katakana}/u.test(character)) return ScriptKind.katakana;
  if (/\p{Script=Hiragana}/u.test(character)) return ScriptKind.hiragana;
  if (/\p{Script=Han}/u.test(character)) return ScriptKind.han;
  if (/\p{Script=Hangul}/u.test(character)) return ScriptKind.hangul;
  if (/\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u.test(character)) return ScriptKind.other;
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? ScriptKind.word : ScriptKind.other;
}
