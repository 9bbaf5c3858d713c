import { GlossaryError } from '../errors/glossary-error.ts';

/** Controls, invisible and bidirectional signs, look-alikes of slash and dot, and what Windows refuses in names. */
const FORBIDDEN =
  /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u2044\u2215\u29f8\uff0f\u2024\u00b7\u3002\uff61\uff0e\ufe52\uff3c\u29f5<>:"|?*]/u;
const LONE_SURROGATE = /\p{Cs}/u;
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/iu;
const MAX_SEGMENT_BYTES = 255;
const MAX_NAME_BYTES = 1024;

/**
 * The name under which a document may be kept, in NFC and without empty and `.` segments: a relative POSIX path that
 * cannot leave its folder and that every file system can hold.
 *
 * @throws `document/invalid-name` with the reason.
 */
export function validateDocumentName(name: string): string {
  const normal = name.normalize('NFC');
  const problem = problemOf(normal);
  if (problem !== undefined) throw invalidName(name, problem);
  const segments = normal.split('/').filter((segment) => segment !== '' && segment !== '.');
  const why = segments.length === 0 ? 'is empty' : (segments.map(segmentProblem).find(Boolean) ?? undefined);
  if (why !== undefined) throw invalidName(name, why);
  const valid = segments.join('/');
  if (Buffer.byteLength(valid) > MAX_NAME_BYTES) throw invalidName(name, `is longer than ${MAX_NAME_BYTES} bytes`);
  return valid;
}

function problemOf(name: string): string | undefined {
  if (LONE_SURROGATE.test(name)) return 'is not valid Unicode';
  if (name.startsWith('/')) return 'is an absolute path';
  if (name.includes('\\')) return 'has a backslash';
  if (FORBIDDEN.test(name)) return 'has a character that is invisible, misleading or not allowed in file names';
  return undefined;
}

function segmentProblem(segment: string): string | undefined {
  if (segment === '..') return 'leaves its folder';
  if (/[.\s\p{Z}]$/u.test(segment)) return 'has a part that ends in a space or a dot';
  if (/^[\s\p{Z}]/u.test(segment)) return 'has a part that begins with a space';
  if (DEVICE.test(segment.split('.', 1)[0]?.trimEnd() ?? '')) return 'is the name of a Windows device';
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES) return `has a part longer than ${MAX_SEGMENT_BYTES} bytes`;
  return undefined;
}

function invalidName(name: string, why: string): GlossaryError<'document/invalid-name'> {
  return new GlossaryError('document/invalid-name', `The document name ${JSON.stringify(name.slice(0, 200))} ${why}.`, {
    details: { name, why },
  });
}
