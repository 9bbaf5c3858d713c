import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, removeFolders } from '../runtime/make-folder.ts';
import { writeFailure } from './write-failure.ts';

/**
 * Finds out by doing whether files can be written into a folder, and leaves everything as it was: asked before work
 * that takes long, so that nobody hears of it only afterwards.
 *
 * @throws `export/unwritable`, `storage/disk-full`
 */
export async function checkFolder(directory: string): Promise<void> {
  let made: readonly string[] = [];
  try {
    made = makeFolder(directory);
    await rm(await mkdtemp(join(directory, '.genglossary-')), { recursive: true });
  } catch (error) {
    throw writeFailure(error, directory);
  } finally {
    removeFolders(made);
  }
}
