import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { GlossaryError } from '../errors/glossary-error.ts';

/** Stands beside the exported files and remembers what was written, so that nobody else's work is ever overwritten. */
export const manifestName = '.genglossary.json';

const manifestSchema = z.object({
  schema: z.literal('genglossary.files/1'),
  files: z.record(z.string(), z.array(z.string())),
});

/** SHA-256 (hex) of the contents that a file may have to be ours, by file name. */
export type FileManifest = ReadonlyMap<string, readonly string[]>;

/**
 * The manifest of a folder; empty where there is none.
 * @throws `export/not-ours` when a file of that name is something else and `force` is not set.
 */
export async function readManifest(directory: string, options: { readonly force: boolean }): Promise<FileManifest> {
  const path = join(directory, manifestName);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return new Map();
  const result = manifestSchema.safeParse(parseJson(text));
  if (result.success) return new Map(Object.entries(result.data.files));
  if (options.force) return new Map();
  throw new GlossaryError('export/not-ours', `${path} is not a list of exported files; move it away or use force.`, {
    details: { path },
  });
}

export function manifestText(manifest: FileManifest): string {
  const files = Object.fromEntries([...manifest].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return `${JSON.stringify({ schema: 'genglossary.files/1', files }, null, 2)}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
