import type { Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { refusedFile, refusedFolder, type RuleReason } from './file-rules.ts';

export type SkipReason =
  | RuleReason
  | 'unsupported-format'
  | 'too-large'
  | 'too-many'
  | 'binary'
  | 'undecodable'
  /** Its bytes are not, or not wholly, those of a file of its format. */
  | 'damaged'
  /** It is protected by a password. */
  | 'encrypted'
  | 'outside-root'
  | 'symlink-loop'
  | 'unreadable'
  | 'empty'
  | 'excluded'
  /** A glossary that this product wrote. */
  | 'exported'
  | 'duplicate'
  /** It was read, but its analysis failed: a fault of the tool. */
  | 'unanalysable';

/** A file or folder that was not read, and why. A folder stands for all that is in it. */
export interface SkippedFile {
  readonly name: string;
  readonly reason: SkipReason;
  readonly detail?: string;
}

/** A file that may be read. `name` is relative to the folder it was found from. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
}

export interface WalkOptions {
  /** Whether a file or folder of this name (relative, POSIX) is to be left out. */
  readonly isExcluded: (name: string) => boolean;
  readonly signal: AbortSignal | undefined;
}

/**
 * All files under a folder, in the order of their names, and what was refused on the way. A symbolic link is followed
 * where its real path is inside the folder and was not seen on the way to it; it never leads out. A folder that
 * cannot be read, or disappears, is reported and the walk goes on.
 */
export async function* walkFolder(root: string, options: WalkOptions): AsyncGenerator<FoundFile | SkippedFile> {
  let realRoot: string;
  try {
    realRoot = await realpath(root);
  } catch (error) {
    yield { name: basename(root), reason: 'unreadable', detail: whyUnreadable(error) };
    return;
  }
  yield* walk({ path: root, name: '', ancestors: [realRoot] }, realRoot, options);
}

interface Folder {
  readonly path: string;
  readonly name: string;
  /** Real paths of the folder and of those it was reached through. */
  readonly ancestors: readonly string[];
}

async function* walk(folder: Folder, realRoot: string, options: WalkOptions): AsyncGenerator<FoundFile | SkippedFile> {
  options.signal?.throwIfAborted();
  let entries: string[];
  try {
    entries = await readdir(folder.path);
  } catch (error) {
    yield {
      name: folder.name === '' ? basename(folder.path) : folder.name,
      reason: 'unreadable',
      detail: whyUnreadable(error),
    };
    return;
  }
  for (const entry of entries.toSorted(byCodeUnits)) {
    options.signal?.throwIfAborted();
    const name = folder.name === '' ? entry.normalize('NFC') : `${folder.name}/${entry.normalize('NFC')}`;
    yield* visit({ path: join(folder.path, entry), name, ancestors: folder.ancestors }, realRoot, options);
  }
}

async function* visit(item: Folder, realRoot: string, options: WalkOptions): AsyncGenerator<FoundFile | SkippedFile> {
  const { path, name } = item;
  if (options.isExcluded(name)) {
    yield { name, reason: 'excluded' };
    return;
  }
  const entryName = basename(name);
  let status: Stats;
  let real: string | undefined;
  try {
    status = await lstat(path);
    if (status.isSymbolicLink()) {
      real = await realpath(path);
      status = await stat(path);
    }
  } catch (error) {
    const reason = refusedFile(entryName) ?? (codeOf(error) === 'ELOOP' ? 'symlink-loop' : 'unreadable');
    yield { name, reason, detail: whyUnreadable(error) };
    return;
  }
  const refused = status.isDirectory() ? refusedFolder(entryName) : refusedFile(entryName);
  if (refused !== undefined) {
    yield { name, reason: refused };
    return;
  }
  if (real !== undefined) {
    if (!isInside(realRoot, real)) {
      yield { name, reason: 'outside-root' };
      return;
    }
    const hidden = refusedOnTheWay(relative(realRoot, real), status.isDirectory());
    if (hidden !== undefined) {
      yield { name, reason: hidden };
      return;
    }
  }
  if (status.isDirectory()) {
    const realFolder = real ?? join(item.ancestors.at(-1) ?? path, basename(path));
    if (item.ancestors.includes(realFolder)) yield { name, reason: 'symlink-loop' };
    else yield* walk({ path, name, ancestors: [...item.ancestors, realFolder] }, realRoot, options);
  } else if (status.isFile()) yield { path, name, size: status.size };
  else yield { name, reason: 'unsupported-format', detail: 'not a regular file' };
}

/** A link must not lead to what would be refused under its own name. */
function refusedOnTheWay(path: string, isDirectory: boolean): RuleReason | undefined {
  const parts = path.split(sep).filter((part) => part !== '');
  const last = parts.length - 1;
  for (const [index, part] of parts.entries()) {
    const refused = index === last && !isDirectory ? refusedFile(part) : refusedFolder(part);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/u.test(way));
}

/** Order by UTF-16 code units: the same on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Why a file system refused, in words without paths. */
export function whyUnreadable(error: unknown): string {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'ENOENT':
      return 'it no longer exists';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
      return 'a part of its path is a file';
    case 'ELOOP':
      return 'a symbolic link that leads to itself';
    default:
      return codeOf(error) || 'it cannot be read';
  }
}
