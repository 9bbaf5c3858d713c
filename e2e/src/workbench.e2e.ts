import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './first-glossary.ts';
import { openDialog } from './open-dialog.ts';
import { visit } from './visit.ts';
import { visitFirstGlossary } from './visit-first-glossary.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const words = wordsOf.en;

describe('the workbench', () => {
  it('merges terms into one entry, keeps its notes, and an address shows the same to somebody else', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page, stand } = visitor;
    await openPage(page, words.shell.terms);
    await rowNamed(page, 'keeper node').waitFor();

    // Notes of two terms, written within half a second of each other, are both saved.
    const note = page.getByLabel(words.entries.note);
    await chooseRow(page, 'keeper node');
    await note.fill('Says who trims the lamp.');
    await rowNamed(page, 'station').click();
    await page.locator('.term-contexts h2', { hasText: 'station' }).waitFor();
    await note.fill('A place with a light.');
    await rowNamed(page, 'keeper node').click();
    await page.locator('.term-contexts h2', { hasText: 'keeper node' }).waitFor();
    await expect.poll(() => note.inputValue()).toBe('Says who trims the lamp.');

    // Two are made one: the entry has the other's name, and the row says whose name it is.
    // The row in hand is one of them: it is what one looks at.
    await rowNamed(page, 'mesh').click({ modifiers: ['Control'] });
    await page.getByText(words.terms.selected(2)).waitFor();
    await page.keyboard.press('m');
    const dialog = page.getByRole('dialog', { name: words.terms.mergeTitle });
    await dialog.getByRole('radio', { name: /^mesh/u }).check();
    await dialog.getByRole('button', { name: words.terms.mergeDo(2) }).click();
    await rowNamed(page, 'keeper node').getByText(words.terms.aliasOf('mesh')).waitFor();
    await page.getByRole('link', { name: words.terms.openEntry }).click();
    await page.locator('.entry-names', { hasText: 'keeper node' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.entry-names', { hasText: 'keeper node' }).waitFor({ state: 'detached' });

    // What is filtered, how it is sorted and what is in hand stand in the address.
    await openPage(page, words.shell.terms);
    await page.getByPlaceholder(words.terms.filter).fill('lamp');
    await page.getByRole('button', { name: words.terms.count }).click();
    await expect.poll(() => page.url()).toContain('q=lamp');
    await page.locator('.table').focus();
    await page.keyboard.press('j');
    await expect.poll(() => page.url()).toContain('term=');
    const rows = () => page.locator('.table-row').allTextContents();
    const [before, chosen] = [await rows(), await page.locator('.term-contexts h2').textContent()];
    expect(before.every((row) => /lamp/iu.test(row))).toBe(true);
    await using other = await visit(browser, stand.url);
    await other.page.goto(page.url());
    await other.page.locator('.term-contexts h2', { hasText: chosen ?? '' }).waitFor();
    await expect.poll(() => other.page.locator('.table-row').allTextContents()).toEqual(before);

    // All that match are decided in one request.
    const requests: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('terms.decide')) requests.push(request.url());
    });
    await page.keyboard.press('Control+a');
    await page.keyboard.press('x');
    await page
      .locator('.table-row', { hasText: words.terms.statuses.excluded })
      .nth(before.length - 1)
      .waitFor();
    await page.getByRole('button', { name: words.actions.undo }).first().click();
    await page.locator('.table-row', { hasText: words.terms.statuses.excluded }).first().waitFor({ state: 'detached' });
    expect(requests.length).toBeLessThanOrEqual(1);
    expect(visitor.faults).toEqual([]);
  });

  it('adds a term by hand, tells how often it stands, and offers the one that is there', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await openPage(page, words.shell.terms);
    const add = async (name: string) => {
      await page.getByRole('button', { name: words.terms.add }).click();
      await openDialog(page).getByLabel(words.terms.term).fill(name);
    };
    await add('station');
    await page.getByRole('link', { name: words.terms.openExisting }).waitFor();
    await page.keyboard.press('Escape');
    await add('pressure sensor');
    await page.getByText(/found \d+ times in \d+ documents?/u).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(words.terms.addDone('pressure sensor')).waitFor();
    await openPage(page, words.shell.entries);
    await (await entryNamed(page, 'pressure sensor')).waitFor();

    await openPage(page, words.shell.terms);
    await page.getByRole('button', { name: words.terms.ruleTitle }).click();
    await openDialog(page).getByLabel(words.terms.rulePattern).fill('lamp*');
    await page.getByText(/would exclude \d+ terms/u).waitFor();
    expect(visitor.faults).toEqual([]);
  });
});

