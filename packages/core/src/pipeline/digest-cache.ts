import type { DocumentDigest } from './artifacts.ts';

/** What a digest depends on, and nothing else. */
export interface DigestKey {
  readonly contentHash: string;
  /** Everything beside the text that makes the digest: see `digestMaker`. */
  readonly maker: string;
}

/** Remembers digests between runs. */
export interface DigestCache {
  /** In the order of the keys; `undefined` where nothing is remembered. */
  read(keys: readonly DigestKey[]): Promise<readonly (DocumentDigest | undefined)[]>;
  write(entries: readonly (readonly [DigestKey, DocumentDigest])[]): Promise<void>;
}

/** A digest as it was written; `undefined` where the writing is damaged, so that it is made and written anew. */
export function parseDigest(payload: string): DocumentDigest | undefined {
  let parsed: Partial<DocumentDigest> | null;
  try {
    parsed = JSON.parse(payload);
  } catch {
    return undefined;
  }
  const lists = [parsed?.sentences, parsed?.definingSentences, parsed?.statedRelations, parsed?.mentions?.languages];
  const isWhole =
    typeof parsed?.language === 'string' && typeof parsed.prose?.text === 'string' && lists.every(Array.isArray);
  // The key names the version of everything that made it: what is whole has the shape of this version.
  return isWhole ? (parsed as DocumentDigest) : undefined;
}

/** A cache that remembers nothing. */
export const noDigestCache: DigestCache = {
  read: (keys) => Promise.resolve(keys.map(() => undefined)),
  write: () => Promise.resolve(),
};
