import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { type FullStand, openFullStand } from './full-stand.ts';
import { visit } from './visit.ts';

/** A telephone turned small; a window of 1280 × 720 at 200 % (WCAG 1.4.4, 1.4.10). */
const windows = [
  { name: '320 px', width: 320, height: 640 },
  { name: '200 %', width: 640, height: 360 },
] as const;
/** Words of a longer language take so much more room. */
const longer = 1.4;
/** Fewer words would mean that the pages were empty. */
const leastTexts = 150;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['en', 'ja'] as const)('the app in %s', (language) => {
  let stand: FullStand;
  beforeAll(async () => {
    stand = await openFullStand(browser, language);
  });
  afterAll(() => stand[Symbol.asyncDispose]());

  it.each(windows)('loses nothing at $name', async ({ name: size, width, height }) => {
    await using visitor = await visit(browser, stand.url, { language, width, height });
    const { page } = visitor;
    const lost: string[] = [];
    for (const { name, path, ready } of stand.pages) {
      await page.goto(`${stand.url}${path}`);
      await page.locator(ready).first().waitFor({ state: 'attached' });
      const faults = [...(await page.evaluate(outOfReach)), ...(await page.evaluate(brokenWords))];
      lost.push(...faults.map((one) => `${name} at ${size}: ${one}`));
    }
    expect(lost).toEqual([]);
    expect(visitor.faults).toEqual([]);
  });

  it('has room for words that are two fifths longer', async () => {
    await using visitor = await visit(browser, stand.url, { language, width: 1280, height: 800 });
    const { page } = visitor;
    const clipped: string[] = [];
    let texts = 0;
    for (const { name, path, ready } of stand.pages) {
      await page.goto(`${stand.url}${path}`);
      await page.locator(ready).first().waitFor();
      texts += await lengthenWords(page);
      clipped.push(...(await page.evaluate(clippedTexts)).map((one) => `${name}: ${one}`));
    }
    console.info(`${texts} texts`);
    expect(texts).toBeGreaterThanOrEqual(leastTexts);
    expect(clipped).toEqual([]);
  });
});

/** Controls and texts that cannot be brought into view, and a page that has to be scrolled sideways. Runs in the page. */
function outOfReach(): string[] {
  const root = document.documentElement;
  const faults = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} px wide`] : [];
  const all = document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary, h1, h2, p');
  for (const element of all) {
    if (!element.checkVisibility() || element.closest('.visually-hidden, .skip') !== null) continue;
    const box = element.getBoundingClientRect();
    const isInside = box.left >= -1 && box.right <= innerWidth + 1;
    if (!isInside && !canBeScrolledTo(element)) {
      faults.push(
        `${element.tagName.toLowerCase()} “${(element.textContent ?? '').slice(0, 40)}” is out of the window`,
      );
    }
  }
  return faults;

  function canBeScrolledTo(element: HTMLElement): boolean {
    for (let around = element.parentElement; around !== null && around !== root; around = around.parentElement) {
      if (/auto|scroll/u.test(getComputedStyle(around).overflowX) && around.scrollWidth > around.clientWidth)
        return true;
    }
    return false;
  }
}

/** Words of cells that go on in the next line; where nothing stands between words (Japanese), lines end anywhere. Runs in the page. */
function brokenWords(): string[] {
  const broken: string[] = [];
  for (const cell of document.querySelectorAll<HTMLElement>('th, td, [role=gridcell], [role=columnheader]')) {
    if (!cell.checkVisibility()) continue;
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      for (const { 0: word, index } of (text.nodeValue ?? '').matchAll(/[\p{Script=Latin}\p{N}]{2,}/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(`“${word}” is broken`);
      }
    }
  }
  return broken;
}

/** Makes the words of the app longer, and leaves the texts of documents as they are; answers how many texts there were. */
async function lengthenWords(page: Page): Promise<number> {
  return page.evaluate((by) => {
    const selector =
      'button, .button, label, legend, h1, h2, h3, th, .chip, nav a, [role=columnheader], [role=tab], dt';
    let count = 0;
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      // What stands in another one that is named here has had its turn with that one.
      if (!element.checkVisibility() || element.parentElement?.closest(selector) !== null) continue;
      const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (nodes.nextNode() !== null) {
        const { currentNode: node } = nodes;
        const text = (node.textContent ?? '').trim();
        if (!/\p{L}/u.test(text) || node.parentElement?.closest('[lang]:not(html), .visually-hidden, kbd') !== null)
          continue;
        node.textContent = text + text.slice(0, Math.ceil(text.length * (by - 1)));
        count += 1;
      }
    }
    return count;
  }, longer);
}

/** Texts of controls and headings that are cut off without a sign. Runs in the page. */
function clippedTexts(): string[] {
  const selector = 'button, .button, label, legend, h1, h2, h3, th, .chip, nav a, [role=columnheader], [role=tab], dt';
  return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
    if (!element.checkVisibility() || element.closest('.visually-hidden') !== null) return [];
    const range = document.createRange();
    range.selectNodeContents(element);
    const text = range.getBoundingClientRect();
    for (let around: HTMLElement | null = element; around !== null; around = around.parentElement) {
      const { overflowX, textOverflow } = getComputedStyle(around);
      if (textOverflow === 'ellipsis' || /auto|scroll/u.test(overflowX)) return [];
      if (overflowX === 'visible') continue;
      const box = around.getBoundingClientRect();
      if (text.right > box.right + 1 || text.left < box.left - 1) {
        return [`${element.tagName.toLowerCase()} “${(element.textContent ?? '').slice(0, 40)}”`];
      }
    }
    return text.right > innerWidth + 1 ? [`“${(element.textContent ?? '').slice(0, 40)}” leaves the window`] : [];
  });
}
