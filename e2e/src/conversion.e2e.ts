import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { everyPage } from './every-page.ts';
import { openPage } from './first-glossary.ts';
import { openStand } from './stand.ts';
import { type Visit, visit } from './visit.ts';
import { visitFirstGlossary } from './visit-first-glossary.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const words = wordsOf.ja;
/** One on nearly every page. */
const leastFields = 6;

describe('Enter that ends a conversion of the input method', () => {
  it('does not create a project; the next one does', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language: 'ja' });
    const { page } = visitor;
    await page.getByRole('link', { name: words.home.create }).click();
    const field = page.getByLabel(words.create.name);
    await convert(page, field, '用語集');
    expect(new URL(page.url()).pathname).toBe('/new');
    expect(await field.inputValue()).toBe('用語集');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words.documents.title }).waitFor();
  });

  it('does nothing in any field of the app but end it', async () => {
    await using visitor = await visitFirstGlossary(browser, { language: 'ja' });
    const { page, stand } = visitor;
    let fields = 0;
    for (const { name, path, ready } of await everyPage(page)) {
      const open = async () => {
        await page.goto(`${stand.url}${path}`);
        await page.locator(ready).first().waitFor();
      };
      await open();
      const all = page.locator('input.input:visible:not([type=number]), textarea:visible');
      const count = await all.count();
      for (let at = 0; at < count; at += 1) {
        // What is typed into a filter may leave nothing of the page.
        if (at > 0) await open();
        await expectNothing(visitor, all.nth(at), name);
        fields += 1;
      }
    }
    console.info(`${fields} fields`);
    expect(fields).toBeGreaterThanOrEqual(leastFields);
  });

  it('opens nothing from the palette, and saves nothing from the editor', async () => {
    await using visitor = await visitFirstGlossary(browser, { language: 'ja' });
    const { page } = visitor;
    await openPage(page, words.shell.entries);
    await page.getByRole('listbox').getByRole('option').first().click();
    await page.keyboard.press('Control+k');
    // Words that find a page: Enter would open it.
    await expectNothing(visitor, page.getByRole('combobox'), 'palette', words.shell.settings);
    await page.getByRole('option', { name: words.shell.appSettings }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('e');
    const editor = page.getByLabel(words.entries.editing).and(page.locator('textarea'));
    await expectNothing(visitor, editor, 'editor');
    await editor.waitFor();
  });
});

/** Neither a request, nor another page, nor a dialog less or more. */
async function expectNothing({ page }: Visit, field: Locator, where: string, text = '変換'): Promise<void> {
  const before = { path: new URL(page.url()).pathname, dialogs: await page.getByRole('dialog').count() };
  const sent: string[] = [];
  const listen = (request: { method(): string; url(): string }) => {
    if (request.method() === 'POST') sent.push(request.url());
  };
  page.on('request', listen);
  await convert(page, field, text);
  page.off('request', listen);
  const after = { path: new URL(page.url()).pathname, dialogs: await page.getByRole('dialog').count() };
  expect({ ...after, sent }, `after a conversion on ${where}`).toEqual({ ...before, sent: [] });
}

/** What a browser sees when an input method converts: composition, Enter with key code 229, the text. */
async function convert(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await session.send('Input.insertText', { text });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await session.detach();
  // What a key press would have set off has been set off in the next frame.
  await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))));
}
