import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { makeFirstGlossary, openPage } from './first-glossary.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const words = wordsOf.en;

describe('the page of a run', () => {
  it('shows the log from its first line, to whoever comes later too', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url);
    const { page } = visitor;
    await makeFirstGlossary(page, 'en');
    const later = await visitor.another();
    await later.goto(page.url());
    await later.getByText(words.runs.status.completed, { exact: true }).first().waitFor();
    await later.locator('.log-lines').evaluate((log) => log.scrollTo(0, 0));
    await later.locator('.log-line', { hasText: words.runs.events.queued }).waitFor();
    expect(await numbersOf(later)).toContain(1);
    expect(visitor.faults).toEqual([]);
  });

  it('says in every open tab what became of the run', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url);
    const { page } = visitor;
    await makeFirstGlossary(page, 'en');
    const other = await visitor.another();
    await other.goto(page.url());
    await openPage(other, words.shell.entries);
    await openPage(page, words.shell.documents);
    await page.getByRole('button', { name: words.documents.again }).click();
    await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor();
    await openPage(other, words.shell.runs);
    await expect.poll(() => other.locator('.run-line').count()).toBe(2);
    await expect
      .poll(() => other.locator('.run-line .chip').allTextContents())
      .toEqual([words.runs.status.completed, words.runs.status.completed]);
    expect(visitor.faults).toEqual([]);
  });
});

describe('a server that goes away', () => {
  it('is said to be gone, and what happened meanwhile is there when it is back', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url);
    const { page } = visitor;
    await makeFirstGlossary(page, 'en');
    await openPage(page, words.shell.entries);
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await stand.stop();
    await page.getByText(words.shell.reconnecting).waitFor();
    await stand.start();
    await page.getByText(words.shell.reconnecting).waitFor({ state: 'detached' });
    await openPage(page, words.shell.exports);
    await page.locator('.preview-text').waitFor();
  });
});

async function numbersOf(page: Page): Promise<number[]> {
  return (await page.locator('.log-seq').allTextContents()).map(Number);
}
