import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { brought } from './first-glossary.ts';
import { keyboardVisitor } from './keyboard-visitor.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const words = wordsOf.en;
/** With fewer the walk would not have been one. */
const leastPresses = 100;

describe('somebody without a pointer', () => {
  it('does the nine core jobs, and sees the focus after every key', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { width: 1280, height: 800 });
    const { page } = visitor;
    const hand = keyboardVisitor(page);
    const go = async (key: string, title: string) => {
      await hand.press('g');
      await hand.press(key);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
    };
    const completed = page.getByText(words.runs.status.completed, { exact: true }).first();

    // Asked for early: the browser has to be told to hand its choosers over.
    const chooser = page.waitForEvent('filechooser', { timeout: 60_000 });

    // 1. A project.
    await page.locator('.state').waitFor();
    await hand.tabTo(words.home.create);
    await hand.press('Enter');
    await page.locator('.create').waitFor();
    await hand.tabTo(words.create.name);
    await hand.type('Keys only');
    await hand.press('Enter');

    // 2. Its documents.
    await page.locator('.drop').waitFor();
    await hand.tabTo(words.drop.chooseFolder);
    await hand.press('Enter');
    await (await chooser).setFiles(brought.en.folder);

    // 3. Its glossary, and the run that makes it.
    await page.locator('.plan').waitFor();
    await hand.tabTo(/^Add \d+ documents and make the glossary$/u);
    await hand.press('Enter');
    await completed.waitFor({ timeout: 90_000 });
    await hand.press('/');
    await hand.type('Define');
    await hand.tabTo(words.runs.log);
    await hand.press('f');
    await hand.press('l');

    // 4. From a claim to its source.
    await go('e', words.shell.entries);
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await hand.press('/');
    await hand.type('station');
    await hand.tabTo(words.entries.list);
    await hand.press('j');
    await hand.press('k');
    await page.locator('.passage .hl-quote').first().waitFor();
    await hand.press(']');
    await hand.press('.');
    await page.locator('.document-pane .hl').first().waitFor();
    await hand.press('n');
    await go('e', words.shell.entries);
    await page.locator('.entry').waitFor();
    await hand.press('j');
    const chosen = (await page.locator('.list-option[aria-selected=true] .list-term').textContent()) ?? '';
    await page.getByRole('heading', { name: chosen, exact: true }).waitFor();

    // 5. A definition in one's own words.
    await hand.press('e');
    await page.getByRole('textbox', { name: words.entries.editing }).waitFor();
    await hand.press('Control+a');
    await hand.type('A house by the sea.');
    await hand.press('Control+s');
    await page.locator('.entry-definition', { hasText: 'A house by the sea.' }).waitFor();

    // 6. Terms.
    await go('t', words.shell.terms);
    await page.locator('.table-row').first().waitFor();
    for (const key of ['j', 'r', 'x', 'k', 'c', 'Control+z']) await hand.press(key);

    // 7. Issues.
    await go('i', words.shell.issues);
    await page.locator('.issue-bar').waitFor();
    await hand.press('3');
    await page.getByRole('dialog', { name: words.issues.dismissTitle }).waitFor();
    await hand.press('1');
    await page.locator('.dialog').waitFor({ state: 'detached' });

    // 8. A version.
    await go('v', words.shell.versions);
    await page.getByRole('button', { name: words.versions.publish }).first().waitFor();
    await hand.tabTo(words.versions.publish);
    await hand.press('Enter');
    await page.getByRole('dialog', { name: words.versions.publish }).waitFor();
    await hand.tabTo(words.versions.note);
    await hand.type('First');
    await hand.tabTo(words.versions.publish);
    await hand.press('Enter');
    await page.getByText(words.versions.version(1), { exact: true }).first().waitFor();

    // 9. A file.
    await go('x', words.shell.exports);
    await page.locator('.preview-text').waitFor();
    await hand.tabTo(/^Markdown/u);
    await hand.press('ArrowDown');
    await hand.press('ArrowUp');
    await page.locator('.preview-text', { hasText: 'A house by the sea.' }).waitFor();
    await hand.tabTo(words.exports.download('glossary.md'));
    const download = page.waitForEvent('download');
    await hand.press('Enter');
    expect(await readFile(await (await download).path(), 'utf8')).toContain('A house by the sea.');

    console.info(`${hand.presses()} keys, ${hand.tabs()} of them Tab`);
    expect(hand.presses()).toBeGreaterThan(leastPresses);
    expect(visitor.faults).toEqual([]);
  });
});
