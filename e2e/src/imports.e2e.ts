import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './first-glossary.ts';
import { visitFirstGlossary } from './visit-first-glossary.ts';
import { wordsOf } from './words.ts';

const words = wordsOf.en;
/** One entry that a person wrote, one that is new, one without a term. */
const table = `word,meaning,remark
dark watch,Nights without a light.,from the old list
whistle buoy,A buoy that sounds as it rises and falls.,
,Nobody's definition.,
`;

/** The same entry in two languages. */
const termbaseText = `<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1">
<langSec xml:lang="de"><termSec><term>Heulboje</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>whistle buoy</term></termSec></langSec>
</conceptEntry></body></text></tbx>
`;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a table that is imported', () => {
  it('is shown as a plan, leaves what a person wrote, does nothing twice and is taken back by one undo', async () => {
    await using visitor = await visitFirstGlossary(browser);
    await using file = await tableFile();
    const { page } = visitor;
    await openPage(page, words.shell.entries);
    await page.getByPlaceholder(words.entries.filter).fill('dark watch');
    await page.getByRole('option', { name: /dark watch/u }).click();
    await page.keyboard.press('e');
    await page.getByLabel(words.entries.editing).and(page.locator('textarea')).fill('My own words.');
    await page.keyboard.press('Control+s');
    await page.locator('.entry-definition', { hasText: 'My own words.' }).waitFor();
    await page.reload();
    const entries = await countOf(page);

    await openPage(page, words.shell.imports);
    const glossary = {
      name: 'glossary.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('# Words\n\nA buoy floats.\n'),
    };
    await page.getByLabel(words.imports.choose).and(page.locator('input[type=file]')).setInputFiles(glossary);
    await page.getByText('it is a document, and no table').waitFor();
    expect(await page.getByRole('button', { name: words.actions.retry }).count()).toBe(0);

    // A termbase: what is not taken of it stands beside the plan.
    const termbase = { name: 'terms.tbx', mimeType: 'application/x-tbx', buffer: Buffer.from(termbaseText) };
    await page.getByLabel(words.imports.choose).and(page.locator('input[type=file]')).setInputFiles(termbase);
    await page.getByRole('heading', { name: words.imports.plan('terms.tbx') }).waitFor();
    await page.getByText(words.imports.notTaken(words.imports.leftNames('de', 1))).waitFor();
    await page.locator('.import-row', { hasText: 'whistle buoy' }).waitFor();

    await plan(page, file.path);
    // Nobody guesses that “word” is a term: a person says what columns hold, and the plan is another one at once.
    await page.getByLabel('word', { exact: true }).selectOption('term');
    await page.getByLabel('meaning', { exact: true }).selectOption('definition');
    await page.getByLabel('remark', { exact: true }).selectOption('note');
    const status = page.locator('section[aria-labelledby=plan] [role=status]');
    await expect.poll(() => status.textContent()).toBe('create 1, conflict 1, and skip 1');
    expect(await countOf(page)).toBe(entries);
    await page.getByRole('button', { name: words.imports.apply(1) }).click();
    // What was not taken is named, line by line, with its reason.
    await page.getByRole('heading', { name: words.imports.left(1) }).waitFor();
    const skipped = page.getByRole('listitem').filter({ hasText: words.imports.line(4) });
    expect(await skipped.textContent()).toContain(words.imports.reasons['empty-term']);
    await page.getByRole('heading', { name: words.imports.kept(1) }).waitFor();
    const kept = page.getByRole('listitem').filter({ hasText: 'dark watch' });
    expect(await kept.textContent()).toContain(words.imports.reasons['person-wrote-definition']);
    await expect.poll(() => countOf(page)).toBe(entries + 1);

    await plan(page, file.path);
    await page.getByLabel('word', { exact: true }).selectOption('term');
    await page.getByLabel('meaning', { exact: true }).selectOption('definition');
    await page.getByLabel('remark', { exact: true }).selectOption('note');
    await expect.poll(() => status.textContent()).toBe('same 1, conflict 1, and skip 1');
    // The plan of the last column, in which rows are chosen.
    await page.locator('section[aria-labelledby=plan] button[aria-busy]').waitFor({ state: 'detached' });
    await page.getByLabel(words.imports.choiceFor('dark watch')).selectOption('theirs');
    await page.getByRole('button', { name: words.imports.apply(1) }).click();
    await page.getByRole('link', { name: words.runs.openEntries }).waitFor();
    await page.getByRole('button', { name: words.actions.undo }).first().click();
    await openPage(page, words.shell.entries);
    await page.getByPlaceholder(words.entries.filter).fill('dark watch');
    await page.getByRole('option', { name: /dark watch/u }).click();
    await page.locator('.entry-definition', { hasText: 'My own words.' }).waitFor();
    expect(visitor.faults).toEqual([]);
  });
});

async function plan(page: Page, path: string): Promise<void> {
  await openPage(page, words.shell.imports);
  await page.getByLabel(words.imports.choose).and(page.locator('input')).setInputFiles(path);
  await page.locator('.import-row').first().waitFor();
}

/** How many entries the rail counts. */
async function countOf(page: Page): Promise<number> {
  const link = page.getByRole('navigation').getByRole('link', { name: /^Entries/u });
  await link.locator('.rail-count').waitFor();
  return Number((await link.locator('.rail-count').textContent())?.replaceAll(',', ''));
}

async function tableFile(): Promise<AsyncDisposable & { readonly path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'genglossary-table-'));
  const path = join(folder, 'terms.csv');
  await writeFile(path, table);
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
