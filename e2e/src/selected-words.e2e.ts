import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { makeFirstGlossary, novel, openPage } from './first-glossary.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';
import { visitFirstGlossary } from './visit-first-glossary.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** From the choice of the entry to the mark (milliseconds), on a machine that does other work, too. */
const mostMs = 200;

describe('words that are selected', () => {
  it('become another name of an entry, or a forbidden one, by keys alone; the view stays, and it is taken back', async () => {
    const words = wordsOf.en;
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await openDocument(page, { documents: words.shell.documents, name: '06-power.md' });
    const panel = page.getByRole('region', { name: words.document.addSelection });
    const name = await selectPlainWords(page);
    await panel.getByText(words.document.selection(name), { exact: true }).waitFor();

    // Left by Escape they are selected as before.
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: words.document.alias }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.document-pane:focus').waitFor();
    expect((await selected(page)).toLowerCase()).toBe(name.toLowerCase());

    await page.keyboard.press('m');
    const field = page.getByRole('combobox', { name: words.document.alias });
    await field.fill('battery');
    const option = panel.getByRole('option', { selected: true });
    const entry = (await option.textContent()) ?? '';
    const scrolled = await scrollOf(page);
    const waited = await untilMarked(page, name);
    expect(waited).toBeLessThan(mostMs);
    expect(await scrollOf(page)).toBe(scrolled);
    await page.locator('.document-pane:focus').waitFor();
    await page.getByText(words.entries.namesSaved(entry)).waitFor();
    // The server says the same.
    await page.reload();
    await marked(page, name).first().waitFor();
    await marked(page, name).first().click();
    await page.locator('.place-card h2', { hasText: entry }).waitFor();

    // The same words are not to be used for it after all.
    await page.keyboard.press('Escape');
    await selectText(page, name);
    await page.keyboard.press('f');
    await page.getByRole('combobox', { name: words.document.forbid }).fill(entry);
    await page.keyboard.press('Enter');
    await page.locator('.document-pane a.hl-forbidden', { hasText: name }).first().waitFor();
    await page.getByText(words.entries.namesSaved(entry)).waitFor();
    await page.getByRole('button', { name: words.actions.undo }).first().click();
    await page.locator('.document-pane a.hl-forbidden', { hasText: name }).first().waitFor({ state: 'detached' });
    await marked(page, name).first().waitFor();
    expect(visitor.faults).toEqual([]);
  });

  it('are no name of an entry while they are another one', async () => {
    const words = wordsOf.en;
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await openDocument(page, { documents: words.shell.documents, name: '06-power.md' });
    const term = (await page.locator('.document-pane a.hl-defined').first().textContent()) ?? '';
    await page.locator('.document-pane a.hl-defined').first().click();
    const headword = (await page.locator('.place-card h2').textContent()) ?? '';
    await selectText(page, term);
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: words.document.alias }).waitFor();
    expect(headword.toLowerCase()).toBe(term.toLowerCase());
    await page.keyboard.press('Enter');
    // As the server says it of who renames an entry.
    const refusal = page.locator('[role=alert][data-code="entry/name-taken"]');
    await refusal.getByText(`There is an entry "${term}" already.`).waitFor();
    await refusal.getByRole('link', { name: words.entries.mergeNamesake }).waitFor();
    expect(visitor.faults).toEqual([]);
  });

  it('are told from the readings above them', async () => {
    const words = wordsOf.ja;
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language: 'ja' });
    const { page } = visitor;
    await makeFirstGlossary(page, 'ja', novel);
    await openPage(page, words.shell.documents);
    await page.getByRole('link', { name: '02-kage-no-ichi.txt' }).click();
    const ruby = page.locator('.document-pane .prose ruby:not(a ruby)').first();
    await ruby.waitFor();
    const name = await ruby.evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      const text = element.cloneNode(true) as Element;
      for (const reading of text.querySelectorAll('rt')) reading.remove();
      return text.textContent;
    });
    await page.getByText(words.document.selection(name), { exact: true }).waitFor();
    await page.keyboard.press('m');
    const options = page.getByRole('listbox', { name: words.document.alias }).getByRole('option');
    const entry = (await options.first().textContent()) ?? '';
    await page.keyboard.press('Enter');
    await page.getByText(words.entries.namesSaved(entry)).waitFor();
    await page.locator('.document-pane a.hl ruby', { hasText: name }).first().waitFor();
    expect(visitor.faults).toEqual([]);
  });
});

async function openDocument(page: Page, { documents, name }: { readonly documents: string; readonly name: string }) {
  await openPage(page, documents);
  await page.getByRole('link', { name }).click();
  await page.locator('.document-pane a.hl').first().waitFor();
}

/** Selects two words that are no entry: the first by the pointer, the second by Shift and the arrows. */
async function selectPlainWords(page: Page): Promise<string> {
  await page.locator('.document-pane').evaluate((pane) => {
    const texts = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const found = /(?<= )[a-z]{5,} [a-z]{5,}(?= )/u.exec(node.nodeValue ?? '');
      if (found === null || node.parentElement?.closest('.hl, h1, h2, h3') !== null) continue;
      getSelection()?.setBaseAndExtent(node, found.index, node, found.index + found[0].indexOf(' '));
      node.parentElement?.scrollIntoView({ block: 'center' });
      return;
    }
  });
  const before = await selected(page);
  await page.locator('.document-pane').focus();
  await page.keyboard.press('Shift+Control+ArrowRight');
  await page.keyboard.press('Shift+Control+ArrowRight');
  const name = (await selected(page)).trim();
  expect(name.length).toBeGreaterThan(before.length);
  return name;
}

async function selectText(page: Page, name: string): Promise<void> {
  await page
    .locator('.document-pane a.hl', { hasText: name })
    .first()
    .evaluate((link) => {
      getSelection()?.selectAllChildren(link);
    });
  await page.getByText(wordsOf.en.document.selection(name), { exact: true }).waitFor();
}

function marked(page: Page, name: string) {
  return page.locator('.document-pane a.hl', { hasText: name });
}

async function selected(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? '');
}

async function scrollOf(page: Page): Promise<number> {
  return page.locator('.document-pane').evaluate(({ scrollTop }) => scrollTop);
}

/** Chooses what the list offers first; answers how long the name took to be marked (milliseconds). */
async function untilMarked(page: Page, name: string): Promise<number> {
  const pressed = await page.evaluateHandle(() => {
    const press = { at: 0 };
    addEventListener('keydown', ({ timeStamp }) => (press.at = timeStamp), { once: true, capture: true });
    return press;
  });
  const seen = await page.evaluateHandle((wanted) => {
    const mark = { at: 0 };
    const look = () => {
      const marks = [...document.querySelectorAll('.document-pane a.hl')];
      if (marks.some(({ textContent }) => textContent === wanted)) mark.at = performance.now();
      else requestAnimationFrame(look);
    };
    look();
    return mark;
  }, name);
  await page.keyboard.press('Enter');
  await marked(page, name).first().waitFor();
  await expect.poll(() => seen.evaluate(({ at }) => at)).toBeGreaterThan(0);
  return (await seen.evaluate(({ at }) => at)) - (await pressed.evaluate(({ at }) => at));
}
