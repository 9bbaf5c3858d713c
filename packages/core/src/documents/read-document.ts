import { open } from 'node:fs/promises';
import { isOwnExport } from '../text/export-mark.ts';
import type { DecodedText, UndecodableBytes } from './decode.ts';
import { decodeDocument } from './decode-document.ts';
import type { FormatName } from './formats/index.ts';
import { codeOf, type SkipReason, whyUnreadable } from './walk-folder.ts';

export interface RefusedDocument {
  readonly kind: 'refused';
  readonly reason: SkipReason;
  readonly detail: string;
}

/** Reads and decodes one file; what is wrong with it is an outcome, not an error. Reads at most `maxBytes` bytes. */
export async function readDocument(
  path: string,
  options: { readonly format: FormatName; readonly maxBytes: number; readonly signal: AbortSignal | undefined },
): Promise<DecodedText | UndecodableBytes | RefusedDocument> {
  let bytes: Uint8Array;
  try {
    bytes = await readBounded(path, options.maxBytes);
  } catch (error) {
    return {
      kind: 'refused',
      reason: codeOf(error) === 'ELOOP' ? 'symlink-loop' : 'unreadable',
      detail: whyUnreadable(error),
    };
  }
  options.signal?.throwIfAborted();
  if (bytes.length > options.maxBytes)
    return { kind: 'refused', reason: 'too-large', detail: 'it grew while it was read' };
  const decoded = await decodeDocument(options.format, bytes);
  if (decoded.kind === 'text' && decoded.text.trim() === '') {
    return { kind: 'refused', reason: 'empty', detail: 'nothing but white space' };
  }
  if (decoded.kind === 'text' && isOwnExport(decoded.text)) {
    return { kind: 'refused', reason: 'exported', detail: 'a glossary that genglossary wrote' };
  }
  return decoded;
}

/** The bytes of a file, but never more than one byte over the limit, even if the file grows meanwhile. */
async function readBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const buffer = Buffer.allocUnsafe(Math.min(size, maxBytes) + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}
