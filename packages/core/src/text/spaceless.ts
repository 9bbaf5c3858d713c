/**
 * Whether a character belongs to a script that is written without spaces between words (Han, kana, Thai, Lao, Khmer,
 * Myanmar) or to its punctuation and full-width forms. A line break between two such characters is no space.
 * Korean is written with spaces and is not among them.
 */
export function isSpaceless(codePoint: number): boolean {
  if (codePoint < 0x0e00) return false;
  if (codePoint >= 0x3000 && codePoint <= 0x312f) return true;
  if (codePoint >= 0x31a0 && codePoint <= 0x31ff) return true;
  if (codePoint >= 0x3400 && codePoint <= 0x9fff) return true;
  if (codePoint >= 0xff01 && codePoint <= 0xff9f) return true;
  if (codePoint >= 0xf900 && codePoint <= 0xfaff) return true;
  if (codePoint >= 0x20000 && codePoint <= 0x3ffff) return true;
  return (
    (codePoint >= 0x0e00 && codePoint <= 0x0eff) ||
    (codePoint >= 0x1000 && codePoint <= 0x109f) ||
    (codePoint >= 0x1780 && codePoint <= 0x17ff)
  );
}

/** Whether a character is a kanji or one of the marks that stand for one (々〆〇ヶ). */
export function isKanji(codePoint: number): boolean {
  return (
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff) ||
    codePoint === 0x3005 ||
    codePoint === 0x3006 ||
    codePoint === 0x3007 ||
    codePoint === 0x30f6
  );
}
