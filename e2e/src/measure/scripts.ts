import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const webDirectory = resolve(import.meta.dirname, '../../../packages/web/dist');

/** Scripts that the open page has loaded so far, by their addresses. */
export async function scriptsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  );
}

/** Kilobytes of scripts as they are sent (gzip). */
export async function kilobytes(paths: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const path of paths) bytes += gzipSync(await readFile(join(webDirectory, path))).length;
  return Math.round(bytes / 1000);
}
