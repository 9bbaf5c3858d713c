import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageVersion } from './package-version.ts';

/**
 * Stands for the program: SHA-256 (hex) of the code of this package as it lies on the disk, of what it depends on in the
 * versions that are installed (a manifest may name a range or a catalog), and of the runtime with its tables of
 * characters. What one program computed, another of the same fingerprint would compute again. Ask when the process
 * starts, while the disk has what was loaded. `undefined` where the code does not lie as it is published (somebody
 * bundled it) or cannot be read.
 */
export async function programFingerprint(): Promise<string | undefined> {
  const here = fileURLToPath(import.meta.url);
  const manifest = findPackageJSON('..', import.meta.url);
  if (manifest === undefined || !OWN_PLACE.test(here)) return undefined;
  try {
    const own = JSON.parse(await readFile(manifest, 'utf8')) as {
      readonly version: string;
      readonly dependencies: Readonly<Record<string, string>>;
    };
    return await fingerprintOf(dirname(dirname(here)), {
      versions: [own.version, ...Object.keys(own.dependencies).toSorted().map(packageVersion)],
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
  { versions, runtime }: { readonly versions: readonly string[]; readonly runtime: string },
): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => CODE.test(name) && !NOT_RUN.test(name));
  const hash = createHash('sha256').update(JSON.stringify([versions, runtime]));
  for (const name of names.toSorted()) {
    const code = await readFile(join(folder, name));
    hash.update(JSON.stringify([name.replaceAll('\\', '/'), code.length])).update(code);
  }
  return hash.digest('hex');
}

const CODE = /\.[jt]s$/u;
const NOT_RUN = /\.d\.ts$|\.test\.ts$/u;
