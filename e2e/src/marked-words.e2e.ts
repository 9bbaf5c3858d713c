import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
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

describe.each(['en', 'ja'] as const)('words that are marked in a document, in %s', (language) => {
  const words = wordsOf[language];

  it('say what they mean under the pointer and in focus, and lead from place to place by a rail', async () => {
    await using visitor = await visitFirstGlossary(browser, { language });
    const { page } = visitor;
    await openPage(page, words.shell.documents);
    await page.locator('.table-row a').nth(1).click();
    const marks = page.locator('.document-pane a.hl');
    await marks.first().waitFor();
    const card = page.getByRole('tooltip');

    // It stays while the pointer goes over to it, and is told of the word as long as it is open.
    await marks.nth(1).hover();
    await card.waitFor();
    expect(await marks.nth(1).getAttribute('aria-describedby')).toBe(await card.getAttribute('id'));
    await card.hover();
    await card.getByText(await definitionStart(page)).waitFor();
    expect(await violationsOf(page)).toEqual([]);

    // Escape closes it, and it stays closed until the pointer was elsewhere.
    await marks.nth(1).hover();
    const focused = await focusOf(page);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(await focusOf(page)).toBe(focused);
    expect(await marks.nth(1).getAttribute('aria-describedby')).toBeNull();
    await page.locator('h1').hover();
    await marks.nth(1).hover();
    await card.waitFor();
    await page.locator('h1').hover();
    await card.waitFor({ state: 'detached' });

    // By keys: at once in focus; Enter opens it beside the text.
    await page.locator('.document-pane').focus();
    await page.keyboard.press('Tab');
    await card.waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.place-card').waitFor();
    await card.waitFor({ state: 'detached' });

    // The rail: one slider over the places of the entry.
    const term = await chooseRepeated(page);
    const rail = page.getByRole('slider', { name: words.document.placesOf(term) });
    const count = Number(await rail.getAttribute('aria-valuemax'));
    expect(count).toBeGreaterThan(1);
    await rail.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => rail.getAttribute('aria-valuetext')).toBe(words.document.hit(1, count));
    expect(await untilNext(page, 'ArrowDown')).toBeLessThan(mostMs);
    expect(await rail.getAttribute('aria-valuenow')).toBe('2');
    expect(await page.locator('.place-card h2').textContent()).toBe(term);
    const box = await rail.boundingBox();
    if (box === null) throw new Error('The rail is not on the screen.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height - 1);
    await expect.poll(() => rail.getAttribute('aria-valuenow')).toBe(String(count));
    await page.keyboard.press('Home');
    await expect.poll(() => rail.getAttribute('aria-valuenow')).toBe('1');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await rail.waitFor({ state: 'detached' });
    expect(visitor.faults).toEqual([]);
  });

  it('are in a document that is chosen by a part of its path, those read last first', async () => {
    await using visitor = await visitFirstGlossary(browser, { language });
    const { page } = visitor;
    await openPage(page, words.shell.documents);
    const names = await page.locator('.table-row a').allTextContents();
    const [first = '', second = '', third = ''] = names;
    await page.getByRole('link', { name: third, exact: true }).click();
    const field = page.getByRole('combobox', { name: words.document.switchTo });
    await field.click();
    const options = page.getByRole('listbox', { name: words.document.switchTo }).getByRole('option');
    expect(await options.allTextContents()).toEqual(names.filter((name) => name !== third));
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await options.first().waitFor({ state: 'detached' });

    await field.fill(second.slice(0, 2).toUpperCase());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: second, exact: true }).waitFor();
    await field.click();
    expect(await options.first().textContent()).toBe(third);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: first, exact: true }).waitFor();
    await field.click();
    expect((await options.allTextContents()).slice(0, 2)).toEqual([second, third]);
    await field.fill('§§');
    await page.getByText(words.palette.nothing('§§')).waitFor();
    expect(visitor.faults).toEqual([]);
  });
});

/** From a key of the rail to the next place in hand (milliseconds). */
const mostMs = 100;

/** Goes through the document until an entry is in hand that stands in it more than once; answers its term. */
async function chooseRepeated(page: Page): Promise<string> {
  const card = page.locator('.place-card h2');
  await expect
    .poll(async () => {
      if (await page.getByRole('slider').isVisible()) return true;
      await page.keyboard.press('n');
      return false;
    })
    .toBe(true);
  return (await card.textContent()) ?? '';
}

async function untilNext(page: Page, key: string): Promise<number> {
  const seen = await page.evaluateHandle(() => {
    const before = document.querySelector('a[data-current]')?.getAttribute('href');
    const jump = { pressed: 0, at: 0 };
    addEventListener('keydown', ({ timeStamp }) => (jump.pressed = timeStamp), { once: true, capture: true });
    const look = () => {
      if (document.querySelector('a[data-current]')?.getAttribute('href') === before) requestAnimationFrame(look);
      else jump.at = performance.now();
    };
    look();
    return jump;
  });
  await page.keyboard.press(key);
  await expect.poll(() => seen.evaluate(({ at }) => at)).toBeGreaterThan(0);
  return seen.evaluate(({ at, pressed }) => at - pressed);
}

async function definitionStart(page: Page): Promise<string> {
  return ((await page.locator('.hover-card .reading').textContent()) ?? '').slice(0, 10);
}

async function focusOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80));
}

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
