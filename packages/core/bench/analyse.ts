import { deepStrictEqual } from 'node:assert';
import { analyseProse } from '../src/analysis/analyse-prose.ts';
import { readStatements } from '../src/definition/read-statements.ts';
import { readProse } from '../src/documents/read-prose.ts';
import type { Document } from '../src/domain/index.ts';
import { gatherMentions } from '../src/extraction/gather-mentions.ts';
import { rankCandidates } from '../src/extraction/rank-candidates.ts';
import type { DigestedDocument, DocumentDigest } from '../src/pipeline/artifacts.ts';
import { digestDocument, namesOfThings } from '../src/pipeline/digest-document.ts';
import { atOnce } from '../src/runtime/in-slices.ts';

/** What one core needs to learn everything from texts, in seconds. */
export interface AnalysisFigures {
  /** UTF-8 bytes of the texts. */
  readonly bytes: number;
  readonly parsing: number;
  /** Language, sentences, tokens. */
  readonly analysis: number;
  /** Mentions of candidates, and their ranks over all documents. */
  readonly extraction: number;
  /** Defining sentences and stated relations. */
  readonly definitions: number;
  readonly candidates: number;
  readonly digests: readonly DocumentDigest[];
}

/**
 * Digests documents one after the other in this thread, as `digestDocument` does, and ranks their candidates; nothing
 * is remembered. The taggers are loaded before, with the first text.
 */
export async function benchAnalysis(documents: readonly Document[], now: () => number): Promise<AnalysisFigures> {
  const [first] = documents;
  if (first === undefined) throw new Error('There is nothing to analyse.');
  const expected = await digestDocument(first);
  const seconds = { parsing: 0, analysis: 0, extraction: 0, definitions: 0 };
  let since = now();
  const spent = (on: keyof typeof seconds) => {
    const until = now();
    seconds[on] += (until - since) / 1000;
    since = until;
  };
  const digests: DigestedDocument[] = [];
  for (const document of documents) {
    const prose = readProse(document.format, document.text);
    spent('parsing');
    const { language, sentences } = await analyseProse(prose);
    spent('analysis');
    const statements = readStatements(prose, sentences);
    spent('definitions');
    const mentions = gatherMentions(prose, sentences, { definienda: namesOfThings(statements) });
    spent('extraction');
    const places = sentences.flatMap(({ start, end, block }) => [start, end, block]);
    digests.push({ language, prose, sentences: places, mentions, ...statements, document });
  }
  // What is timed step by step here is what `digestDocument` does.
  const { document: _, ...digest } = digests[0] ?? {};
  deepStrictEqual(digest, expected);
  since = now();
  const { candidates } = atOnce(rankCandidates(digests));
  spent('extraction');
  return {
    bytes: documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    ...seconds,
    candidates: candidates.length,
    digests,
  };
}
