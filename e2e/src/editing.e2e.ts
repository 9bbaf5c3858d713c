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

const words = wordsOf.en;

describe('working on a glossary', () => {
  it('loses nothing when two tabs edit one entry', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await page.getByRole('link', { name: words.runs.openEntries }).click();
    await page.getByRole('listbox').getByRole('option').first().click();
    const other = await visitor.another();
    await other.goto(page.url());
    await other.locator('.entry').waitFor();

    const fieldOf = (tab: typeof page) => tab.getByLabel(words.entries.editing).and(tab.locator('textarea'));
    await other.keyboard.press('e');
    await fieldOf(other).fill('Written in the second tab.');
    await page.keyboard.press('e');
    await fieldOf(page).fill('Written in the first tab.');
    await page.keyboard.press('Control+s');
    await page.locator('.entry-definition', { hasText: 'first tab' }).waitFor();

    await other.keyboard.press('Control+s');
    const dialog = other.getByRole('dialog', { name: words.entries.conflictTitle });
    await dialog.getByText('Written in the first tab.').waitFor();
    await dialog.getByText('Written in the second tab.').waitFor();
    await dialog.getByRole('button', { name: words.entries.keepMine }).click();
    await page.locator('.entry-definition', { hasText: 'second tab' }).waitFor();
  });

  it('keeps a draft when the tab is closed', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await page.getByRole('link', { name: words.runs.openEntries }).click();
    await page.getByRole('listbox').getByRole('option').first().click();
    await page.keyboard.press('e');
    await page.getByLabel(words.entries.editing).and(page.locator('textarea')).fill('Half a thought');
    const again = await visitor.another();
    await again.goto(page.url());
    await page.close();
    expect(await again.getByLabel(words.entries.editing).and(again.locator('textarea')).inputValue()).toBe(
      'Half a thought',
    );
  });

  it('keeps an entry as it is that was locked, until it is unlocked', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await page.getByRole('link', { name: words.runs.openEntries }).click();
    await page.getByRole('listbox').getByRole('option').first().click();
    const term = (await page.locator('#headword').textContent()) ?? '';
    await page.getByRole('button', { name: words.entries.lock }).click();
    await page.getByText(words.entries.lockedByYou).waitFor();
    await page.getByText(words.entries.lockedDone(term)).waitFor();
    await page.keyboard.press('e');
    expect(await page.locator('textarea.reading').count()).toBe(0);
    await page.getByRole('button', { name: words.entries.unlock }).click();
    await page.getByRole('button', { name: words.entries.lock }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText(words.entries.lockedByYou).waitFor();
    expect(visitor.faults).toEqual([]);
  });

  it('takes what is typed into a form that has just opened as text, and says what it undoes', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await page.getByRole('link', { name: words.runs.openEntries }).click();
    await page.getByRole('listbox').getByRole('option').first().click();
    const term = (await page.locator('#headword').textContent()) ?? '';
    await page.getByRole('button', { name: words.entries.addName }).click();
    // E edits, J goes on, ? shows the keys: not here.
    await page.keyboard.type('ember jar?');
    const field = page.getByRole('textbox', { name: words.entries.addName });
    expect(await field.inputValue()).toBe('ember jar?');
    await page.getByRole('button', { name: words.actions.add, exact: true }).focus();
    await page.keyboard.press('e');
    expect(await page.locator('textarea.reading').count()).toBe(0);
    await field.focus();
    await page.keyboard.press('Enter');
    await page.getByText(words.entries.namesSaved(term)).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.entry-names', { hasText: 'ember jar?' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText(words.toasts.undone(words.entries.namesSaved(term))).waitFor();
    await page.locator('.entry-names', { hasText: 'ember jar?' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.toasts.redo }).click();
    await page.locator('.entry-names', { hasText: 'ember jar?' }).waitFor();
    expect(visitor.faults).toEqual([]);
  });

  it('goes back from an entry to the list on a telephone, by either way', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('link', { name: words.runs.openEntries }).click();
    const first = page.getByRole('listbox').getByRole('option').first();
    await first.click();
    await page.locator('#headword').waitFor();
    await page.goBack();
    await first.waitFor();
    await first.click();
    await page.getByRole('button', { name: words.entries.backToList }).click();
    await first.waitFor();
    // The button took the step back: one more leaves the glossary.
    await page.goBack();
    await page.getByRole('link', { name: words.runs.openEntries }).waitFor();
    expect(visitor.faults).toEqual([]);
  });

  it('goes back from an issue to the list on a telephone', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await openPage(page, words.shell.issues);
    await page.setViewportSize({ width: 390, height: 844 });
    const first = page.getByRole('listbox').getByRole('option').first();
    await first.waitFor();
    expect(await page.locator('.issue-bar').isVisible()).toBe(false);
    await first.click();
    await page.locator('.issue-bar').waitFor();
    expect(await first.isVisible()).toBe(false);
    await page.goBack();
    await first.waitFor();
    await first.click();
    await page.getByRole('button', { name: words.issues.backToList }).click();
    await first.waitFor();
    expect(await page.locator('.issue-bar').isVisible()).toBe(false);
    expect(visitor.faults).toEqual([]);
  });

  it('decides a hundred terms with a hundred keys, and an undo takes one back', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await openPage(page, words.shell.terms);
    await page.locator('.table-row').first().waitFor();
    for (let count = 0; count < 100; count += 1) await page.keyboard.press(count % 2 === 0 ? 'r' : 'x');
    // The row in hand is never out of view.
    await expect.poll(() => page.locator('.table-row-active').getAttribute('data-index')).toBe('100');
    const box = await page.locator('.table-row-active').boundingBox();
    expect((box?.y ?? 0) > 0 && (box?.y ?? 0) < 860).toBe(true);
    await page.getByRole('button', { name: words.actions.undo }).first().waitFor();
    await page.reload();
    await page.locator('.table-row').first().waitFor();
    const shown = async (filter: string) => {
      await page.getByLabel(words.terms.status).and(page.locator('select')).selectOption({ label: filter });
      return page.locator('.list-filter [role=status]').textContent();
    };
    await expect.poll(() => shown(words.terms.filters.required)).toMatch(/^50 of/u);
    await expect.poll(() => shown(words.terms.filters.excluded)).toMatch(/^50 of/u);
    // A list of choices that has the focus takes letters for itself.
    await page.locator('.table-row').first().click();
    await page.keyboard.press('c');
    await expect.poll(() => shown(words.terms.filters.excluded)).toMatch(/^49 of/u);
    await page.getByRole('button', { name: words.actions.undo }).first().click();
    await expect.poll(() => shown(words.terms.filters.excluded)).toMatch(/^50 of/u);
    expect(visitor.faults).toEqual([]);
  });

  it('dismisses an issue with its reason, and the next run leaves it so', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await openPage(page, words.shell.issues);
    const open = async () =>
      Number(
        (await page.getByLabel(words.documents.state).locator('option').first().textContent())?.match(/\d+/u)?.[0],
      );
    await page.locator('.issue-bar').waitFor();
    const before = await open();
    await page.keyboard.press('3');
    await page.getByRole('dialog', { name: words.issues.dismissTitle }).waitFor();
    await page.keyboard.press('1');
    await expect.poll(open).toBe(before - 1);
    await openPage(page, words.shell.documents);
    await page.getByRole('button', { name: words.documents.again }).click();
    await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor();
    await openPage(page, words.shell.issues);
    await page.locator('.issue-bar').waitFor();
    expect(await open()).toBe(before - 1);
    expect(visitor.faults).toEqual([]);
  });
});
