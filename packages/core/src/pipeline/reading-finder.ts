import { annotatedWords } from '../extraction/annotated-words.ts';
import type { DigestedDocument } from './artifacts.ts';

/**
 * Finds the hiragana reading of a Japanese term from what the documents show: first the readings that
 * their authors give, then those of the dictionary words that were seen. `undefined` where a part of the term stays unknown.
 */
export function createReadingFinder(digests: readonly DigestedDocument[]): (term: string) => string | undefined {
  const known = new Map<string, string>();
  for (const { mentions } of digests) {
    for (const { language, readings } of mentions.languages) {
      if (language !== 'ja') continue;
      for (const [word, reading] of Object.entries(readings)) offer(known, word, reading);
    }
  }
  const given = new Map<string, string>();
  for (const { prose } of digests) {
    for (const { start, end, reading } of annotatedWords(prose)) offer(given, prose.text.slice(start, end), reading);
  }
  for (const [word, reading] of given) known.set(word, reading);
  return (term) => readingOf(term, known);
}

/** Of two readings the first in code-unit order is kept, whatever the order of the documents. */
function offer(readings: Map<string, string>, word: string, reading: string): void {
  const hiragana = toHiragana(reading);
  const other = readings.get(word);
  if (other === undefined || hiragana < other) readings.set(word, hiragana);
}

const LONGEST_WORD = 12;

/** The longest known word at each place, left to right; kana, letters and signs read as they are written. */
function readingOf(term: string, known: ReadonlyMap<string, string>): string | undefined {
  if (!/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(term)) return undefined;
  let reading = '';
  for (let at = 0; at < term.length; ) {
    const word = wordAt(term, at, known);
    const spoken = word === undefined ? toHiragana(term.charAt(at)) : (known.get(word) ?? '');
    if (word === undefined && /[\p{sc=Han}々]/u.test(spoken)) return undefined;
    reading += spoken;
    at += word?.length ?? 1;
  }
  return reading;
}

function wordAt(term: string, at: number, known: ReadonlyMap<string, string>): string | undefined {
  for (let length = Math.min(LONGEST_WORD, term.length - at); length > 0; length -= 1) {
    const word = term.slice(at, at + length);
    if (known.has(word)) return word;
  }
  return undefined;
}

/** Katakana and hiragana stand 0x60 apart (Unicode blocks 30A0 and 3040). */
function toHiragana(text: string): string {
  return text.replace(/[\u30a1-\u30f6]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
