import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../runtime/make-folder.ts';

/** How often somebody else may take the folder away just now. */
const MOST_TRIES = 5;

/**
 * A temporary folder within the one to write to, and the folders that were made for it. Another build that only tries
 * whether it can write there takes away what it made, maybe before this one has put anything into it.
 */
export async function makeAside(
  directory: string,
): Promise<{ readonly aside: string; readonly made: readonly string[] }> {
  for (let tries = 1; ; tries += 1) {
    const made = makeFolder(directory);
    try {
      return { aside: await mkdtemp(join(directory, '.genglossary-')), made };
    } catch (error) {
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isGone || tries === MOST_TRIES) throw error;
    }
  }
}
