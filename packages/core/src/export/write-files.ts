import { createHash } from 'node:crypto';
import { lstat, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Glossary } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { Exporter, ExportOptions } from './exporter.ts';
import { type FileManifest, manifestName, manifestText, readManifest } from './file-manifest.ts';
import { makeAside } from './make-aside.ts';
import { writeFailure } from './write-failure.ts';

export interface WriteFilesOptions {
  /** Made where it does not exist. */
  readonly directory: string;
  /** Overwrite files that this product did not write or that were changed since. Default `false`. */
  readonly force?: boolean;
}

export interface WriteExportsOptions extends ExportOptions, WriteFilesOptions {
  /** Each writes `glossary` with its extension. */
  readonly formats: readonly Exporter[];
}

/** A file to be written: a name without a folder, and its text in pieces. */
export interface NewFile {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** One exported file. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes a glossary in several formats into one folder, as `writeFiles` does. @throws as `writeFiles` */
export function writeExports(glossary: Glossary, options: WriteExportsOptions): Promise<readonly WrittenFile[]> {
  const files = [...new Set(options.formats)].map((format) => {
    return { name: `glossary${format.fileExtension}`, pieces: format.write(glossary, options) };
  });
  return writeFiles(files, options);
}

/**
 * Writes exported files into one folder. All files are first written aside, in a temporary folder beside
 * their places, and then renamed into them: whoever reads them sees whole files, and a failure leaves the old ones.
 *
 * A file that already stands there is overwritten only while it is exactly what was written last time (the folder's
 * manifest, `.genglossary.json`, remembers) or what would be written now. So the work of people is safe, and so is
 * a glossary that somebody corrected by hand. The manifest names old and new contents while files are being renamed:
 * a crash in between leaves nothing that the next export would take for somebody else's.
 *
 * @throws `export/not-ours`, `export/unwritable`, `storage/disk-full`; then no file was changed, unless the last
 * renaming itself failed.
 */
export async function writeFiles(
  given: readonly NewFile[],
  { directory, force = false }: WriteFilesOptions,
): Promise<readonly WrittenFile[]> {
  let aside: string | undefined;
  try {
    ({ aside } = await makeAside(directory));
    const before = await readManifest(directory, { force });

    const files: (WrittenFile & { readonly name: string })[] = [];
    for (const { name, pieces } of given) {
      const written = await writePieces(join(aside, name), pieces);
      files.push({ name, path: join(directory, name), ...written });
    }

    const during = new Map(before);
    const after = new Map(before);
    for (const { name, path, sha256 } of files) {
      const known = new Set([...(before.get(name) ?? []), sha256]);
      const current = await hashOfFile(path);
      if (current !== undefined && !known.has(current) && !force) throw notOurs(path);
      during.set(name, [...new Set([...(current === undefined ? [] : [current]), sha256])]);
      after.set(name, [sha256]);
    }
    await writeManifest(directory, aside, during);
    for (const { name, path } of files) await rename(join(aside, name), path);
    await writeManifest(directory, aside, after);
    return files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  } catch (error) {
    throw writeFailure(error, directory);
  } finally {
    if (aside !== undefined) await rm(aside, { recursive: true, force: true });
  }
}

async function writePieces(path: string, pieces: Iterable<string>): Promise<{ bytes: number; sha256: string }> {
  await using file = await open(path, 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  for (const chunk of chunksOf(pieces)) {
    hash.update(chunk);
    await file.writeFile(chunk);
    bytes += chunk.byteLength;
  }
  await file.sync();
  return { bytes, sha256: hash.digest('hex') };
}

/** Pieces of about one entry, gathered so that the file system is not asked once for each. */
function* chunksOf(pieces: Iterable<string>): Iterable<Buffer> {
  const enough = 65_536;
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < enough) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  yield Buffer.from(text, 'utf8');
}

async function writeManifest(directory: string, aside: string, manifest: FileManifest): Promise<void> {
  const path = join(aside, manifestName);
  await writePieces(path, [manifestText(manifest)]);
  await rename(path, join(directory, manifestName));
}

/** The hash of a regular file; of nothing, `undefined`; anything else has no hash that could be known. */
async function hashOfFile(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  return found.isFile()
    ? createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
    : '';
}

function notOurs(path: string): GlossaryError {
  const message = `${path} was not written by an export, or was changed since.`;
  return new GlossaryError('export/not-ours', message, { details: { path } });
}
