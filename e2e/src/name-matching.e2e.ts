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

describe.each([
  { language: 'en', form: 'weather' },
  { language: 'ja', form: 'ときは' },
] as const)('how a name is found ($language)', ({ language, form }) => {
  const words = wordsOf[language];
  const { addName, editNames, editNamesAndReadings } = words.entries;
  /** What opens the names, whichever there are. */
  const editing = new RegExp(`^(?:${addName}|${editNames}|${editNamesAndReadings})`, 'u');

  it('is chosen with a count that follows, holds at once, after an undo and a redo, and after a run', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language });
    const { page } = visitor;
    await makeFirstGlossary(page, language);
    await page.getByRole('link', { name: words.runs.openEntries }).click();
    await page.getByRole('listbox').getByRole('option').first().click();
    const term = (await page.locator('#headword').textContent()) ?? '';
    const before = await usesOf(page);

    await page.getByRole('button', { name: editing }).click();
    await page.getByLabel(words.entries.matchingOf(term), { exact: true }).click();
    const way = page.locator('.name-matching[open]');
    const counted = async () =>
      Number((await way.getByRole('status').textContent())?.match(/\d+/gu)?.at(numberAt(language)));
    await expect.poll(counted).toBe(before);
    await way.getByLabel(words.entries.furtherForms).fill(form);
    await expect.poll(counted).toBeGreaterThan(before);
    const asked = await counted();
    await way.getByRole('button', { name: words.actions.save }).click();
    await page.getByText(words.entries.namesSaved(term)).waitFor();
    await expect.poll(() => usesOf(page)).toBe(asked);
    await page.getByRole('button', { name: words.actions.close }).last().click();
    await page.locator('.entry-names', { hasText: words.entries.toldForms(form) }).waitFor();

    await page.keyboard.press('Control+z');
    await expect.poll(() => usesOf(page)).toBe(before);
    await page.keyboard.press('Control+y');
    await expect.poll(() => usesOf(page)).toBe(asked);

    // The next run looks for it in the same way.
    await openPage(page, words.shell.documents);
    await page.getByRole('button', { name: words.documents.again }).click();
    await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor();
    await page.getByRole('link', { name: words.runs.openEntries }).click();
    await page.getByRole('listbox').getByRole('option').first().click();
    expect(await page.locator('#headword').textContent()).toBe(term);
    await expect.poll(() => usesOf(page)).toBe(asked);

    // As usual again.
    await page.getByRole('button', { name: editing }).click();
    await page.getByLabel(words.entries.matchingOf(term), { exact: true }).click();
    await way.getByLabel(words.entries.furtherForms).fill('');
    await page.keyboard.press('Enter');
    await expect.poll(() => usesOf(page)).toBe(before);
    expect(visitor.faults).toEqual([]);
  });
});

/** How often the entry stands in the documents, as its page says. */
async function usesOf(page: Page): Promise<number> {
  const text = await page.getByRole('tab').nth(1).textContent();
  return Number(text?.match(/\d+/u)?.[0]);
}

/** Where the number of uses stands in the words for it. */
function numberAt(language: 'en' | 'ja'): number {
  return language === 'en' ? 0 : -1;
}
