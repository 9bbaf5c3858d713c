import { createClient } from '@genglossary/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './first-glossary.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';
import { visitFirstGlossary } from './visit-first-glossary.ts';
import { wordsOf } from './words.ts';

const words = wordsOf.en;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('reads in the size and face that somebody chose, leaves highlights out, and requires selected words by a key', async () => {
  await using visitor = await visitFirstGlossary(browser);
  const { page } = visitor;
  const [defined, used] = await mentionsOf(page, '06-power.md');
  await page.getByRole('link', { name: '06-power.md' }).click();
  await page.locator('.document-pane a.hl-candidate').first().waitFor();
  await page.getByLabel(words.document.states.candidate).uncheck();
  await page.locator('.document-pane a.hl-candidate').first().waitFor({ state: 'detached' });
  const hits = Number(/\d+/u.exec((await page.locator('.document-hit').textContent()) ?? '')?.[0]);
  expect(hits).toBeGreaterThan(0);
  expect(hits).toBeLessThan(used);
  expect(hits / used).toBeCloseTo(defined, 1);

  const size = () =>
    page
      .locator('.prose.reading')
      .first()
      .evaluate((text) => getComputedStyle(text).fontSize);
  const before = await size();
  await page.getByRole('link', { name: words.shell.appSettings }).click();
  await page.getByLabel(words.settings.readingSize).selectOption('larger');
  await page.getByLabel(words.settings.readingFace).selectOption('plain');
  await page.goBack();
  await page.locator('.prose.reading').first().waitFor();
  expect(Number.parseFloat(await size())).toBe(Number.parseFloat(before) * 1.25);

  await page.locator('.prose.reading').first().dblclick();
  await page.getByRole('region', { name: words.document.addSelection }).waitFor();
  await page.keyboard.press('a');
  await page.getByText(words.document.required('').slice(2)).waitFor();
  expect(visitor.faults).toEqual([]);
});

it.each([
  ['as it is read', undefined],
  ['its source', words.document.source],
])(
  'marks what is required also where somebody has read before, as soon as it is in view again (%s)',
  async (_, drawnAs) => {
    await using stand = await openStand();
    await using client = createClient({ url: stand.url });
    const project = await client.projects.create({ name: 'Tides' });
    const between = Array.from({ length: 150 }, (_paragraph, at) =>
      `Paragraph ${at} tells of water that comes and goes. `.repeat(8),
    );
    const ends = 'A neap tide is small.';
    await client.documents.upload(project.id, [{ name: 'tides.md', content: [ends, ...between, ends].join('\n\n') }]);
    const [document] = await client.documents.list(project.id);
    await using visitor = await visit(browser, stand.url);
    const { page } = visitor;
    await page.goto(`${stand.url}/p/${project.id}/documents/${document?.id ?? ''}`);
    const pane = page.locator('.document-pane');
    if (drawnAs !== undefined) await page.getByRole('button', { name: drawnAs, exact: true }).click();
    await pane.getByText(ends).first().waitFor();
    /** How many marks are drawn in what is in view, or nearly. */
    const marked = () =>
      pane
        .locator('.hl-required')
        .evaluateAll((all) => all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length);
    await pane.press('End');
    await pane.getByText(ends).last().waitFor();
    await client.termLists.add(project.id, 'required', [{ pattern: 'neap tide' }, { pattern: 'Paragraph 75' }]);
    await expect.poll(marked).toBe(1);
    await pane.press('Home');
    await expect.poll(marked).toBe(1);
    await expect
      .poll(async () => {
        await pane
          .getByText('Paragraph 75')
          .first()
          .evaluate((far) => far.scrollIntoView());
        return marked();
      })
      .toBe(8);
    expect(visitor.faults).toEqual([]);
  },
);

it('goes on where it was left', async () => {
  await using visitor = await visitFirstGlossary(browser);
  const { page } = visitor;
  await page.getByRole('link', { name: words.runs.openEntries }).click();
  await page.getByPlaceholder(words.entries.filter).fill('lamp');
  await expect.poll(() => page.url()).toContain('q=lamp');
  const option = page.getByRole('listbox').getByRole('option').nth(1);
  const term = (await option.locator('.list-term').textContent()) ?? '';
  await option.click();
  await page.locator('#headword', { hasText: term }).waitFor();
  // The address follows what was chosen.
  await expect.poll(() => page.url()).toContain('entry=');
  await page.getByRole('link', { name: 'GenGlossary' }).click();
  await page.locator('.project-name').click();
  await page.locator('#headword', { hasText: term }).waitFor();
  expect(await page.getByPlaceholder(words.entries.filter).inputValue()).toBe('lamp');
  expect(visitor.faults).toEqual([]);
});

/** What the list of documents says of one: the share of its mentions that is explained (0–1), and how many there are. */
async function mentionsOf(page: Page, name: string): Promise<readonly [number, number]> {
  await openPage(page, words.shell.documents);
  const row = page.getByRole('row', { name: new RegExp(name, 'u') });
  await row.getByText('%').waitFor();
  const cells = await row.getByRole('gridcell').allTextContents();
  const share = cells.find((text) => text.endsWith('%')) ?? '';
  const mentions = cells[cells.indexOf(share) - 1];
  return [Number.parseInt(share, 10) / 100, Number(mentions)];
}
