import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './first-glossary.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';
import { visitFirstGlossary } from './visit-first-glossary.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['en', 'ja'] as const)('a new visitor who reads %s', (language) => {
  const words = wordsOf[language];

  it('gets from an empty home to an edited, exported glossary by what is on the screen', async () => {
    await using visitor = await visitFirstGlossary(browser, { language });
    const { page } = visitor;

    await page.getByRole('link', { name: words.runs.openEntries }).click();
    await page.getByLabel(words.entries.filter).last().selectOption({ label: words.entries.kinds.defined });
    const first = page.getByRole('listbox').getByRole('option').first();
    const term = (await first.locator('.list-term').textContent()) ?? '';
    await first.click();
    await page.locator('#headword', { hasText: term }).waitFor();
    const quoted = page.locator('.passage .hl-quote').first();
    await quoted.waitFor();
    await page.getByText(words.entries.verified).first().waitFor();

    // Two keys from a claim to its source.
    const quote = await quoted.textContent();
    await page.keyboard.press(']');
    await page.keyboard.press('.');
    await page.locator('.document-pane .hl-quote, .document-pane .hl-selected').first().waitFor();
    const marked = await page.locator('.document-pane .hl-quote').allTextContents();
    expect(marked.join('')).toBe(quote);
    await page.goBack();

    await page.keyboard.press('e');
    const field = page.getByLabel(words.entries.editing).and(page.locator('textarea'));
    const text = language === 'en' ? 'What the keepers agreed on.' : '当番が決めた言い方。';
    await field.fill(text);
    await page.keyboard.press('Control+s');
    await page.locator('.entry-definition', { hasText: text }).waitFor();

    await openPage(page, words.shell.exports);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words.exports.download('').trim() }).click();
    const path = await (await download).path();
    expect(await readFile(path, 'utf8')).toContain(text);
    expect(visitor.faults).toEqual([]);
  });

  it('sees a finished glossary of the sample documents one press later', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language });
    const { page } = visitor;
    const started = performance.now();
    await page.getByRole('button', { name: words.home.sample }).click();
    await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor();
    console.info(`the sample in ${language}: ${Math.round(performance.now() - started)} ms`);
    await page.getByRole('link', { name: words.runs.openEntries }).click();
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    expect(visitor.faults).toEqual([]);
  });
});
