import { createOccurrenceFinder } from '../src/text/find-occurrences.ts';

/** How fast `termCount` designations are found in texts, folding included, building the finder not. */
export interface OccurrenceFigures {
  /** UTF-8 bytes searched. */
  readonly bytes: number;
  readonly seconds: number;
  readonly hits: number;
  /** Seconds to build the finder. */
  readonly buildSeconds: number;
}

/**
 * Searches the texts for designations drawn from the texts themselves: runs of one to three words (or of characters
 * of one script), spread evenly, so that there are many hits and many near misses.
 */
export function benchOccurrences(
  texts: readonly string[],
  termCount: number,
  language: string,
  now: () => number,
): OccurrenceFigures {
  const designations = drawDesignations(texts, termCount).map((text) => ({ text, language }));
  const started = now();
  const finder = createOccurrenceFinder(designations);
  const built = now();
  let hits = 0;
  for (const text of texts) hits += finder.find(text).length;
  const ended = now();
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { bytes, seconds: (ended - built) / 1000, hits, buildSeconds: (built - started) / 1000 };
}

function drawDesignations(texts: readonly string[], count: number): readonly string[] {
  const seen = new Set<string>();
  for (const text of texts) {
    for (const match of text.matchAll(WORDS)) {
      const words = match[0].split(/\s+/u);
      for (const [index, word] of words.entries()) {
        const run = words.slice(index, index + 1 + (index % 3)).join(' ');
        if (word.length > 1 && run.length < 60) seen.add(run.toLowerCase());
      }
    }
  }
  const all = [...seen].toSorted();
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, index) => all[Math.floor(index * step)] ?? '');
}

const WORDS = /\p{Script=Latin}{4,}(?:\s\p{Script=Latin}{4,})*|[\p{Script=Katakana}ー]{3,}|\p{Script=Han}{2,}/gu;
