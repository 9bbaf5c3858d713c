/** A string as people look for it: width, case and kana do not matter (`ｻｰﾊﾞ`, `サーバ`, `さーば` are one). */
export function fold(text: string): string {
  // Most names, by the ten thousand.
  if (/^[\n\x20-\x7e]*$/u.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60));
}

/**
 * How well a name answers a query: 0 the name itself, 1 it begins so, 2 a word of it begins so, 3 it holds it;
 * `undefined` where it does not. Both are folded.
 */
export function matchRank(name: string, query: string): 0 | 1 | 2 | 3 | undefined {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  const at = name.indexOf(query);
  if (at < 0) return undefined;
  return /[\s\-/_.]/u.test(name[at - 1] ?? '') ? 2 : 3;
}

/** The same of something that has several names. */
export function bestRank(names: readonly string[], query: string): ReturnType<typeof matchRank> {
  let best: ReturnType<typeof matchRank>;
  for (const name of names) {
    const rank = matchRank(name, query);
    if (rank !== undefined && (best === undefined || rank < best)) best = rank;
  }
  return best;
}
