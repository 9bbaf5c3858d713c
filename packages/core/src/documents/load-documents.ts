import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, matchesGlob, resolve } from 'node:path';
import type { Document } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { contentHash } from '../text/content-hash.ts';
import { documentIdOf } from './document-id.ts';
import { refusedFile } from './file-rules.ts';
import { formatOf, unsupported } from './formats/index.ts';
import { readDocument } from './read-document.ts';
import { byCodeUnits, codeOf, type FoundFile, type SkippedFile, walkFolder, whyUnreadable } from './walk-folder.ts';

export type { SkippedFile, SkipReason } from './walk-folder.ts';

export interface LoadProgress {
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

export interface LoadOptions {
  readonly signal?: AbortSignal;
  /** Larger files are skipped. 10 MiB unless told. */
  readonly maxBytes?: number;
  /** Files beyond this number, in the order of names, are skipped. 100,000 unless told. */
  readonly maxFiles?: number;
  /** Glob patterns of names to leave out; a pattern without a slash is matched at any depth. */
  readonly exclude?: readonly string[];
  /** Called after each file, in no particular order. */
  readonly onFile?: (progress: LoadProgress) => void;
}

export interface LoadedDocuments {
  /** Sorted by name (code units). */
  readonly documents: readonly Document[];
  /** Sorted by name (code units). */
  readonly skipped: readonly SkippedFile[];
}

/** Of one document, wherever it comes from. */
export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;
const MAX_FILES = 100_000;
const PARALLEL_READS = 16;

/**
 * Reads files and folders. Every file that is not read is in `skipped` with the reason; only a path that was named
 * and does not exist is an error. The outcome does not depend on the order of paths or of the file system.
 *
 * @throws `document/not-found` for a named path that does not exist; the reason of `signal` once it is aborted.
 */
export async function loadDocuments(paths: readonly string[], options: LoadOptions = {}): Promise<LoadedDocuments> {
  const { signal, maxBytes = MAX_DOCUMENT_BYTES } = options;
  const found = await listSourceFiles(paths, options);
  const skipped = [...found.skipped];
  const documents: Document[] = [];
  let next = 0;
  let done = 0;
  const named = found.files;
  const work = async (): Promise<void> => {
    for (let index = next++; index < named.length; index = next++) {
      signal?.throwIfAborted();
      const file = named[index];
      if (file === undefined) return;
      const format = formatOf(file.name) ?? 'text';
      const outcome = await readDocument(file.path, { format, maxBytes, signal });
      if (outcome.kind === 'refused') skipped.push({ name: file.name, reason: outcome.reason, detail: outcome.detail });
      else {
        documents.push({
          id: documentIdOf(file.name),
          name: file.name,
          format,
          encoding: outcome.encoding,
          contentHash: contentHash(outcome.text),
          text: outcome.text,
        });
      }
      done += 1;
      options.onFile?.({ name: file.name, done, total: named.length });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_READS }, work));
  return {
    documents: documents.toSorted((a, b) => byCodeUnits(a.name, b.name)),
    skipped: skipped.toSorted((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.reason, b.reason)),
  };
}

/**
 * Whether `loadDocuments` would find a document, found out without reading more than it has to: for who must not
 * begin anything where there is nothing to begin with.
 *
 * @throws as `loadDocuments` · `document/none`
 */
export async function checkSources(paths: readonly string[], options: Omit<LoadOptions, 'onFile'> = {}): Promise<void> {
  const { signal, maxBytes = MAX_DOCUMENT_BYTES } = options;
  const { files, skipped } = await listSourceFiles(paths, options);
  for (const { path, name } of files) {
    if ((await readDocument(path, { format: formatOf(name) ?? 'text', maxBytes, signal })).kind === 'text') return;
  }
  throw nothingRead(paths, skipped.length + files.length);
}

export function nothingRead(paths: readonly string[], skipped: number): GlossaryError {
  return new GlossaryError('document/none', `Nothing could be read in ${paths.join(', ')}.`, { details: { skipped } });
}

