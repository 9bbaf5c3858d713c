import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { wordFile, wordParagraph, wordRun } from '@genglossary/core/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { brought, openPage } from './first-glossary.ts';
import { openDialog } from './open-dialog.ts';
import { type FirstGlossaryVisit, visitFirstGlossary } from './visit-first-glossary.ts';
import { wordsOf } from './words.ts';

const words = wordsOf.en;

let browser: Browser;
let visitor: FirstGlossaryVisit;
beforeAll(async () => {
  browser = await openBrowser();
  visitor = await visitFirstGlossary(browser, { width: 1280, height: 800 });
});
afterAll(async () => {
  await visitor[Symbol.asyncDispose]();
  await browser.close();
});

describe('somebody new', () => {
  it('reads what a run made, not how many items it worked through', async () => {
    const { page } = visitor;
    const entries = Number(await page.locator('.rail-count').nth(1).textContent());
    const made = words.runs.madeLine(entries, { added: entries, changed: 0, removed: 0 }, { reused: 0, failed: 0 });
    await page.locator('.run-facts', { hasText: made }).waitFor();
    await openPage(page, words.shell.runs);
    await page.locator('.run-line', { hasText: made }).waitFor();
  });

  it('is led to the version that was published first', async () => {
    const { page } = visitor;
    await openPage(page, words.shell.versions);
    await page.getByRole('button', { name: words.versions.publish }).press('Enter');
    await openDialog(page).getByRole('button', { name: words.versions.publish }).press('Enter');
    await openDialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toContain(words.versions.version(1));
    // The next time the button is there, and keeps the focus.
    await page.getByRole('button', { name: words.versions.publish }).press('Enter');
    await openDialog(page).getByRole('button', { name: words.versions.publish }).press('Enter');
    await openDialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe(words.versions.publish);
  });

  it('sees every column of the terms that is there, whole', async () => {
    const { page } = visitor;
    await openPage(page, words.shell.terms);
    const table = page.getByRole('grid', { name: words.terms.title });
    await table.getByRole('row').nth(3).waitFor();
    await expect.poll(() => cutHeads(page)).toEqual([]);
    await table.getByRole('columnheader', { name: words.terms.score }).waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    await expect.poll(() => cutHeads(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await table.getByRole('columnheader', { name: words.terms.documents }).waitFor();
  });

  it('finds the way back to the project from the settings of the app', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: words.shell.appSettings }).click();
    await page.getByRole('heading', { name: words.settings.title }).waitFor();
    await page.reload();
    await openPage(page, words.shell.entries);
    await page.getByRole('heading', { name: words.entries.title, level: 1 }).waitFor();
  });

  it('reads words that nothing explains in the face of all words, and is offered a first definition', async () => {
    const { page } = visitor;
    const face = () =>
      page.locator('#headword').evaluate((headword) => {
        const { fontFamily, fontSize } = getComputedStyle(headword);
        return `${fontSize} ${fontFamily}`;
      });
    await openPage(page, words.shell.entries);
    await page.locator('#headword').waitFor();
    const explained = await face();
    await page.getByLabel(words.entries.filter).and(page.locator('select')).selectOption('unexplained');
    await page.locator('.entry-quiet').waitFor();
    expect(await face()).toBe(explained);
    await page.getByRole('button', { name: words.entries.proposeFirst }).first().click();
    await openDialog(page).getByRole('button', { name: words.entries.proposeFirst }).click();
    await openDialog(page).getByText(words.entries.proposedNothing).waitFor();
    await page.keyboard.press('Escape');
  });

  it('is told whether a file would be added or would update what is there', async () => {
    const { page } = visitor;
    const changed = await readFile(resolve(brought.en.folder, '06-power.md'), 'utf8');
    await openPage(page, words.shell.documents);
    await page.getByRole('button', { name: words.documents.add }).click();
    await page
      .getByLabel(words.drop.chooseFiles)
      .and(page.locator('input'))
      .setInputFiles([
        file('06-power.md', `${changed}\n\nA fuel day is a day of full sun.\n`),
        file('10-notes.md', '# Notes\n\nNothing is noted.\n'),
      ]);
    await openDialog(page)
      .getByRole('button', { name: words.drop.send(1, 1) })
      .click();
    await page.getByText(words.drop.sent(1, 1)).waitFor();
    await page.getByRole('button', { name: words.documents.build(2) }).waitFor();
  });

  it('reads a title once that its document says twice', async () => {
    const { page } = visitor;
    await openPage(page, words.shell.documents);
    await page.getByRole('button', { name: words.documents.add }).click();
    await page
      .getByLabel(words.drop.chooseFiles)
      .and(page.locator('input'))
      .setInputFiles([file('11-title.md', '---\ntitle: The lamp book\n---\n\n# The lamp book\n\nA lamp burns.\n')]);
    await openDialog(page)
      .getByRole('button', { name: words.drop.send(1, 0) })
      .click();
    await page.getByRole('link', { name: '11-title.md' }).click();
    await page.locator('.prose', { hasText: 'A lamp burns.' }).waitFor();
    expect(await page.locator('.prose-heading').allTextContents()).toEqual(['The lamp book']);
  });

  it('reads a Word document without its inside, by paragraphs, and is told which files were not taken', async () => {
    const { page } = visitor;
    await openPage(page, words.shell.documents);
    await page.getByRole('button', { name: words.documents.add }).click();
    const said = [wordRun('A '), wordRun('warden', '<w:b/>'), wordRun(' is the person who counts the lamps.')].join('');
    const word = wordFile({ body: `${wordParagraph('Keepers of the desk')}<w:p>${said}</w:p>` });
    await page
      .getByLabel(words.drop.chooseFiles)
      .and(page.locator('input'))
      .setInputFiles([
        { name: '12-wardens.docx', mimeType: 'application/zip', buffer: Buffer.from(word) },
        { name: '13-torn.docx', mimeType: 'application/zip', buffer: Buffer.from(word.subarray(0, 200)) },
        { name: '14-old.doc', mimeType: 'application/msword', buffer: Buffer.from('old') },
      ]);
    await openDialog(page).getByText(words.drop.wordDocument).first().waitFor();
    await openDialog(page).getByText(words.drop.reasons['old-word']).waitFor();
    await openDialog(page)
      .getByRole('button', { name: words.drop.send(2, 0) })
      .click();
    const refused = page.getByRole('status', { name: words.drop.refused(1) });
    await refused.getByText('13-torn.docx').waitFor();
    await page.getByRole('link', { name: '12-wardens.docx' }).click();
    await page.locator('.prose', { hasText: 'A warden is the person' }).waitFor();
    expect(await page.getByRole('button', { name: words.document.source }).count()).toBe(0);
    await page.getByRole('link', { name: words.document.all }).click();
    await refused.getByRole('button', { name: words.drop.refusedSeen }).click();
    await refused.waitFor({ state: 'detached' });

    await page.locator('.page-head .button-primary').click();
    await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor();
    await openPage(page, words.shell.entries);
    await page.getByLabel(words.entries.filter).and(page.locator('select')).selectOption('all');
    await page.getByPlaceholder(words.entries.filter).fill('warden');
    await page.getByRole('option', { name: /warden/u }).click();
    await page.getByRole('link', { name: words.entries.openDocumentAt('12-wardens.docx', 2) }).waitFor();
    expect(words.entries.openDocumentAt('12-wardens.docx', 2)).toContain('paragraph');
  });

  it('calls the project by another name, and has the old one back', async () => {
    const { page } = visitor;
    const name = page.getByRole('navigation').getByText(brought.en.name);
    await openPage(page, words.shell.settings);
    await page.getByLabel(words.create.name, { exact: true }).and(page.locator('input')).fill('The keepers’ book');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').getByText('The keepers’ book').waitFor();
    await page.keyboard.press('Control+z');
    await name.waitFor();
    await page.getByLabel(words.create.name, { exact: true }).and(page.locator('input')).fill('');
    expect(await page.getByRole('button', { name: words.settings.rename }).isDisabled()).toBe(true);
  });

  it('gives projects that were never used to the bin in one press, and has them back', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'GenGlossary' }).click();
    for (const name of ['mistyped', 'another slip']) {
      await page.getByRole('link', { name: words.home.create }).click();
      await page.getByLabel(words.create.name).fill(name);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: words.documents.title }).waitFor();
      await page.getByRole('link', { name: 'GenGlossary' }).click();
    }
    await page
      .getByRole('row', { name: /mistyped/u })
      .getByText(words.home.isEmpty)
      .waitFor();
    await page.getByRole('button', { name: words.home.removeEmpty(2) }).click();
    await page.getByRole('link', { name: 'mistyped' }).waitFor({ state: 'detached' });
    expect(await page.locator('.project-name').allTextContents()).toEqual([brought.en.name]);
    await page.getByRole('button', { name: words.actions.undo }).click();
    await page.getByRole('link', { name: 'mistyped' }).waitFor();
    expect(visitor.faults).toEqual([]);
  });
});

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.textContent ?? null);
}

/** Heads of columns that stand out of their table. */
function cutHeads(page: Page): Promise<readonly (string | null)[]> {
  return page.locator('.table').evaluate((table) => {
    const edge = table.getBoundingClientRect().right;
    return [...table.querySelectorAll('[role=columnheader]')]
      .filter((head) => head.getBoundingClientRect().right > edge + 0.5)
      .map(({ textContent }) => textContent);
  });
}

function file(name: string, text: string) {
  return { name, mimeType: 'text/markdown', buffer: Buffer.from(text) };
}
