import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { everyPage } from './every-page.ts';
import { makeFirstGlossary } from './first-glossary.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';

/** Fewer would mean that the crawler looked at an empty page. */
const leastControls = 5;
/** A page of two fields and a button, and one of a button. */
const small: Readonly<Record<string, number>> = { create: 3, imports: 1, versions: 3, runs: 2, bin: 1 };
const mostOfAKind = 4;
const everything = 'button:enabled:visible, a[href]:visible, summary:visible';
const withinPage = ['button:enabled', 'a[href]', 'summary', 'input:enabled', 'select:enabled', 'textarea:enabled']
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
      expect(indexes.length, name).toBeGreaterThanOrEqual(small[name] ?? leastControls);
      for (const index of indexes) {
        await open();
        const control = page.locator(controls).nth(index);
        const label = await control.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent);
        if (!(await hasEffect(page, () => use(control)))) dead.push(`${name}: ${label}`);
      }
    }
    expect(dead).toEqual([]);
    expect(visitor.faults).toEqual([]);
  }, 600_000);
});

/** Does with a control what it is for. */
async function use(control: Locator): Promise<void> {
  const { tag, type } = await control.evaluate((element) => ({
    tag: element.tagName,
    type: element.getAttribute('type') ?? 'text',
  }));
  if (tag === 'SELECT') {
    const other = await control.evaluate(
      (select: HTMLSelectElement) => [...select.options].find(({ selected }) => !selected)?.value,
    );
    if (other !== undefined) return void (await control.selectOption(other));
  }
  if (type === 'checkbox' || type === 'radio') return control.press('Space');
  if (type === 'number') return control.fill('2');
  if (tag === 'TEXTAREA' || (tag === 'INPUT' && type !== 'file')) return control.fill('lamp');
  return control.press('Enter');
}

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
    for (const change of ['focusin', 'input', 'change']) {
      document.addEventListener(change, () => {
        seen.changes += 1;
      });
    }
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
