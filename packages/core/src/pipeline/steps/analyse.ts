import pMap from 'p-map';
import type { AnalysisPool } from '../../analysis/pool.ts';
import type { Document, LanguageTag } from '../../domain/index.ts';
import type { DigestedDocument, DocumentDigest } from '../artifacts.ts';
import type { DigestCache, DigestKey } from '../digest-cache.ts';
import { DIGEST_VERSION, type DigestJob } from '../digest-document.ts';
import { defineStep } from '../step.ts';

export interface AnalyseTools {
  readonly pool: AnalysisPool<DigestJob, DocumentDigest>;
  readonly cache: DigestCache;
  /** The language of all documents, where a person said it. */
  readonly language?: LanguageTag;
}

/** How many jobs wait at the pool at once: enough to keep it busy, few enough to keep their texts out of memory. */
const IN_FLIGHT = 16;

/** Documents to digests, in worker threads; what is remembered by content is not analysed again. */
export function createAnalyseStep({ pool, cache, language }: AnalyseTools) {
  return defineStep({
    name: 'analyse',
    needs: ['documents'],
    makes: ['digests'],
    async run({ documents }, { signal, report }) {
      const remembered = await cache.read(documents.map((document) => keyOf(document, language)));
      let done = remembered.filter((digest) => digest !== undefined).length;
      const digests = await pMap(
        documents,
        async (document, index): Promise<DigestedDocument> => {
          const known = remembered[index];
          if (known !== undefined) return { ...known, document };
          const { name, format, text } = document;
          const job: DigestJob = { format, text, ...(language === undefined ? {} : { language }) };
          const digest = await pool.run(job, { signal, name });
          await cache.write(keyOf(document, language), digest);
          done += 1;
          report({ type: 'step-progress', step: 'analyse', done, total: documents.length, item: name });
          return { ...digest, document };
        },
        { concurrency: IN_FLIGHT, signal },
      );
      return { made: { digests }, count: digests.length };
    },
  });
}

function keyOf({ contentHash, format }: Document, language: LanguageTag | undefined): DigestKey {
  return { contentHash, maker: [DIGEST_VERSION, format, language ?? 'detected'].join('/') };
}
