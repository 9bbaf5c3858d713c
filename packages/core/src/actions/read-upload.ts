import { decodeDocument } from '../documents/decode-document.ts';
import { documentIdOf } from '../documents/document-id.ts';
import { validateDocumentName } from '../documents/document-name.ts';
import { refusedFile, refusedFolder } from '../documents/file-rules.ts';
import { type FormatName, formatOf, unsupported } from '../documents/formats/index.ts';
import { MAX_DOCUMENT_BYTES } from '../documents/load-documents.ts';
import type { Document, UploadItem, UploadRejection } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { isOwnExport } from '../text/export-mark.ts';
import { contentHash } from '../text/content-hash.ts';

export interface RejectedUpload {
  readonly reason: UploadRejection;
  readonly detail: string;
}

/** The document that an uploaded file is, or why it is none. */
export async function readUpload({ name, content }: UploadItem): Promise<Document | RejectedUpload> {
  let valid: string;
  try {
    valid = validateDocumentName(name);
  } catch (error) {
    if (!GlossaryError.is(error, 'document/invalid-name')) throw error;
    return { reason: 'invalid-name', detail: `The name ${error.details.why}.` };
  }
  const segments = valid.split('/');
  const refused = segments.slice(0, -1).map(refusedFolder).find(Boolean) ?? refusedFile(segments.at(-1) ?? '');
  if (refused !== undefined) return { reason: refused, detail: WHY[refused] };
  const format = formatOf(valid);
  if (format === undefined) {
    const { reason, detail = 'no format reads files of this name' } = unsupported(valid);
    return { reason, detail: sentence(detail) };
  }
  const read = await readContent(format, content);
  if ('reason' in read) return read;
  const { text, encoding } = read;
  return {
    id: documentIdOf(valid),
    name: valid,
    format,
    encoding,
    contentHash: contentHash(text),
    text,
  };
}

/**
 * Decodes what was handed in for a document of a format. Text is taken as it is, without its byte order mark: as that
 * which the bytes would come to.
 */
export async function readContent(
  format: FormatName,
  content: string | Uint8Array,
): Promise<Pick<Document, 'text' | 'encoding'> | RejectedUpload> {
  const size = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  if (size > MAX_DOCUMENT_BYTES) {
    return { reason: 'too-large', detail: `It has ${size} bytes; at most ${MAX_DOCUMENT_BYTES} are taken.` };
  }
  const read = typeof content === 'string' ? readText(content) : await readBytes(format, content);
  if ('reason' in read) return read;
  if (isOwnExport(read.text)) {
    return {
      reason: 'exported',
      detail: 'It is a glossary that was exported from here; documents are what it is made of.',
    };
  }
  if (read.text.trim() !== '') return read;
  return { reason: 'empty', detail: 'There is nothing but white space in it.' };
}

async function readBytes(
  format: FormatName,
  bytes: Uint8Array,
): Promise<Pick<Document, 'text' | 'encoding'> | RejectedUpload> {
  const decoded = await decodeDocument(format, bytes);
  if (decoded.kind === 'refused') return { reason: decoded.reason, detail: sentence(decoded.detail) };
  return { text: decoded.text, encoding: decoded.encoding };
}

function sentence(detail: string): string {
  return `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`;
}

function readText(text: string): Pick<Document, 'text' | 'encoding'> | RejectedUpload {
  if (!text.isWellFormed()) return { reason: 'undecodable', detail: 'It is not valid Unicode.' };
  if (text.includes('\0')) return { reason: 'binary', detail: 'It has zero characters.' };
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, encoding: 'utf-8' };
}

const WHY = {
  secret: 'Files of this name often hold secrets.',
  'version-control': 'It belongs to a version control system.',
  dependencies: 'It belongs to the dependencies of a program.',
  hidden: 'Its name says that it is hidden.',
} as const;