/**
 * The files that `loadDocuments` would read, by unique names, without reading them; and those that it would not, with
 * the reason. Both sorted by name (code units).
 *
 * @throws as `loadDocuments`
 */
export async function listSourceFiles(
  paths: readonly string[],
  options: Omit<LoadOptions, 'onFile'> = {},
): Promise<{ readonly files: readonly FoundFile[]; readonly skipped: readonly SkippedFile[] }> {
  const { signal, maxBytes = MAX_DOCUMENT_BYTES, maxFiles = MAX_FILES } = options;
  signal?.throwIfAborted();
  const skipped: SkippedFile[] = [];
  const files: FoundFile[] = [];
  const seenPaths = new Set<string>();
  for await (const file of findFiles(paths, options)) {
    if ('reason' in file) skipped.push(file);
    else if (formatOf(file.name) === undefined) skipped.push({ name: file.name, ...unsupported(file.name) });
    else if (file.size > maxBytes) skipped.push({ name: file.name, reason: 'too-large', detail: `${file.size} bytes` });
    else if (!seenPaths.has(resolve(file.path))) {
      seenPaths.add(resolve(file.path));
      files.push(file);
    }
  }
  files.sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.path, b.path));
  for (const file of files.splice(maxFiles)) skipped.push({ name: file.name, reason: 'too-many' });
  return { files: uniqueNames(files), skipped: skipped.toSorted((a, b) => byCodeUnits(a.name, b.name)) };
}

async function* findFiles(paths: readonly string[], options: LoadOptions): AsyncGenerator<FoundFile | SkippedFile> {
  const patterns = options.exclude ?? [];
  const isExcluded = (name: string): boolean =>
    patterns.some(
      (pattern) => matchesGlob(name, pattern) || (!pattern.includes('/') && matchesGlob(basename(name), pattern)),
    );
  const seen = new Set<string>();
  for (const path of [...new Set(paths)].toSorted(byCodeUnits)) {
    options.signal?.throwIfAborted();
    const found = await statusOf(path);
    if (found === undefined) {
      yield { name: basename(path).normalize('NFC'), reason: 'unreadable', detail: 'permission denied' };
    } else if (found.status.isDirectory()) {
      if (seen.has(found.real)) continue;
      seen.add(found.real);
      yield* walkFolder(path, { isExcluded, signal: options.signal });
    } else {
      const name = basename(path).normalize('NFC');
      const refused = refusedFile(name) ?? refusedFile(basename(found.real));
      if (isExcluded(name)) yield { name, reason: 'excluded' };
      else if (refused !== undefined) yield { name, reason: refused };
      else if (!found.status.isFile()) yield { name, reason: 'unsupported-format', detail: 'not a regular file' };
      else yield { path, name, size: found.status.size };
    }
  }
}

async function statusOf(path: string): Promise<{ readonly status: Stats; readonly real: string } | undefined> {
  try {
    return { status: await stat(path), real: await realpath(path) };
  } catch (error) {
    if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM') return undefined;
    const why = codeOf(error) === 'ENOENT' ? '' : ` (${whyUnreadable(error)})`;
    throw new GlossaryError('document/not-found', `There is no file or folder at ${path}${why}.`, {
      details: { path },
      cause: error,
    });
  }
}

/**
 * Gives each file a name of its own. The same file reached twice (by name and through its folder) is one document;
 * different files of one name get the name of their folder before it, then a number.
 */
function uniqueNames(files: readonly FoundFile[]): FoundFile[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  for (const { name } of files) counts.set(name, (counts.get(name) ?? 0) + 1);
  return files.map((file) => {
    let name = file.name;
    if ((counts.get(name) ?? 0) > 1) name = `${basename(rootOf(file)).normalize('NFC') || 'root'}/${file.name}`;
    for (let number = 2; taken.has(name); number += 1) name = `${number}/${file.name}`;
    taken.add(name);
    return { ...file, name };
  });
}

/** The folder that a file's name is relative to. */
function rootOf(file: FoundFile): string {
  let root = file.path;
  for (const _ of file.name.split('/')) root = dirname(root);
  return root;
}
