import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { hasEffect } from './control-effect.ts';
import { type FullStand, openFullStand } from './full-stand.ts';
import { openDialog } from './open-dialog.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

const words = wordsOf.en;
/** Fewer would mean that the crawler looked at an empty page. */
const leastControls = 5;
/** A page of two fields and a button, one of a button, a run that is over. */
const small: Readonly<Record<string, number>> = { create: 3, imports: 1, versions: 3, runs: 2, run: 4, bin: 1 };
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
  it('is told from one that does nothing', async () => {
    await using page = await browser.newPage();
    await page.setContent('<button>none</button><button onclick="this.textContent = 1">some</button>');
    const [none, some] = [page.getByText('none'), page.getByText('some')];
    expect(await hasEffect(none, () => use(none))).toBe(false);
    expect(await hasEffect(some, () => use(some))).toBe(true);
  });

  it('does something when it is pressed', async () => {
    await using stand = await openFullStand(browser, 'en');
    await using visitor = await visit(browser, stand.url);
    const { page } = visitor;
    const dead: string[] = [];
    await throwAway(page, stand);
    for (const { name, path, ready } of stand.pages) {
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
      // The last one first: what a press takes away has nothing behind it that is still to come.
      for (const index of indexes.toReversed()) {
        await open();
        // An earlier one may have done away with it: what is decided is not asked again.
        if ((await page.locator(controls).count()) <= index) continue;
        const control = page.locator(controls).nth(index);
        const label = await control.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent);
        if (!(await hasEffect(control, () => use(control)))) dead.push(`${name}: ${label}`);
      }
    }
    expect(dead).toEqual([]);
    expect(visitor.faults).toEqual([]);
  }, 600_000);
});

/** Something for the bin, whatever is taken back on the way there. */
async function throwAway(page: Page, { url, pages }: FullStand): Promise<void> {
  await page.goto(`${url}${pages.find(({ name }) => name === 'documents')?.path}`);
  await page.getByRole('button', { name: `${words.documents.remove}: 09-maintenance-visits.txt` }).click();
  await openDialog(page).getByRole('button', { name: words.documents.remove }).click();
  await page.getByText(words.documents.removed('09-maintenance-visits.txt')).waitFor();
}

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
