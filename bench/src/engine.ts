import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchAnalysis } from '../../packages/core/bench/analyse.ts';
import { loadMarkdown } from '../../packages/core/bench/load-markdown.ts';
import { benchOccurrences } from '../../packages/core/bench/occurrences.ts';
import { benchStorage } from '../../packages/core/bench/store.ts';
import { loadDocuments } from '../../packages/core/src/documents/load-documents.ts';
import { readCorpus, writeCorpus } from './corpus.ts';

const now = () => performance.now();

/** Bytes for the rows of one core: enough to be past the first compilation, few enough for Japanese to end in half a minute. */
const SAMPLE_BYTES = 3e6;
/** A pass over a text is quick: the best of several is told. */
const SEARCH_BYTES = 4e6;
const SEARCH_ROUNDS = 3;

/**
 * Speed and memory of the built-in engine on varied copies of the documents of a folder. MB are 10⁶ bytes of UTF-8 of
 * loaded text; rates are of one core where the row says so. Nothing is remembered from row to row.
 */
export async function benchEngine(source: string, targetBytes: number): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'genglossary-bench-'));
  try {
    const sample = join(scratch, 'sample');
    writeCorpus(source, sample, { targetBytes: SAMPLE_BYTES });
    const loaded = loadMarkdown(sample);
    print('loading Markdown, one core', loaded);
    await benchOneCore(sample, join(scratch, 'bench.db'));
    benchSearch(source, join(scratch, 'search'));
    benchBuilds(source, scratch, targetBytes);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function benchOneCore(folder: string, path: string): Promise<void> {
  const { documents } = await loadDocuments([folder]);
  const { bytes, parsing, analysis, extraction, definitions, candidates, digests } = await benchAnalysis(
    documents,
    now,
  );
  const languages = [...new Set(digests.map(({ language }) => language))].toSorted().join(', ');
  print(`analysis + extraction of ${languages}, one core`, { bytes, seconds: analysis + extraction });
  print(`extraction alone, one core, ${candidates} candidates`, { bytes, seconds: extraction });
  print('search for defining sentences and relations, one core', { bytes, seconds: definitions });
  print('all of that and the parser, one core', { bytes, seconds: parsing + analysis + definitions + extraction });
  const stored = await benchStorage(documents, digests, { path, now });
  print(`storing ${documents.length} documents`, { bytes: stored.textBytes, seconds: stored.documentSeconds });
  print('storing their analyses', { bytes: stored.analysisBytes, seconds: stored.analysisSeconds });
}

function benchSearch(source: string, folder: string): void {
  writeCorpus(source, folder, { targetBytes: SEARCH_BYTES });
  const texts = readCorpus(folder);
  for (const terms of [100, 1000, 10_000]) {
    const rounds = Array.from({ length: SEARCH_ROUNDS }, () => benchOccurrences(texts, terms, 'en', now));
    const [best] = rounds.toSorted((a, b) => a.seconds - b.seconds);
    if (best !== undefined) print(`occurrences, one core, ${terms} terms, ${best.hits} hits`, best);
  }
}

function benchBuilds(source: string, scratch: string, targetBytes: number): void {
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
}

function wholeBuild(folder: string): { seconds: number; peakMegabytes: number; entries: number } {
  const child = join(import.meta.dirname, 'whole-build.ts');
  return JSON.parse(execFileSync(process.execPath, [...process.execArgv, child, folder], { encoding: 'utf8' }));
}

function print(row: string, { bytes, seconds }: { readonly bytes: number; readonly seconds: number }): void {
  console.log(`${row}: ${(bytes / 1e6 / seconds).toFixed(2)} MB/s (${(bytes / 1e6).toFixed(2)} MB)`);
}
