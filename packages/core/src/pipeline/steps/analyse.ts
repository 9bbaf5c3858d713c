import pMap from 'p-map';
import type { AnalysisPool } from '../../analysis/pool.ts';
import type { Document, LanguageTag } from '../../domain/index.ts';
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
    needs: ['documents'],
    makes: ['digests'],
    async run({ documents }, { signal, report }) {
      const remembered = await cache.read(documents.map((document) => keyOf(document, language)));
      let done = 0;
      const finished = (item: string, outcome: 'made' | 'reused') => {
        done += 1;
        report({ type: 'step-progress', step: 'analyse', done, total: documents.length, item, outcome });
      };
      const fresh: [DigestKey, DocumentDigest][] = [];
      const work = pMap(
        documents,
        async (document, index): Promise<DigestedDocument> => {
          const { name, format, text } = document;
          const known = remembered[index];
          if (known !== undefined) {
            finished(name, 'reused');
            return { ...known, document };
          }
          const job: DigestJob = { format, text, ...(language === undefined ? {} : { language }) };
          const digest = await pool.run(job, { signal, name });
          fresh.push([keyOf(document, language), digest]);
          if (fresh.length >= WRITTEN_AT_ONCE) await cache.write(fresh.splice(0));
          finished(name, 'made');
          return { ...digest, document };
        },
        { concurrency: IN_FLIGHT, signal },
      );
      let digests: DigestedDocument[];
      try {
        digests = await work;
      } catch (error) {
        // Whoever stopped it finds what was analysed; a write that fails must not hide why it stopped.
        await cache.write(fresh.splice(0)).catch(() => undefined);
        throw error;
      }
      await cache.write(fresh);
      // The steps after this one need the memory more than a later build needs warm threads.
      await pool.rest();
      return { made: { digests }, count: digests.length };
    },
  });
}

function keyOf({ contentHash, format }: Document, language: LanguageTag | undefined): DigestKey {
  return { contentHash, maker: digestMaker({ format, ...(language === undefined ? {} : { language }) }) };
}
