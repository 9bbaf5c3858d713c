import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { outputOf } from './command-line.ts';
import { openPage } from './first-glossary.ts';
import { visitFirstGlossary } from './visit-first-glossary.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Markdown, JSON, CSV, a web page and TBX. */
const leastFormats = 11;

describe.each(['en', 'ja'] as const)('a glossary that is exported in %s', (language) => {
  const words = wordsOf[language];

  it('is the same bytes in every format as the command that the page shows', async () => {
    await using visitor = await visitFirstGlossary(browser, { language });
    const { page, stand } = visitor;
    await openPage(page, words.shell.exports);
    const formats = page.getByRole('radio');
    await formats.first().waitFor();
    expect(await formats.count()).toBeGreaterThanOrEqual(leastFormats);
    // The last one once more, as spreadsheets want it.
    const compare = async () => {
      const command = (await page.locator('.command').first().textContent()) ?? '';
      await page.locator('.preview-text, .preview-page').first().waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: words.exports.download('').trim() }).click();
      const shown = await readFile(await (await download).path());
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.equals(await outputOf(command, stand.folder)), command).toBe(true);
      return command;
    };
    for (const format of await formats.all()) {
      await format.check();
      expect(await compare()).toContain(`--format ${await format.getAttribute('value')}`);
    }
    await page.locator('[type=radio][value=csv]').check();
    await page.getByLabel(words.exports.byteOrderMark).check();
    expect(await compare()).toContain('--bom');
    // Only some of the entries, in another order, of a published version.
    const whole = await page.locator('.preview-text').first().textContent();
    await page.getByLabel(words.exports.states.unexplained).uncheck();
    await page.getByLabel(words.exports.evidence, { exact: true }).selectOption('with');
    await page.getByLabel(words.exports.order).selectOption('occurrences');
    await page.waitForURL(/order=occurrences/u);
    expect(await compare()).toContain('--states defined,in-use --evidence with --order occurrences --bom');
    expect(await page.locator('.preview-text').first().textContent()).not.toBe(whole);
    await page.getByRole('button', { name: words.exports.clear }).click();
    await page.waitForURL((url) => !url.search.includes('order'));
    expect(await compare()).not.toContain('--states');
    // What is in a category, and what is in none.
    await openPage(page, words.shell.terms);
    await page.locator('.table-row').first().waitFor();
    await page.getByRole('button', { name: words.categories.edit }).click();
    await page.getByLabel(words.categories.add).and(page.locator('input')).fill('Sea');
    await page.keyboard.press('Enter');
    await page.getByText(words.categories.created('Sea')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: words.categories.title, exact: true }).waitFor({ state: 'detached' });
    for (let count = 0; count < 3; count += 1) await page.keyboard.press('1');
    await openPage(page, words.shell.exports);
    await page.locator('[type=radio][value=json]').check();
    const category = page.getByLabel(words.categories.category).and(page.locator('select'));
    await category.selectOption({ label: 'Sea' });
    await page.waitForURL(/category=Sea/u);
    expect(await compare()).toContain('--category Sea');
    await category.selectOption({ label: words.categories.none });
    await page.waitForURL(/uncategorised=true/u);
    expect(await compare()).toContain('--uncategorised');
    expect(visitor.faults).toEqual([]);
  });
});
