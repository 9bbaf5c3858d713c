import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMarkdown } from '../../packages/core/bench/load-markdown.ts';
import { benchOccurrences } from '../../packages/core/bench/occurrences.ts';
import { readCorpus, writeCorpus } from './corpus.ts';

/**
 * Speed and memory of the built-in engine on the documents of a folder. MB are 10⁶ bytes of UTF-8; rates are of one core
 * where the name says so.
 */
export function benchEngine(source: string, targetBytes: number): void {
  const loaded = loadMarkdown(source);
  console.log(`loading, one core: ${rate(loaded)}`);

  const texts = readCorpus(source);
  for (const terms of [100, 1000, 10_000]) {
    const result = benchOccurrences(texts, terms, 'en', () => performance.now());
    console.log(`occurrences, one core, ${terms} terms: ${rate(result)}, ${result.hits} hits`);
  }

  const scratch = mkdtempSync(join(tmpdir(), 'genglossary-bench-'));
  try {
    const seconds: number[] = [];
    for (const times of [1, 2]) {
      const folder = join(scratch, `corpus-${times}`);
      const { bytes, files } = writeCorpus(source, folder, { targetBytes: targetBytes * times });
      const built = wholeBuild(folder);
      seconds.push(built.seconds);
      console.log(
        `whole build, ${(bytes / 1e6).toFixed(1)} MB in ${files} files: ${built.seconds.toFixed(1)} s, peak ${built.peakMegabytes} MB, ${built.entries} entries`,
      );
    }
    console.log(`doubling the corpus: ${((seconds[1] ?? 0) / (seconds[0] ?? 1)).toFixed(2)} × the time`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function wholeBuild(folder: string): { seconds: number; peakMegabytes: number; entries: number } {
  const child = join(import.meta.dirname, 'whole-build.ts');
  return JSON.parse(execFileSync(process.execPath, [...process.execArgv, child, folder], { encoding: 'utf8' }));
}

function rate({ bytes, seconds }: { readonly bytes: number; readonly seconds: number }): string {
  return `${(bytes / 1e6 / seconds).toFixed(2)} MB/s`;
}
