import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { brought, makeFirstGlossary, openPage } from './first-glossary.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['en', 'ja'] as const)('a project as one file (%s)', (language) => {
  const words = wordsOf[language];
  const { name } = brought[language];

  /** The JSON export that the page offers. */
  async function exported(page: Page): Promise<string> {
    await openPage(page, words.shell.exports);
    await page.locator('[type=radio][value=json]').check();
    await page.locator('.preview-text').first().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words.exports.download('').trim() }).click();
    return readFile(await (await download).path(), 'utf8');
  }

  it('is moved to a fresh server, where its export is the same bytes, and comes back under another name', async () => {
    await using here = await openStand();
    await using there = await openStand();
    await using visitor = await visit(browser, here.url, { language });
    const { page } = visitor;
    await makeFirstGlossary(page, language);
    // Work of a person goes along.
    await page.getByRole('link', { name: words.runs.openEntries }).click();
    await page.getByRole('listbox').getByRole('option').first().click();
    await page.keyboard.press('e');
    await page.getByLabel(words.entries.editing).and(page.locator('textarea')).fill('What we say ourselves.');
    await page.keyboard.press('Control+s');
    await page.locator('.entry-definition', { hasText: 'What we say ourselves.' }).waitFor();
    const whole = await exported(page);
    expect(whole).toContain('What we say ourselves.');

    await openPage(page, words.shell.settings);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: words.home.backupAction }).click();
    const file = await (await saved).path();

    await using guest = await visit(browser, there.url, { language });
    await guest.page.getByLabel(words.home.restore).and(guest.page.locator('input')).setInputFiles(file);
    await guest.page.getByText(words.home.restored(name)).waitFor();
    expect(await exported(guest.page)).toBe(whole);

    // Its name is taken here.
    await page.goto(here.url);
    await page.getByLabel(words.home.restore).and(page.locator('input')).setInputFiles(file);
    const dialog = page.getByRole('dialog', { name: words.home.restoreTitle });
    await dialog.getByLabel(words.create.name).fill('Copy');
    await page.keyboard.press('Enter');
    await page.getByText(words.home.restored('Copy')).waitFor();
    expect(await exported(page)).toBe(whole);

    // What is no back-up says so, and makes nothing.
    await guest.page.goto(there.url);
    await guest.page
      .getByLabel(words.home.restore)
      .and(guest.page.locator('input'))
      .setInputFiles({ name: 'x.genglossary', mimeType: 'application/gzip', buffer: Buffer.from('nothing') });
    await guest.page.getByText(words.shell.failed).first().waitFor();
    expect(await guest.page.locator('.project-name').count()).toBe(1);
    expect([...visitor.faults, ...guest.faults].filter((fault) => !isRefusal(fault))).toEqual([]);
  });
});

/** The browser tells of each answer that refuses. */
function isRefusal(fault: string): boolean {
  return /status of (?:400|409|422)/u.test(fault);
}