describe('categories', () => {
  it('are made in the workbench, chosen by the keys 1 to 9, found by an address, and taken away with a replacement', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page, stand } = visitor;
    await openPage(page, words.shell.terms);
    await page.locator('.table-row').first().waitFor();
    const edit = page.getByRole('button', { name: words.categories.edit });
    await edit.click();
    for (const name of ['Lights', 'People']) {
      await page.getByLabel(words.categories.add).fill(name);
      await page.keyboard.press('Enter');
      await page.getByLabel(words.categories.nameOf(name)).waitFor();
    }
    await page.keyboard.press('Escape');

    // One key decides and goes on.
    await page.locator('.table').focus();
    const names = await page.locator('.table-row .term-name').allTextContents();
    for (const key of ['1', '2', '1']) await page.keyboard.press(key);
    const categoriesOf = () => page.locator('.table-row .category-name').allTextContents();
    await expect.poll(categoriesOf).toEqual(['Lights', 'People', 'Lights']);
    await page.keyboard.press('z');
    await expect.poll(categoriesOf).toEqual(['Lights', 'People']);

    // All that are left are put into one, in one request.
    await page.getByLabel(words.categories.category).first().selectOption({ label: words.categories.none });
    await page.getByPlaceholder(words.terms.filter).fill('lamp');
    await page.locator('.table-row', { hasText: 'lamp' }).first().waitFor();
    await page.locator('.table').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('1');
    await page.getByText(words.terms.noMatch('lamp')).waitFor();
    await page.getByPlaceholder(words.terms.filter).fill('');
    await page.getByLabel(words.categories.category).first().selectOption({ label: 'People' });
    await expect.poll(() => page.locator('.table-row .term-name').allTextContents()).toEqual([names[1]]);
    await using other = await visit(browser, stand.url);
    await other.page.goto(page.url());
    await other.page.locator('.table-row', { hasText: names[1] ?? '' }).waitFor();
    expect(await other.page.locator('.table-row').count()).toBe(1);

    // A new name reaches what is in it; what was in one goes where it is told.
    await edit.click();
    await page.getByLabel(words.categories.nameOf('People')).fill('Crew');
    await page.keyboard.press('Enter');
    await page.getByText(words.categories.renamed('Crew', 1)).waitFor();
    await page.getByRole('button', { name: words.categories.removeNamed('Crew') }).click();
    await page.getByLabel(words.categories.replacement(1)).selectOption({ label: 'Lights' });
    await page
      .getByRole('button', { name: words.categories.removeNamed('Crew') })
      .last()
      .click();
    await page.getByText(words.categories.removed('Crew', 1)).waitFor();
    await page.keyboard.press('Escape');
    await openPage(page, words.shell.entries);
    await (await entryNamed(page, names[1] ?? '')).click();
    await expect
      .poll(() =>
        page.locator('.category-field select').evaluate((field: HTMLSelectElement) => field.selectedOptions[0]?.text),
      )
      .toBe('Lights');
    expect(visitor.faults).toEqual([]);
  });

  it('leave words that may be one to a person', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await openPage(page, words.shell.terms);
    for (const name of ['sounding lead', 'soundinglead', 'fog-bell', 'fogbell']) {
      await page.getByRole('button', { name: words.terms.add }).click();
      await page.getByRole('dialog', { name: words.terms.addTitle }).getByLabel(words.terms.term).fill(name);
      await page.keyboard.press('Enter');
      await page.getByText(words.terms.addDone(name)).waitFor();
    }
    await page.getByRole('button', { name: words.terms.spellings(2) }).click();
    const dialog = page.getByRole('dialog', { name: words.terms.spellingsTitle });
    await dialog.getByRole('radio', { name: /^fogbell/u }).check();
    await dialog.getByRole('button', { name: words.terms.spellingForbid('fogbell', 'fog-bell') }).click();
    await dialog.locator('.spelling').nth(1).waitFor({ state: 'detached' });
    await page.getByText(words.terms.spellingSaid.forbidden('fogbell', 'fog-bell')).waitFor();
    await dialog.locator('.spelling .button-quiet').click();
    await dialog.getByText(words.terms.noSpellings).waitFor();
    await page.keyboard.press('Escape');
    await openPage(page, words.shell.entries);
    await (await entryNamed(page, 'fogbell')).click();
    await page.locator('.name-forbidden', { hasText: 'fog-bell' }).waitFor();
    expect(visitor.faults).toEqual([]);
  });
});

