import { describe, expect, it } from 'vitest';
import type { AnalysisPool } from '../../analysis/pool.ts';
import { type Document, documentId, type ReportEvent } from '../../domain/index.ts';
import { GlossaryError } from '../../errors/glossary-error.ts';
import type { DocumentDigest } from '../artifacts.ts';
import { noDigestCache } from '../digest-cache.ts';
import { digestDocument, type DigestJob } from '../digest-document.ts';
import { standaloneExecution } from '../standalone-execution.ts';
import { createAnalyseStep } from './analyse.ts';

const RUBBLE = 'rubble';

/** Analyses in this thread, and fails as a thread does that died of its document. */
const pool: AnalysisPool<DigestJob, DocumentDigest> = {
  run: (job, { name }) =>
    job.text === RUBBLE
      ? Promise.reject(
          new GlossaryError('analysis/failed', `The analysis of ${name} failed.`, {
            details: { name, why: 'out of memory' },
          }),
        )
      : digestDocument(job),
  rest: () => Promise.resolve(),
  [Symbol.asyncDispose]: () => Promise.resolve(),
};

describe('the analysis of documents', () => {
  it('skips one that no thread survives, says so and goes on with the others', async () => {
    const { made, events } = await analyse([document('a.md', RUBBLE), document('b.md', 'A lamp is a light.')]);
    const skipped = { name: 'a.md', reason: 'unanalysable', detail: 'out of memory' } as const;
    expect(made.documents.map(({ name }) => name)).toEqual(['b.md']);
    expect(made.digests.map((digest) => digest.document.name)).toEqual(['b.md']);
    expect(made.skippedFiles).toEqual([{ name: 'picture.md', reason: 'binary' }, skipped]);
    expect(events.filter(({ type }) => type === 'document-skipped')).toEqual([
      { type: 'document-skipped', ...skipped },
    ]);
  });

  it('fails where nothing is left', async () => {
    await expect(analyse([document('a.md', RUBBLE), document('b.md', RUBBLE)])).rejects.toMatchObject({
      code: 'analysis/failed',
      details: { name: 'a.md' },
    });
  });
});

async function analyse(documents: readonly Document[]) {
  const events: ReportEvent[] = [];
  const signal = new AbortController().signal;
  await using execution = standaloneExecution({ signal, report: (event) => void events.push(event) });
  const step = createAnalyseStep({ pool, cache: noDigestCache });
  const skippedFiles = [{ name: 'picture.md', reason: 'binary' }] as const;
  const { made } = await step.run({ documents, skippedFiles }, execution);
  return { made, events };
}

function document(name: string, text: string): Document {
  return { id: documentId(name), name, format: 'markdown', encoding: 'utf-8', contentHash: name, text };
}
