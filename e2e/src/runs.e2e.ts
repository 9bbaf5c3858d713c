import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './first-glossary.ts';
import { manyDocuments, startLongRun } from './many-documents.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';
import { visitFirstGlossary } from './visit-first-glossary.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const words = wordsOf.en;
const documents = 160;
/** Documents whose analysis is kept together. */
const leastKept = 32;

describe('the page of a run', () => {
  it('shows the log from its first line, to whoever comes later too', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    const later = await visitor.another();
    await later.goto(page.url());
    await later.getByText(words.runs.status.completed, { exact: true }).first().waitFor();
    await later.locator('.log-lines').evaluate((log) => log.scrollTo(0, 0));
    await later.locator('.log-line', { hasText: words.runs.events.queued }).waitFor();
    expect(await numbersOf(later)).toContain(1);
    expect(visitor.faults).toEqual([]);
  });

  it('leaves the lines of one step, and opens at a line by its address', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await expect.poll(() => page.title()).toContain(words.runs.status.completed);
    await page.locator('.log-line', { hasText: words.runs.events.end(words.runs.status.completed) }).waitFor();
    const step = page.getByRole('button', { name: new RegExp(`^${words.runs.steps.define}`, 'u') });
    await step.click();
    await expect.poll(() => step.getAttribute('aria-pressed')).toBe('true');
    await page.locator('.log-lines').evaluate((log) => log.scrollTo(0, 0));
    const first = page.locator('.log-line').first();
    await expect
      .poll(() => first.locator('.log-text').textContent())
      .toBe(words.runs.events.stepStart(words.runs.steps.define));
    const number = Number(await first.locator('.log-seq').textContent());
    await first.locator('.log-seq').click();
    await expect.poll(() => page.url()).toContain(`line=${number}`);
    await page.getByRole('button', { name: words.runs.allSteps(words.runs.steps.define) }).click();
    await expect.poll(() => page.url()).not.toContain('step=');

    const other = await visitor.another();
    await other.goto(page.url());
    const line = other.locator('.log-line[aria-current]');
    await line.getByText(words.runs.events.stepStart(words.runs.steps.define)).waitFor();
    expect(await line.evaluate((one) => one.getBoundingClientRect().top >= 0)).toBe(true);
    expect(visitor.faults).toEqual([]);
  });

  it('says in every open tab what became of the run', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
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
    // Side by side, by the keyboard: the second run found everything again and changed nothing.
    for (const choice of await other.getByRole('checkbox').all()) await choice.press('Space');
    await other.getByRole('heading', { name: words.runs.comparison }).waitFor();
    const changes = other.getByRole('row', { name: words.runs.facts.changes });
    await changes.waitFor();
    const told = await changes.getByRole('cell').allTextContents();
    expect(told[1]).toBe(words.runs.changesLine(0, 0, 0));
    expect(told[0]).toMatch(/^0 changed, \d+ added, 0 removed$/u);
    await other.reload();
    await changes.waitFor();
    await other.getByRole('button', { name: words.runs.stopComparing }).press('Enter');
    await changes.waitFor({ state: 'detached' });
    expect(visitor.faults).toEqual([]);
  });
});

describe('a run that is stopped', () => {
  it('says so, and the rest is done later with what was kept', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url);
    const { page } = visitor;
    await using folder = await manyDocuments(documents);
    // What is analysed is kept in batches: more than one has to be over.
    await startLongRun(page, { path: folder.path, count: documents, read: documents / 2 });
    await page.getByRole('button', { name: words.runs.cancel }).click();
    await page.getByText(words.runs.status.cancelled, { exact: true }).first().waitFor();
    // Where it ended is told from what it never came to.
    await page.locator('.step-broken', { hasText: words.runs.steps.analyse }).waitFor();
    expect(await page.locator('.step-stopped').count()).toBe(5);

    await page.getByRole('button', { name: words.runs.resume }).click();
    await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor({ timeout: 120_000 });
    const counts = await page.locator('.run-facts').textContent();
    const again = Number(/(\d+) items kept from before/u.exec(counts ?? '')?.[1]);
    expect(again).toBeGreaterThanOrEqual(leastKept);
    expect(visitor.faults).toEqual([]);
  });
});

describe('a server that goes away', () => {
  it('is said to be gone, and what happened meanwhile is there when it is back', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page, stand } = visitor;
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
