import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Stands for the program: SHA-256 (hex) of the code of this package as it lies on the disk, of the versions that it
 * depends on, and of the runtime with its tables of characters. What one program computed, another of the same
 * fingerprint would compute again. Ask when the process starts, while the disk has what was loaded. `undefined` where
 * the code does not lie as it is published (somebody bundled it) or cannot be read.
 */
export async function programFingerprint(): Promise<string | undefined> {
  const here = fileURLToPath(import.meta.url);
  const manifest = findPackageJSON('..', import.meta.url);
  if (manifest === undefined || !OWN_PLACE.test(here)) return undefined;
  try {
    return await fingerprintOf(dirname(dirname(here)), {
      manifest: await readFile(manifest, 'utf8'),
      runtime: JSON.stringify(process.versions),
    });
  } catch {
    return undefined;
  }
}

const OWN_PLACE = /[/\\](?:src|dist)[/\\]runtime[/\\]program-fingerprint\.[jt]s$/u;

/** Of the code in a folder and what it runs on; tests and declarations run nowhere. */
export async function fingerprintOf(
  folder: string,
  { manifest, runtime }: { readonly manifest: string; readonly runtime: string },
): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => CODE.test(name) && !NOT_RUN.test(name));
  const hash = createHash('sha256').update(JSON.stringify([manifest, runtime]));
  for (const name of names.toSorted()) {
    const code = await readFile(join(folder, name));
    hash.update(JSON.stringify([name.replaceAll('\\', '/'), code.length])).update(code);
  }
  return hash.digest('hex');
}

const CODE = /\.[jt]s$/u;
const NOT_RUN = /\.d\.ts$|\.test\.ts$/u;
