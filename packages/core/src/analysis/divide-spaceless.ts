import type { ScannedWord } from './scan-words.ts';

/** Scripts that put no space between words, with their marks. */
const SPACELESS = /[\p{sc=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const RUNS =
  /[\p{sc=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+|[^\p{sc=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu;

/** Every segment that `Intl.Segmenter` gives holds a copy of the whole string: long ones are handed over in pieces. */
const AT_ONCE = 120;

/**
 * Divides words that hold a script written without spaces, by the dictionaries of ICU (Chinese, Japanese, Thai, Lao,
 * Khmer, Burmese); Latin letters and digits that touch them are words of their own. All other words stay as they are.
 */
export function divideSpaceless(text: string, words: readonly ScannedWord[]): ScannedWord[] {
  const divided: ScannedWord[] = [];
  for (const word of words) {
    const surface = text.slice(word.start, word.end);
    if ((word.kind !== 'word' && word.kind !== 'identifier') || !SPACELESS.test(surface)) divided.push(word);
    else for (const part of partsOf(surface)) divided.push(partOf(word, part));
  }
  return divided;
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly isSpaceless: boolean;
}

function* partsOf(surface: string): Generator<Part> {
  // The dictionaries serve all their languages whatever the locale; a named one keeps the system's own out of it.
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  for (const { 0: run, index } of surface.matchAll(RUNS)) {
    if (run.length === 1 || !SPACELESS.test(run)) {
      yield { start: index, end: index + run.length, isSpaceless: SPACELESS.test(run) };
      continue;
    }
    for (let start = 0; start < run.length; ) {
      const end = pieceEnd(run, start);
      for (const segment of segmenter.segment(run.slice(start, end))) {
        const at = index + start + segment.index;
        yield { start: at, end: at + segment.segment.length, isSpaceless: true };
      }
      start = end;
    }
  }
}

function pieceEnd(run: string, start: number): number {
  const end = start + AT_ONCE;
  if (end >= run.length) return run.length;
  return /^[\udc00-\udfff\p{M}]/u.test(run.charAt(end)) ? end - 1 : end;
}

function partOf(word: ScannedWord, { start, end, isSpaceless }: Part): ScannedWord {
  return { start: word.start + start, end: word.start + end, kind: isSpaceless ? 'word' : word.kind };
}
