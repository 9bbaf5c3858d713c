import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './first-glossary.ts';
import { visitFirstGlossary } from './visit-first-glossary.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('lines from top to bottom', () => {
  it('are set for Japanese, with the highlights, the selection and the wheel as ever, and stay chosen', async () => {
    const words = wordsOf.ja;
    await using visitor = await visitFirstGlossary(browser, { language: 'ja' });
    const { page } = visitor;
    await openPage(page, words.shell.documents);
    await page.locator('.table-row a').first().click();
    const pane = page.locator('.document-pane');
    await pane.locator('a.hl').first().waitFor();
    await page.getByRole('button', { name: words.document.vertical }).click();
    const mode = () => pane.evaluate((element) => getComputedStyle(element).writingMode);
    expect(await mode()).toBe('vertical-rl');
    // It goes on to the left, and nothing is out of reach below.
    const room = () =>
      pane.evaluate((element) => [
        element.scrollWidth - element.clientWidth,
        element.scrollHeight - element.clientHeight,
      ]);
    const [toTheLeft = 0, below = 0] = await room();
    expect([toTheLeft > 100, below]).toEqual([true, 0]);

    // The last highlight comes into view, then the first one.
    const inView = async () => {
      const [box, mark] = [await pane.boundingBox(), await pane.locator('[data-current]').first().boundingBox()];
      return box !== null && mark !== null && mark.x >= box.x && mark.x + mark.width <= box.x + box.width + 1;
    };
    await page.keyboard.press('p');
    await expect.poll(inView).toBe(true);
    expect(await pane.evaluate((element) => element.scrollLeft)).toBeLessThan(0);
    await page.keyboard.press('n');
    await expect.poll(inView).toBe(true);

    const before = await pane.evaluate((element) => element.scrollLeft);
    await pane.hover();
    await page.mouse.wheel(0, 300);
    await expect.poll(() => pane.evaluate((element) => element.scrollLeft)).toBeLessThan(before);

    // Words are selected within the lines.
    await page.keyboard.press('Escape');
    await pane.locator('.prose > span').first().dblclick();
    await page.getByRole('region', { name: words.document.addSelection }).waitFor();

    await page.reload();
    await pane.locator('.prose').first().waitFor();
    expect(await mode()).toBe('vertical-rl');
    await page.getByRole('button', { name: words.document.vertical }).click();
    expect(await mode()).toBe('horizontal-tb');
    expect(visitor.faults).toEqual([]);
  });

  it('are not offered for a document in English', async () => {
    const words = wordsOf.en;
    await using visitor = await visitFirstGlossary(browser, { language: 'en' });
    const { page } = visitor;
    await openPage(page, words.shell.documents);
    await page.locator('.table-row a').first().click();
    await page.getByRole('button', { name: words.document.source }).waitFor();
    expect(await page.getByRole('button', { name: words.document.vertical }).count()).toBe(0);
    expect(visitor.faults).toEqual([]);
  });
});
