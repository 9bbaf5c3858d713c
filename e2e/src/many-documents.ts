import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { brought } from './first-glossary.ts';
import { wordsOf } from './words.ts';

/** A folder of so many documents; gone when it is disposed. */
export async function manyDocuments(count: number): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'genglossary-many-'));
  const source = await readFile(join(brought.en.folder, '01-overview.md'), 'utf8');
  for (let index = 0; index < count; index += 1) {
    // Each file is another text, so none is known already.
    await writeFile(join(path, `part-${index}.md`), `${source}\n\nThis is part ${index} of the handbook.\n`);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

/** From the home page to the page of a run that has read at least so many of the documents, and goes on. */
export async function startLongRun(
  page: Page,
  { path, count, read }: { readonly path: string; readonly count: number; readonly read: number },
): Promise<void> {
  const words = wordsOf.en;
  await page.getByRole('link', { name: words.home.create }).click();
  await page.getByLabel(words.create.name).fill('Many');
  await page.keyboard.press('Enter');
  await page.getByLabel(words.drop.chooseFolder).and(page.locator('input')).setInputFiles(path);
  await page.locator('.plan').waitFor();
  await page.getByRole('button', { name: words.drop.sendAndBuild(count) }).click();
  await page.waitForFunction(
    (least) => Number(/^\d+/u.exec(document.querySelector('.step-active .step-told')?.textContent ?? '')?.[0]) >= least,
    read,
  );
}
