import { annotatedWords } from '../extraction/annotated-words.ts';
import { learnOnReadings } from '../text/on-readings.ts';
import type { DigestedDocument } from './artifacts.ts';

/**
 * Finds the hiragana reading of a Japanese term from what the documents show: first the readings that
 * their authors give, then those of the dictionary words that were seen. One character among others is read as in the
 * compounds of the documents. `undefined` where a part of the term stays unknown.
 */
export function createReadingFinder(digests: readonly DigestedDocument[]): (term: string) => string | undefined {
  const known = new Map<string, string>();
  for (const { mentions } of digests) {
    for (const { language, readings } of mentions.languages) {
      if (language !== 'ja') continue;
      for (const [word, reading] of Object.entries(readings)) offer(known, word, reading);
    }
  }
  const inCompounds = learnOnReadings(known);
  const given = new Map<string, string>();
  for (const { prose } of digests) {
    for (const { start, end, reading } of annotatedWords(prose)) offer(given, prose.text.slice(start, end), reading);
  }
  for (const [word, reading] of given) known.set(word, reading);
  return (term) => readingOf(term, { known, given, inCompounds });
}

/** Of two readings the first in code-unit order is kept, whatever the order of the documents. */
function offer(readings: Map<string, string>, word: string, reading: string): void {
  const hiragana = toHiragana(reading);
  const other = readings.get(word);
  if (other === undefined || hiragana < other) readings.set(word, hiragana);
}

const LONGEST_WORD = 12;

interface Readings {
  readonly known: ReadonlyMap<string, string>;
  /** Of these, what authors say. */
  readonly given: ReadonlyMap<string, string>;
  readonly inCompounds: ReadonlyMap<string, string>;
}

/** The longest known word at each place, left to right; kana, letters and signs read as they are written. */
function readingOf(term: string, { known, given, inCompounds }: Readings): string | undefined {
  if (!/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(term)) return undefined;
  const pieces: string[] = [];
  for (let at = 0; at < term.length; at += pieces.at(-1)?.length ?? 1) {
    pieces.push(wordAt(term, at, known) ?? String.fromCodePoint(term.codePointAt(at) ?? 0));
  }
  let reading = '';
  for (const [index, piece] of pieces.entries()) {
    const own = known.get(piece);
    // Beside a word a character is mostly read as it is by itself (欠点豆), beside another character hardly ever (湯温).
    const isAmongOthers =
      isLone(piece) && !given.has(piece) && (isLone(pieces[index - 1]) || isLone(pieces[index + 1]));
    const spoken = isAmongOthers ? inCompounds.get(piece) : (own ?? inCompounds.get(piece) ?? toHiragana(piece));
    if (spoken === undefined || /[\p{sc=Han}々]/u.test(spoken)) return undefined;
    reading += spoken;
  }
  return reading;
}

function isLone(piece: string | undefined): boolean {
  return piece !== undefined && LONE.test(piece);
}

const LONE = /^[\p{sc=Han}々]$/u;

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
