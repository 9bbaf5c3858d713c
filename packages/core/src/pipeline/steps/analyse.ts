import pMap from 'p-map';
import type { AnalysisPool } from '../../analysis/pool.ts';
import type { SkippedFile } from '../../documents/load-documents.ts';
import type { Document, LanguageTag } from '../../domain/index.ts';
import { GlossaryError } from '../../errors/glossary-error.ts';
import type { DigestedDocument, DocumentDigest } from '../artifacts.ts';
import type { DigestCache, DigestKey } from '../digest-cache.ts';
import type { DigestJob } from '../digest-document.ts';
import { digestMaker } from '../digest-maker.ts';
import { defineStep } from '../step.ts';

export interface AnalyseTools {
  readonly pool: AnalysisPool<DigestJob, DocumentDigest>;
  readonly cache: DigestCache;
  /** The language of all documents, where a person said it. */
  readonly language?: LanguageTag;
}

/** How many jobs wait at the pool at once: enough to keep it busy, few enough to keep their texts out of memory. */
const IN_FLIGHT = 16;

/** A write ends with a wait for the disk: this many documents share one. */
const WRITTEN_AT_ONCE = 32;

/** Documents to digests, in worker threads; what is remembered by content is not analysed again. */
export function createAnalyseStep({ pool, cache, language }: AnalyseTools) {
  return defineStep({
    name: 'analyse',
    needs: ['documents', 'skippedFiles'],
    makes: ['documents', 'skippedFiles', 'digests'],
    async run({ documents, skippedFiles }, { signal, report }) {
      const remembered = await cache.read(documents.map((document) => keyOf(document, language)));
      let done = 0;
      const finished = (item: string, outcome: 'made' | 'reused') => {
        done += 1;
        report({ type: 'step-progress', step: 'analyse', done, total: documents.length, item, outcome });
      };
      const fresh: [DigestKey, DocumentDigest][] = [];
      const work = pMap(
        documents,
        async (document, index): Promise<DigestedDocument | SkippedDocument> => {
          const { name, format, text } = document;
          const known = remembered[index];
          if (known !== undefined) {
            finished(name, 'reused');
            return { ...known, document };
          }
          const job: DigestJob = { format, text, ...(language === undefined ? {} : { language }) };
          const digest = await pool.run(job, { signal, name }).catch((error: unknown) => {
            if (GlossaryError.is(error, 'analysis/failed')) return error;
            throw error;
          });
          if (digest instanceof GlossaryError) {
            finished(name, 'made');
            return { document, failure: digest };
          }
          fresh.push([keyOf(document, language), digest]);
          if (fresh.length >= WRITTEN_AT_ONCE) await cache.write(fresh.splice(0));
          finished(name, 'made');
          return { ...digest, document };
        },
        { concurrency: IN_FLIGHT, signal },
      );
      let outcomes: (DigestedDocument | SkippedDocument)[];
      try {
        outcomes = await work;
      } catch (error) {
        // Whoever stopped it finds what was analysed; a write that fails must not hide why it stopped.
        await cache.write(fresh.splice(0)).catch(() => undefined);
        throw error;
      }
      await cache.write(fresh);
      // The steps after this one need the memory more than a later build needs warm threads.
      await pool.rest();
      const { digests, skipped } = parted(outcomes);
      for (const file of skipped) report({ type: 'document-skipped', ...file });
      const made = {
        documents: digests.map(({ document }) => document),
        skippedFiles: [...skippedFiles, ...skipped],
        digests,
      };
      return { made, count: digests.length };
    },
  });
}

interface SkippedDocument {
  readonly document: Document;
  readonly failure: GlossaryError<'analysis/failed'>;
}

/**
 * What could be analysed, and what not: one document that no thread survives must not cost people the glossary of all
 * others.
 *
 * @throws the failure of the first document, where there is no other.
 */
function parted(outcomes: readonly (DigestedDocument | SkippedDocument)[]) {
  const digests: DigestedDocument[] = [];
  const skipped: SkippedFile[] = [];
  for (const outcome of outcomes) {
    if (!('failure' in outcome)) digests.push(outcome);
    else {
      const { why } = outcome.failure.details;
      skipped.push({ name: outcome.document.name, reason: 'unanalysable', detail: why });
    }
  }
  const [first] = outcomes;
  if (digests.length === 0 && first !== undefined && 'failure' in first) throw first.failure;
  return { digests, skipped };
}

function keyOf({ contentHash, format }: Document, language: LanguageTag | undefined): DigestKey {
  return { contentHash, maker: digestMaker({ format, ...(language === undefined ? {} : { language }) }) };
}
