import { rm } from 'node:fs/promises';
import { removeFolders } from '../runtime/make-folder.ts';
import { makeAside } from './make-aside.ts';
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
    const tried = await makeAside(directory);
    ({ made } = tried);
    await rm(tried.aside, { recursive: true });
  } catch (error) {
    throw writeFailure(error, directory);
  } finally {
    removeFolders(made);
  }
}
