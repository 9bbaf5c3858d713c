import { promisify } from 'node:util';
import { constants, deflate, inflate } from 'node:zlib';
import type { Clock } from '../../../runtime/clock.ts';
import type { AnalysisKey, AnalysisStore } from '../../project-stores.ts';
import type { Access } from '../access.ts';
import { batches } from '../batches.ts';

const compress = promisify(deflate);
const decompress = promisify(inflate);

/** As many as Node's thread pool works on at once; more would only hold more in memory. */
const LANES = 4;

/** A text is rarely analysed in more ways at once; what older versions made of it only takes room. */
const ANALYSES_PER_TEXT = 3;

export function analysisStore({ read, write }: Access, clock: Clock): AnalysisStore {
  return {
    async get(keys) {
      const stored = new Map<string, Uint8Array>();
      await read(async (db) => {
        for (const [analyzer, hashes] of Map.groupBy(keys, (key) => key.analyzer)) {
          for (const batch of batches(new Set(hashes.map(({ contentHash }) => contentHash)))) {
            const query = db.selectFrom('analysis').select(['content_hash', 'payload']);
            const rows = await query.where('analyzer', '=', analyzer).where('content_hash', 'in', batch).execute();
            for (const row of rows) stored.set(identity({ contentHash: row.content_hash, analyzer }), row.payload);
          }
        }
      });
      return inLanes(keys, async (key) => {
        const payload = stored.get(identity(key));
        if (payload === undefined) return undefined;
        // What cannot be unpacked any more is not remembered: it is made and stored anew.
        return decompress(payload).then(
          (text) => text.toString('utf8'),
          () => undefined,
        );
      });
    },
    async put(entries) {
      const rows = await inLanes(entries, async ({ contentHash, analyzer, payload }) => {
        const packed = await compress(Buffer.from(payload, 'utf8'), { level: constants.Z_BEST_SPEED });
        return { content_hash: contentHash, analyzer, payload: packed, size: packed.length, stored_at: clock.now() };
      });
      await write(async (db) => {
        for (const batch of batches(rows, ({ size }) => size)) {
          const insert = db.insertInto('analysis').values(batch);
          await insert
            .onConflict((conflict) =>
              conflict.columns(['content_hash', 'analyzer']).doUpdateSet((row) => ({
                payload: row.ref('excluded.payload'),
                size: row.ref('excluded.size'),
                stored_at: row.ref('excluded.stored_at'),
              })),
            )
            .execute();
        }
      });
    },
    prune: ({ maxBytes }) =>
      write(async (db) => {
        const unneeded = await db
          .deleteFrom('analysis')
          .where('content_hash', 'not in', (query) => query.selectFrom('document').select('content_hash'))
          .executeTakeFirst();
        const rows = await db
          .selectFrom('analysis')
          .select(['content_hash', 'analyzer', 'size', 'stored_at'])
          .execute();
        let kept = 0;
        const newestFirst = rows.toSorted(
          (a, b) => b.stored_at - a.stored_at || (rowIdentity(a) < rowIdentity(b) ? -1 : 1),
        );
        const makers = new Map<string, number>();
        const tooMuch = newestFirst.filter(({ content_hash, size }) => {
          const newer = makers.get(content_hash) ?? 0;
          makers.set(content_hash, newer + 1);
          if (newer >= ANALYSES_PER_TEXT) return true;
          kept += size;
          return kept > maxBytes;
        });
        for (const { content_hash, analyzer } of tooMuch) {
          const remove = db.deleteFrom('analysis').where('content_hash', '=', content_hash);
          await remove.where('analyzer', '=', analyzer).execute();
        }
        return Number(unneeded.numDeletedRows) + tooMuch.length;
      }),
  };
}

function identity({ contentHash, analyzer }: AnalysisKey): string {
  return `${contentHash} ${analyzer}`;
}

function rowIdentity(row: { content_hash: string; analyzer: string }): string {
  return identity({ contentHash: row.content_hash, analyzer: row.analyzer });
}

async function inLanes<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  for (let start = 0; start < items.length; start += LANES) {
    results.push(...(await Promise.all(items.slice(start, start + LANES).map(work))));
  }
  return results;
}
