import { resolve } from 'node:path';
import { openEngine } from '@genglossary/core';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { given } from '../given.ts';
import { tellGeneralAnalysis } from '../output/language.ts';
import { createProgress } from '../output/progress.ts';
import { showSkippedFiles } from '../output/skipped-files.ts';

export interface ExtractOptions {
  readonly lang?: string;
  readonly limit?: number;
  readonly threads?: number;
}

/**
 * `genglossary extract`: the whole ranked list, a row for each written form (a translator needs “policies” beside
 * “policy”); `cut` says how many of the rows the tool would keep. Nothing is stored.
 * JSON: `{ schema: "genglossary.extract/1", ok, terms: [{ term, score, parts, … }], cut }`.
 */
export async function extract(
  paths: readonly string[],
  options: ExtractOptions,
  context: CommandContext,
): Promise<number> {
  const { io, words, json, quiet } = context;
  await tellGeneralAnalysis(options.lang, context);
  await using engine = openEngine(given('threads', options.threads));
  const progress = createProgress(context.progress, io, words);
  let extracted: Awaited<ReturnType<typeof engine.extract>>;
  try {
    extracted = await engine.extract(
      { paths: paths.map((path) => resolve(io.cwd, path)), ...given('language', options.lang) },
      { signal: io.signal, report: progress.report },
    );
  } finally {
    progress.close();
  }
  const { rows, cut, candidates, skippedFiles } = extracted;
  showSkippedFiles(skippedFiles, context);
  const kept = Math.min(cut, options.limit ?? cut);
  if (json) {
    const shown = options.limit === undefined ? rows : rows.slice(0, options.limit);
    io.stdout.write(
      `{"schema":"genglossary.extract/1","version":${JSON.stringify(context.version)},"ok":true,"cut":${kept},"terms":[\n`,
    );
    for (const [index, candidate] of shown.entries()) {
      io.stdout.write(`${index === 0 ? '' : ',\n'}${JSON.stringify(candidate)}`);
    }
    io.stdout.write('\n]}\n');
    return exitCodes.success;
  }
  for (const { term, score, frequency, documentFrequency } of rows.slice(0, kept)) {
    io.stdout.write(`${score.toFixed(3)}\t${frequency}\t${documentFrequency}\t${term}\n`);
  }
  if (!quiet)
    io.stderr.write(`${words.counted.classify(kept)} / ${words.counted.extract(candidates.candidates.length)}\n`);
  return exitCodes.success;
}