describe('what became of a version', () => {
  it('is accepted and taken back by keys, one by one and all at once, and taken back again', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await openPage(page, words.shell.versions);
    await page.locator('.state .button-primary').click();
    await page.locator('.dialog .button-primary').click();
    await page.getByText(words.versions.same).waitFor();
    await openPage(page, words.shell.entries);
    for (const name of ['mesh', 'station', 'alarm']) {
      await (await entryNamed(page, name)).click();
      await page.locator('#headword', { hasText: name }).waitFor();
      await page.keyboard.press('e');
      await page.getByLabel(words.entries.editing).and(page.locator('textarea')).fill(`A ${name} of the handbook.`);
      await page.keyboard.press('Control+s');
      await page.getByText(words.entries.saved(name)).waitFor();
    }
    await openPage(page, words.shell.versions);
    const changes = page.locator('.change');
    await expect.poll(() => changes.count()).toBe(3);
    const [first, second] = await page.locator('.change a').allTextContents();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('a');
    await expect.poll(() => changes.count()).toBe(2);
    await page.getByText(words.versions.decided.accepted(first, 1)).waitFor();
    await page.keyboard.press('r');
    await page.getByText(words.versions.decided.rejected(second, 1)).waitFor();
    await expect.poll(() => changes.count()).toBe(1);
    await page.getByRole('button', { name: words.versions.rejectAll(1) }).click();
    await page.getByText(words.versions.settled).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => changes.count()).toBe(1);
    expect(visitor.faults).toEqual([]);
  });
});

describe('an entry', () => {
  it('gets names, a relation and its history, is thrown away, and comes back from the bin', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await openPage(page, words.shell.entries);
    const mesh = await entryNamed(page, 'mesh');
    await mesh.click();
    await page.locator('#headword', { hasText: 'mesh' }).waitFor();

    await page
      .getByRole('button', { name: new RegExp(`^(${words.entries.addName}|${words.entries.editNames})$`, 'u') })
      .click();
    await page.getByLabel(words.entries.addName).fill('lattice');
    await page.keyboard.press('Enter');
    const status = page.getByLabel(words.entries.statusOf('lattice'));
    await status.selectOption({ label: words.entries.statuses.forbidden });
    await page.getByLabel(words.entries.reasonOf('lattice')).fill('It is a grid of wood.');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: words.actions.close, exact: true }).first().click();
    await page.locator('.name-forbidden', { hasText: 'lattice' }).waitFor();
    await page.locator('.entry-names', { hasText: 'It is a grid of wood.' }).waitFor();

    await page.getByRole('button', { name: words.entries.addRelation }).click();
    await page.getByLabel(words.entries.relationTo).fill('station');
    await page.keyboard.press('Enter');
    await page.locator('.entry-names').getByRole('link', { name: 'station' }).waitFor();
    // The other end of a relation is shown by itself.
    await page.locator('.entry-names').getByRole('link', { name: 'station' }).click();
    await page.locator('#headword', { hasText: 'station' }).waitFor();
    await page
      .locator('.entry-names li', { hasText: words.entries.inverseRelations.broader })
      .getByRole('link', { name: 'mesh' })
      .click();
    await page.locator('#headword', { hasText: 'mesh' }).waitFor();

    await page.getByText(words.entries.history).click();
    await page.locator('.history ins', { hasText: 'lattice' }).first().waitFor();

    await page.getByRole('button', { name: words.entries.exclude }).click();
    await mesh.waitFor({ state: 'detached' });
    await openPage(page, words.shell.trash);
    await page.getByRole('button', { name: words.trash.restoreNamed('mesh') }).click();
    await page.getByText(words.trash.empty).waitFor();
    await openPage(page, words.shell.entries);
    await (await entryNamed(page, 'mesh')).waitFor();
    expect(visitor.faults).toEqual([]);
  });

  it('answers its issue with a new definition, and both are taken back at once', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await openPage(page, words.shell.issues);
    await page.locator('.issue-bar').waitFor();
    const open = async () =>
      Number(
        (await page.getByLabel(words.documents.state).locator('option').first().textContent())?.match(/\d+/u)?.[0],
      );
    const before = await open();
    await page.keyboard.press('2');
    await page.getByLabel(words.entries.editing).and(page.locator('textarea')).fill('A thing of the handbook.');
    await page.keyboard.press('Control+s');
    await expect.poll(open).toBeLessThan(before);
    await page.getByRole('button', { name: words.actions.undo }).first().click();
    await expect.poll(open).toBe(before);
    expect(visitor.faults).toEqual([]);
  });
});

