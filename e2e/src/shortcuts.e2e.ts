import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { makeFirstGlossary, openPage } from './first-glossary.ts';
import { openDialog } from './open-dialog.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['en', 'ja'] as const)('keys of one’s own (%s)', (language) => {
  const words = wordsOf[language];

  /** Opens the list of keys in the settings. */
  async function openKeys(page: Page): Promise<void> {
    await page.getByRole('link', { name: words.shell.appSettings }).click();
    await page.getByText(words.keys.changeKeys).click();
  }

  it('are chosen by pressing them, said where they are taken, held by every tab and given back', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language });
    const { page } = visitor;
    await makeFirstGlossary(page, language);
    await openPage(page, words.shell.terms);
    await page.locator('.table-row').first().waitFor();
    const terms = await visitor.another();
    await terms.goto(page.url());
    const required = terms.getByRole('button', { name: words.terms.require });
    await required.getByText('R', { exact: true }).waitFor();

    await openKeys(page);
    const line = (what: string) => page.locator('.shortcut', { hasText: what }).first();
    const change = (what: string) => page.getByRole('button', { name: words.keys.changeOf(what), exact: true });
    // Merging has that key on the same page: it is said, and asked for.
    await change(words.terms.require).click();
    await page.keyboard.press('m');
    const taken = page.getByRole('alert');
    await taken.getByText(words.keys.taken('M', words.keys.commandOf(words.terms.merge, words.terms.title))).waitFor();
    await taken.getByRole('button', { name: words.keys.take }).click();
    await line(words.terms.merge).getByText(words.keys.none).waitFor();
    // A key of the browser is not given away, and Escape leaves everything as it is.
    await change(words.terms.exclude).click();
    await page.keyboard.press('Control+c');
    await taken.waitFor();
    await change(words.terms.exclude).click();
    await page.keyboard.press('Escape');
    await line(words.terms.exclude).getByText('X', { exact: true }).waitFor();
    // Two keys after each other.
    await change(words.shell.entries).click();
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await line(words.shell.entries).getByText('W', { exact: true }).waitFor();

    // The other tab heard of it: its buttons, its sheet and its handlers say the same.
    await required.getByText('M', { exact: true }).waitFor();
    await terms.keyboard.press('?');
    const sheet = openDialog(terms);
    expect(await sheet.locator('dt', { hasText: words.terms.require }).locator('..').locator('kbd').textContent()).toBe(
      'M',
    );
    expect(await sheet.locator('dt').getByText(words.terms.merge, { exact: true }).count()).toBe(0);
    await terms.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    // What is pressed once the app begins to draw is done when its rows are there.
    await terms.reload({ waitUntil: 'commit' });
    await terms.locator('.rail').waitFor();
    await terms.keyboard.press('m');
    await terms.getByRole('button', { name: words.actions.undo }).first().waitFor();
    await terms.keyboard.press('g');
    await terms.keyboard.press('w');
    await terms.getByRole('heading', { level: 1, name: words.entries.title }).waitFor();

    await page.getByRole('button', { name: words.keys.resetAll }).click();
    await line(words.terms.merge).getByText('M', { exact: true }).waitFor();
    await terms.keyboard.press('g');
    await terms.keyboard.press('t');
    await required.getByText('R', { exact: true }).waitFor();
    expect(visitor.faults).toEqual([]);
  });
});
