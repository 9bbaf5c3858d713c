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
  return new GlossaryError('export/unwritable', `${path} cannot be written: ${cause.message}`, {
    details: { path, why: cause.code },
    cause,
  });
}

/** An error of the operating system; Node's own (`ERR_…`) are faults of the program. */
function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E(?!RR_)/u.test(error.code);
}
