import { createHash } from 'node:crypto';

/** SHA-256 (hex) of a text in UTF-8: the same on every machine; answers "has this document changed?". */
export function contentHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A short stable id (16 hex digits, 64 bits) from the parts that name a thing. */
export function stableId(...parts: readonly string[]): string {
  return contentHash(parts.join('\u0000')).slice(0, 16);
}
