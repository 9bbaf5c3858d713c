import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { everyPage } from './every-page.ts';
import { makeFirstGlossary } from './first-glossary.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';

/** Fewer would mean that the crawler looked at an empty page. */
const leastControls = 1;
const mostOfAKind = 4;
const everything = 'button:enabled:visible, a[href]:visible, summary:visible';
const withinPage = ['button:enabled', 'a[href]', 'summary', 'input[type=checkbox]']
  .map((control) => `.content ${control}:visible`)
  .join(', ');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('every control of every page', () => {
  it('does something when it is pressed', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url);
    const { page } = visitor;
    await makeFirstGlossary(page, 'en');
    const dead: string[] = [];
    for (const { name, path, ready } of await everyPage(page)) {
      const open = async () => {
        await page.goto(`${stand.url}${path}`);
        await page.locator(ready).first().waitFor();
      };
      // What stands around every page is pressed once.
      const controls = name === 'home' ? everything : withinPage;
      await open();
      const indexes = await page.locator(controls).evaluateAll(firstOfEach, mostOfAKind);
      console.info(`${name}: ${indexes.length} controls`);
      expect(indexes.length, name).toBeGreaterThanOrEqual(leastControls);
      for (const index of indexes) {
        await open();
        const control = page.locator(controls).nth(index);
        const label = await control.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent);
        if (
          !(await hasEffect(page, async () =>
            control.press((await control.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter'),
          ))
        )
          dead.push(`${name}: ${label}`);
      }
    }
    expect(dead).toEqual([]);
    expect(visitor.faults).toEqual([]);
  }, 600_000);
});

/** Of controls that look the same (rows of a list, words of a text) only the first few are pressed. */
function firstOfEach(elements: readonly Element[], most: number): number[] {
  const seen = new Map<string, number>();
  return elements.flatMap((element, index) => {
    const parent = element.parentElement?.className ?? '';
    const kind = `${element.tagName} ${element.className} ${parent}`;
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count <= most ? [index] : [];
  });
}

/** Whether the page, its address or its requests changed; what is chosen already may stay as it is. */
async function hasEffect(page: Page, press: () => Promise<void>): Promise<boolean> {
  const before = page.url();
  let requests = 0;
  const count = () => {
    requests += 1;
  };
  page.on('request', count);
  page.on('download', count);
  await page.evaluate(() => {
    const seen = { changes: 0 };
    Object.assign(globalThis, { seen });
    new MutationObserver((changes) => {
      seen.changes += changes.length;
    }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
    document.addEventListener('focusin', () => {
      seen.changes += 1;
    });
  });
  const isCurrent = await page.evaluate(() => document.activeElement?.getAttribute('aria-current') === 'page');
  await press();
  await expect
    .poll(async () => isCurrent || page.url() !== before || requests > 0 || (await changesOf(page)) > 0, {
      timeout: 2000,
    })
    .toBe(true)
    .catch(() => undefined);
  return isCurrent || page.url() !== before || requests > 0 || (await changesOf(page)) > 0;
}

/** A page that was left for another one has changed. */
async function changesOf(page: Page): Promise<number> {
  return page
    .evaluate(() => (Reflect.get(globalThis, 'seen') as { changes: number } | undefined)?.changes ?? 1)
    .catch(() => 1);
}