describe('documents', () => {
  it('are pasted as text, and what entries would lose is told before one goes', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page } = visitor;
    await openPage(page, words.shell.documents);
    await page.getByRole('button', { name: words.documents.add }).click();
    await page.getByRole('button', { name: words.drop.paste }).click();
    await page.getByLabel(words.drop.pasteLabel).fill('# Buoy notes\n\nA buoy is a float that is tied to the ground.');
    await page.getByRole('button', { name: words.drop.pasteLook }).click();
    await page.getByRole('button', { name: words.drop.send(1, 0) }).click();
    await page.getByRole('link', { name: 'Buoy notes.md' }).waitFor();

    await page.getByRole('button', { name: `${words.documents.remove}: 01-overview.md` }).click();
    await openDialog(page)
      .getByText(/\d+ entr(?:y loses|ies lose) evidence/u)
      .waitFor();
    await openDialog(page).getByRole('button', { name: words.documents.remove }).click();
    await page.getByRole('link', { name: '01-overview.md' }).waitFor({ state: 'detached' });
    await openPage(page, words.shell.trash);
    await page.getByRole('button', { name: words.trash.restoreNamed('01-overview.md') }).click();
    await openPage(page, words.shell.documents);
    await page.getByRole('link', { name: '01-overview.md' }).waitFor();
    expect(visitor.faults).toEqual([]);
  });

  it('of a deleted project come back with it', async () => {
    await using visitor = await visitFirstGlossary(browser);
    const { page, stand } = visitor;
    await page.goto(stand.url);
    await page.getByRole('button', { name: new RegExp(words.home.remove, 'u') }).click();
    await openDialog(page).getByRole('button', { name: words.actions.delete }).click();
    await page.getByText(words.home.empty).waitFor();
    await page.getByRole('link', { name: words.trash.projectsTitle }).click();
    await page.locator('.trash-list .button').first().click();
    await page.getByText(words.trash.empty).waitFor();
    await page.goto(stand.url);
    await page.locator('.project-name').waitFor();
    expect(visitor.faults).toEqual([]);
  });
});

/** An entry of the list, which may be long: found by its name first. */
async function entryNamed(page: Page, name: string): Promise<Locator> {
  await page.getByPlaceholder(words.entries.filter).fill(name);
  return page.locator('.list-option', { has: page.locator('.list-term', { hasText: new RegExp(`^${name}$`, 'u') }) });
}

function rowNamed(page: Page, term: string) {
  return page
    .locator('.table-row')
    .filter({ has: page.getByText(term, { exact: true }) })
    .first();
}

/** Filters to a term, takes it in hand, and shows all again. */
async function chooseRow(page: Page, term: string): Promise<void> {
  await rowNamed(page, term).click();
  await page.locator('.term-contexts h2', { hasText: term }).waitFor();
}
