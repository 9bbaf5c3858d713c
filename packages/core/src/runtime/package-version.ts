import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/** `name@version` of an installed dependency of this package: what stands in the keys of what was made with it. */
export function packageVersion(name: string): string {
  const path = findPackageJSON(name, import.meta.url);
  const { version }: { version?: unknown } = path === undefined ? {} : JSON.parse(readFileSync(path, 'utf8'));
  return `${name}@${typeof version === 'string' ? version : 'unknown'}`;
}
