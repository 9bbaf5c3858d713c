import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/**
 * Writes a corpus of about `targetBytes` made of copies of the documents in `source`. In every copy but the first, each
 * paragraph has about one word in twelve replaced by another word of the same documents, from a seeded generator, so
 * that no paragraph of a copy equals one of another copy and nothing can be answered from memory.
 * Returns the bytes and files written.
 */
export function writeCorpus(
  source: string,
  target: string,
  { targetBytes, seed = 1 }: { readonly targetBytes: number; readonly seed?: number },
): { readonly bytes: number; readonly files: number } {
  const originals = documentsIn(source);
  if (originals.length === 0) throw new Error(`There are no documents in ${source}.`);
  const vocabulary = [...new Set(originals.flatMap(({ text }) => text.match(WORD) ?? []))].toSorted();
  const random = randomNumbers(seed);

  let bytes = 0;
  let files = 0;
  for (let copy = 0; bytes < targetBytes; copy += 1) {
    for (const { path, text } of originals) {
      if (bytes >= targetBytes) break;
      const content =
        copy === 0
          ? text
          : text
              .split(/(\n\s*\n)/u)
              .map((part) => vary(part, vocabulary, random))
              .join('');
      const file = join(target, `copy-${copy}`, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      bytes += Buffer.byteLength(content);
      files += 1;
    }
  }
  return { bytes, files };
}

/** The texts of the documents in a folder, in the order of their names. */
export function readCorpus(source: string): string[] {
  return documentsIn(source).map(({ text }) => text);
}

function documentsIn(source: string): { readonly path: string; readonly text: string }[] {
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({ path: path.slice(source.length + 1), text: readFileSync(path, 'utf8') }));
}

const TEXT = new Set(['.md', '.markdown', '.rst', '.txt', '.html']);
/** Words that carry no markup: letters of alphabetic scripts, or runs of two to four kanji or kana. */
const WORD = /\b\p{Script=Latin}{4,}\b|[\p{Script=Han}\p{Script=Katakana}ー]{2,4}/gu;

function vary(paragraph: string, vocabulary: readonly string[], random: () => number): string {
  const words = [...paragraph.matchAll(WORD)];
  if (words.length === 0) return paragraph;
  const always = Math.floor(random() * words.length);
  let varied = '';
  let end = 0;
  for (const [index, match] of words.entries()) {
    if (index !== always && random() > 1 / 12) continue;
    varied += paragraph.slice(end, match.index) + (vocabulary[Math.floor(random() * vocabulary.length)] ?? match[0]);
    end = match.index + match[0].length;
  }
  return varied + paragraph.slice(end);
}

/** Mulberry32 (T. Ettinger, public domain): small, seeded, the same everywhere; in [0, 1). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
