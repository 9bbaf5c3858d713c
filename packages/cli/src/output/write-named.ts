import { readFile, stat, writeFile } from 'node:fs/promises';
import { GlossaryError, writeFailure } from '@genglossary/core';

/**
 * Writes one file that somebody named. What stands there already is written over only where it is such a file itself:
 * a slip in a name costs nobody a document.
 *
 * @throws `export/not-ours` · `export/unwritable` · `storage/disk-full`
 */
export async function writeNamed(
  path: string,
  content: string | Uint8Array,
  { isSuch, force = false }: { readonly isSuch: (there: Uint8Array) => boolean; readonly force?: boolean },
): Promise<void> {
  try {
    const there = force ? undefined : await contentOf(path);
    if (there !== undefined && there.length > 0 && !isSuch(there)) {
      throw new GlossaryError('export/not-ours', `${path} is there already, and genglossary did not write it.`, {
        details: { path },
      });
    }
    await writeFile(path, content);
  } catch (cause) {
    throw writeFailure(cause, path);
  }
}

/** Of a file; a pipe or a device holds nothing that could be lost. */
async function contentOf(path: string): Promise<Uint8Array | undefined> {
  const found = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return found?.isFile() === true ? readFile(path) : undefined;
}
