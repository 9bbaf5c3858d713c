import { GlossaryError } from '../errors/glossary-error.ts';

/**
 * What it means that writing below `path` failed: a coded error for what the file system refused, anything else as it is.
 * `storage/disk-full` for a full disk or quota, `export/unwritable` otherwise.
 */
export function writeFailure(cause: unknown, path: string): unknown {
  if (!isSystemError(cause)) return cause;
  if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') {
    return new GlossaryError('storage/disk-full', `The disk is full; nothing was written to ${path}.`, {
      details: { path },
      cause,
    });
  }
  const why = WHY[cause.code] ?? cause.message;
  return new GlossaryError('export/unwritable', `${path} cannot be written: ${why}.`, {
    details: { path, why: cause.code },
    cause,
  });
}

/** What the file system said, in words. */
const WHY: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EEXIST: 'a file stands where a folder would have to be',
  EISDIR: 'it is a folder',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a part of its path is a file',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
};

/** An error of the operating system; Node's own (`ERR_…`) are faults of the program. */
function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E(?!RR_)/u.test(error.code);
}
