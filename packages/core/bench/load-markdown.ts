import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBytes } from '../src/documents/decode.ts';
import { readProse } from '../src/documents/read-prose.ts';

/** Loads every Markdown file under a folder (decode, parse, prose) on one core: best of three rounds after one to warm up. */
export function loadMarkdown(directory: string): { readonly bytes: number; readonly seconds: number } {
  const files = globSync('**/*.md', { cwd: directory }).map((name) => readFileSync(join(directory, name)));
  const bytes = files.reduce((sum, file) => sum + file.length, 0);
  let best = Number.POSITIVE_INFINITY;
  let characters = 0;
  for (let round = 0; round < 4; round += 1) {
    const start = performance.now();
    for (const file of files) {
      const decoded = decodeBytes(file);
      if (decoded.kind === 'text') characters += readProse('markdown', decoded.text).text.length;
    }
    if (round > 0) best = Math.min(best, performance.now() - start);
  }
  if (characters === 0) throw new Error(`There is no Markdown under ${directory}.`);
  return { bytes, seconds: best / 1000 };
}
