import type { Document } from '../src/domain/index.ts';
import type { DocumentDigest } from '../src/pipeline/artifacts.ts';
import { openStorage } from '../src/storage/kysely/open-storage.ts';

/** What the database needs to keep documents and their analyses. */
export interface StorageFigures {
  /** UTF-8 bytes of the documents' texts. */
  readonly textBytes: number;
  readonly documentSeconds: number;
  /** UTF-8 bytes of the analyses before they are compressed. */
  readonly analysisBytes: number;
  readonly analysisSeconds: number;
}

/** Writes documents in one transaction, and the analyses 32 at a time as a build does, into a new SQLite file. */
export async function benchStorage(
  documents: readonly Document[],
  digests: readonly DocumentDigest[],
  { path, now }: { readonly path: string; readonly now: () => number },
): Promise<StorageFigures> {
  await using storage = await openStorage({ path });
  const project = await storage.projects.ensure('bench');
  const started = now();
  await storage.documents.replaceAll(project.id, documents);
  const kept = now();
  let analysisBytes = 0;
  for (let from = 0; from < digests.length; from += 32) {
    const entries = digests.slice(from, from + 32).map((digest, index) => ({
      contentHash: documents[from + index]?.contentHash ?? '',
      analyzer: 'bench',
      payload: JSON.stringify(digest),
    }));
    for (const { payload } of entries) analysisBytes += Buffer.byteLength(payload);
    await storage.analyses.put(entries);
  }
  return {
    textBytes: documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    documentSeconds: (kept - started) / 1000,
    analysisBytes,
    analysisSeconds: (now() - kept) / 1000,
  };
}
