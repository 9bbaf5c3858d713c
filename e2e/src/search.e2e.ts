import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { makeFirstGlossary } from './first-glossary.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function look(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(text);
}

describe('looking for words', () => {
  it('finds them in the documents, in the midst of a word too, and leads to the place', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language: 'en' });
    const { page } = visitor;
    await makeFirstGlossary(page, 'en');
    await look(page, 'OBSERV');
    const places = page.getByRole('group', { name: /^In the documents · \d+ places in \d+ documents/u });
    const first = places.getByRole('option').first();
    expect((await first.locator('mark').textContent())?.toLowerCase()).toBe('observ');
    expect(await first.locator('small').textContent()).toMatch(/\.(?:md|rst|html|txt) · line \d+$/u);
    await first.click();
    const current = page.locator('.document-pane [data-current]').first();
    await current.waitFor();
    expect((await current.textContent())?.toLowerCase()).toContain('observ');
    expect(visitor.faults).toEqual([]);
  });

  it('finds a single character of Japanese, and issues and runs by what they say', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language: 'ja' });
    const { page } = visitor;
    const words = wordsOf.ja;
    await makeFirstGlossary(page, 'ja');
    await look(page, '蒸');
    const places = page.getByRole('group', { name: /^文書の中 · \d+ 文書、\d+ か所/u });
    await expect.poll(() => places.locator('mark').first().textContent()).toBe('蒸');
    await expect.poll(() => page.getByRole('status').filter({ hasText: /件$/u }).count()).toBeGreaterThan(0);

    await page.getByRole('combobox').fill(words.runs.status.completed);
    const run = page.getByRole('option', { name: words.palette.runs }).first();
    await run.click();
    await page.getByRole('heading', { name: words.runs.log }).waitFor();

    await look(page, '説明');
    await page
      .getByRole('option', { name: new RegExp(`${words.palette.issues}$`, 'u') })
      .first()
      .click();
    await page.locator('.issue-bar').waitFor();
    expect(visitor.faults).toEqual([]);
  });
});
