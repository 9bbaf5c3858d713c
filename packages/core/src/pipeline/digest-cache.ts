import type { DocumentDigest } from './artifacts.ts';

/** What a digest depends on, and nothing else. */
export interface DigestKey {
  readonly contentHash: string;
  /** Everything beside the text that makes the digest: version, format, given language. */
  readonly maker: string;
}

/** Remembers digests between runs. */
export interface DigestCache {
  /** In the order of the keys; `undefined` where nothing is remembered. */
  read(keys: readonly DigestKey[]): Promise<readonly (DocumentDigest | undefined)[]>;
  write(entries: readonly (readonly [DigestKey, DocumentDigest])[]): Promise<void>;
}

/** A cache that remembers nothing. */
export const noDigestCache: DigestCache = {
  read: (keys) => Promise.resolve(keys.map(() => undefined)),
  write: () => Promise.resolve(),
};
