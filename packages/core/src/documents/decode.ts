import type { DocumentEncoding } from '../domain/index.ts';

export interface DecodedText {
  readonly kind: 'text';
  readonly text: string;
  readonly encoding: DocumentEncoding;
}

export interface UndecodableBytes {
  readonly kind: 'refused';
  readonly reason: 'binary' | 'undecodable' | 'damaged' | 'encrypted' | 'too-large' | 'unsupported-format';
  readonly detail: string;
}

/** How much of a long file is looked at to tell one encoding from another. */
const SAMPLE_BYTES = 256 * 1024;

/**
 * The text of a file and the encoding that was found. A byte order mark decides and is left out; then strict UTF-8;
 * UTF-16 without a mark by where its zero bytes are; Shift_JIS and EUC-JP where every byte is valid and the text is
 * mostly kana and kanji; and windows-1252 for what is mostly ASCII with Western letters. Anything else is refused,
 * never read with replacement characters.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText | UndecodableBytes {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeMarked(bytes, 'utf-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeMarked(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeMarked(bytes, 'utf-16be');
  if (bytes.includes(0)) return decodeWithZeros(bytes);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) {
    return looksBinary(utf8.slice(0, SAMPLE_BYTES)) ? refuse('binary', 'control characters') : found(utf8, 'utf-8');
  }
  return decodeLegacy(bytes);
}

function decodeMarked(bytes: Uint8Array, encoding: DocumentEncoding): DecodedText | UndecodableBytes {
  const text = decodeStrictly(bytes, encoding);
  if (text === undefined) return refuse('undecodable', `its byte order mark says ${encoding}, its bytes do not`);
  return text.includes('\0') ? refuse('binary', 'zero characters') : found(text, encoding);
}

/** Text with zero bytes is UTF-16 without a mark, or no text. */
function decodeWithZeros(bytes: Uint8Array): DecodedText | UndecodableBytes {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  if (bytes.length % 2 !== 0 || Math.min(even, odd) * 20 > Math.max(even, odd))
    return refuse('binary', 'it holds bytes that are zero');
  const text = decodeStrictly(bytes, encoding);
  if (text === undefined || text.includes('\0') || looksBinary(text.slice(0, SAMPLE_BYTES))) {
    return refuse('binary', 'it holds bytes that are zero');
  }
  return isPlausible(text.slice(0, SAMPLE_BYTES))
    ? found(text, encoding)
    : refuse('binary', 'it holds bytes that are zero');
}

function decodeLegacy(bytes: Uint8Array): DecodedText | UndecodableBytes {
  let best: { text: string; encoding: DocumentEncoding; score: number } | undefined;
  for (const encoding of ['euc-jp', 'shift_jis'] as const) {
    const text = decodeStrictly(bytes, encoding);
    if (text === undefined || looksBinary(text.slice(0, SAMPLE_BYTES))) continue;
    const score = japaneseScore(text.slice(0, SAMPLE_BYTES));
    if (score > (best?.score ?? 0.5)) best = { text, encoding, score };
  }
  if (best !== undefined) return found(best.text, best.encoding);
  const utf16 = decodeBareUtf16(bytes);
  if (utf16 !== undefined) return utf16;
  if (mixesUtf8(bytes)) return refuse('undecodable', 'partly UTF-8, partly another encoding');
  const western = new TextDecoder('windows-1252').decode(bytes);
  const sample = western.slice(0, SAMPLE_BYTES);
  if (looksBinary(sample)) return refuse('binary', 'control characters');
  return isWestern(sample) ? found(western, 'windows-1252') : refuse('undecodable', 'save it as UTF-8');
}

/** Japanese in UTF-16 without a mark has no zero bytes but those of its line breaks, and perhaps none at all. */
function decodeBareUtf16(bytes: Uint8Array): DecodedText | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== undefined && japaneseScore(text.slice(0, SAMPLE_BYTES)) > 0.9) return found(text, encoding);
  }
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: DocumentEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Share of kana and common kanji among the non-ASCII characters; half-width katakana, which any bytes can be, is not. */
function japaneseScore(text: string): number {
  let japanese = 0;
  let kana = 0;
  let other = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    if (code >= 0x3040 && code <= 0x30ff) kana += 1;
    if (
      (code >= 0x3000 && code <= 0x30ff) ||
      (code >= 0x4e00 && code <= 0x9fff) ||
      (code >= 0xff01 && code <= 0xff60)
    ) {
      japanese += 1;
    } else other += 1;
  }
  if (japanese === 0) return 0;
  const share = japanese / (japanese + other);
  // Real Japanese has kana; Western bytes read as Shift_JIS or EUC-JP give rare kanji and no kana.
  return kana * 20 >= japanese ? share : share * 0.4;
}

function looksBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (
      (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c && code !== 0x1b) ||
      code === 0x7f
    ) {
      controls += 1;
    }
  }
  return controls > 0 && controls * 200 > text.length;
}

/** Whether text decoded as UTF-16 is letters of some script, not noise over the whole plane. */
function isPlausible(text: string): boolean {
  let letters = 0;
  for (const character of text) if (/[\p{L}\p{M}\p{N}\p{P}\p{Z}\p{S}\s]/u.test(character)) letters += 1;
  return letters * 20 >= text.length * 19;
}

/**
 * Whether bytes that are not UTF-8 as a whole are so for the most part: files of two encodings put together. Western
 * text hardly ever has a letter and a sign that together look like UTF-8.
 */
function mixesUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let valid = 0;
  let invalid = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) invalid += 1;
    else if (code >= 0x80) valid += 1;
  }
  return valid > invalid;
}

/** Western text is mostly ASCII, and what is not is mostly letters and typographic signs. */
function isWestern(text: string): boolean {
  let ascii = 0;
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) ascii += 1;
    else if (code < 0xa0) signs += 1;
  }
  return ascii * 10 >= text.length * 6 && signs === 0;
}

function found(text: string, encoding: DocumentEncoding): DecodedText {
  return { kind: 'text', text, encoding };
}

function refuse(reason: UndecodableBytes['reason'], detail: string): UndecodableBytes {
  return { kind: 'refused', reason, detail };
}
