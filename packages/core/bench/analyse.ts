import { rankCandidates } from '../src/extraction/rank-candidates.ts';
import type { DigestedDocument, DocumentDigest } from '../src/pipeline/artifacts.ts';
import { digestDocument } from '../src/pipeline/digest-document.ts';
import type { Document } from '../src/domain/index.ts';
import { atOnce } from '../src/runtime/in-slices.ts';

/** What one core needs to learn everything from texts. */
export interface AnalysisFigures {
  /** UTF-8 bytes of the texts. */
  readonly bytes: number;
  /** Seconds of parsing, analysis, mentions, defining sentences and relations. */
  readonly analysisSeconds: number;
  /** Seconds of ranking the candidates of all of them. */
  readonly extractionSeconds: number;
  readonly candidates: number;
  readonly digests: readonly DocumentDigest[];
}

/**
 * Digests documents one after the other in this thread and ranks their candidates; nothing is remembered. The taggers
 * are loaded before, with the first text.
 */
export async function benchAnalysis(documents: readonly Document[], now: () => number): Promise<AnalysisFigures> {
  const [first] = documents;
  if (first === undefined) throw new Error('There is nothing to analyse.');
  await digestDocument(first);
  const started = now();
  const digests: DigestedDocument[] = [];
  for (const document of documents) digests.push({ ...(await digestDocument(document)), document });
  const analysed = now();
  const { candidates } = atOnce(rankCandidates(digests));
  const ranked = now();
  return {
    bytes: documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    analysisSeconds: (analysed - started) / 1000,
    extractionSeconds: (ranked - analysed) / 1000,
    candidates: candidates.length,
    digests,
  };
}
