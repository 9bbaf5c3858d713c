/**
 * Databases keep Unicode text, JavaScript strings are UTF-16: SQLite would turn a lone surrogate into U+FFFD, and
 * PostgreSQL refuses it and U+0000. So each of these units is written as the noncharacter U+FDD0 and four hex digits.
 * Every other text is stored as it is, equal texts stay equal, and decoding gives back every string exactly.
 */
const ESCAPE = '\uFDD0';
// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what this is about.
const UNSAFE = /[\0\uFDD0]/;
const UNSAFE_UNITS = /[\0\uFDD0]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export function encodeText(text: string): string {
  if (text.isWellFormed() && !UNSAFE.test(text)) return text;
  return text.replace(UNSAFE_UNITS, (unit) => ESCAPE + unit.charCodeAt(0).toString(16).padStart(4, '0'));
}

export function decodeText(stored: string): string {
  if (!stored.includes(ESCAPE)) return stored;
  return stored.replace(/\uFDD0([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
