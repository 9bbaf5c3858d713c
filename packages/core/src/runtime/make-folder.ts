import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing, and answers which it made, the topmost first. Where one cannot be
 * made, none is left.
 *
 * Not `mkdir` with `recursive`: where a file system answers that there is no such folder though the one above it stands
 * (`/proc`), Node tries the two in turn for ever, in a thread that no signal ends.
 *
 * @throws what the file system says
 */
export function makeFolder(path: string, { mode }: { readonly mode?: number } = {}): readonly string[] {
  const made: string[] = [];
  try {
    for (const folder of missingFolders(path)) {
      if (makeOne(folder, mode)) made.push(folder);
    }
    return made;
  } catch (error) {
    removeFolders(made);
    throw error;
  }
}

/** Takes back what `makeFolder` made, as far as nobody has put anything into it. */
export function removeFolders(made: readonly string[]): void {
  for (const folder of made.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/** The topmost first. */
function missingFolders(path: string): string[] {
  const missing: string[] = [];
  for (let folder = path; !isFolder(folder) && dirname(folder) !== folder; folder = dirname(folder)) {
    missing.unshift(folder);
  }
  return missing;
}

/** Whether it was made here: another process may be first. */
function makeOne(folder: string, mode: number | undefined): boolean {
  try {
    mkdirSync(folder, { mode });
    return true;
  } catch (error) {
    if (isFolder(folder)) return false;
    throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
