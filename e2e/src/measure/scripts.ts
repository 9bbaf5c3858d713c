import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

const webDirectory = resolve(import.meta.dirname, '../../../packages/web/dist');

/** Scripts that the open page asked for before so many milliseconds, by their addresses; others come when it is idle, or when they are wanted. */
export async function scriptsOf(page: Page, before: number): Promise<readonly string[]> {
  return page.evaluate(
    (end) =>
      performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < end)
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.endsWith('.js')),
    before,
  );
}

/** Scripts that are there before any page is: what the document itself names. */
export async function scriptsOfAll(): Promise<readonly string[]> {
  const html = await readFile(join(webDirectory, 'index.html'), 'utf8');
  return [...new Set([...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/gu)].map(([, path = '']) => path))];
}

/** Kilobytes of scripts as they are sent (gzip). */
export async function kilobytes(paths: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const path of paths) bytes += gzipSync(await readFile(join(webDirectory, path))).length;
  return Math.round(bytes / 1000);
}
