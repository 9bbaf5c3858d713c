import { createClient } from '@genglossary/client';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './first-glossary.ts';
import { openDialog } from './open-dialog.ts';
import { visitFirstGlossary } from './visit-first-glossary.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const words = wordsOf.en;

it('what is related to an entry is walked by arrows, put in the middle, and listed with the same content', async () => {
  await using visitor = await visitFirstGlossary(browser);
  const { page, stand } = visitor;
  await using client = createClient({ url: stand.url });
  const [project] = await client.projects.list();
  if (project === undefined) throw new Error('The sample is a project.');
  const related = new Set((await client.insights.graph(project.id)).nodes.map(({ id }) => id));
  const entries = await Array.fromAsync(client.entries.list(project.id));
  const [first, second, third] = entries.filter(({ id }) => !related.has(id));
  if (first === undefined || second === undefined || third === undefined) throw new Error('The sample has entries.');
  const relate = (from: typeof first, to: typeof first) =>
    client.entries.decideRelation(project.id, from.id, { kind: 'part-of', target: to.id, state: 'accepted' });
  await relate(first, second);
  await relate(third, first);

  await openPage(page, words.shell.insights);
  await page.getByLabel(words.insights.middle).selectOption(first.id);
  const inHand = page.locator('.graph-node[aria-current=true]');
  await page.getByRole('heading', { name: words.insights.graphFinding(first.term, 2) }).waitFor();
  await inHand.focus();
  const walk: string[] = [];
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowRight', 'ArrowDown']) {
    await page.keyboard.press(key);
    walk.push((await page.locator('.graph-node:focus .graph-term').textContent()) ?? '');
  }
  expect(walk).toEqual([second.term, first.term, second.term, third.term]);
  await page.keyboard.press('Space');
  await page.getByRole('heading', { name: `“${third.term}” is related to` }).waitFor();
  const drawn = await page.locator('.graph-term').allTextContents();
  await page.getByLabel(words.insights.view).selectOption('list');
  const rows = page.locator('.graph-list tbody tr');
  await rows.first().waitFor();
  const listed = new Set(await rows.getByRole('link').allTextContents());
  expect([...listed].toSorted()).toEqual(drawn.toSorted());
  expect(visitor.faults).toEqual([]);
});

it('another definition is proposed word by word, and nothing is changed before it is accepted', async () => {
  await using visitor = await visitFirstGlossary(browser);
  const { page } = visitor;
  await page.goto(new URL('../entries?show=defined', page.url()).href);
  const definition = page.locator('.entry-definition');
  await definition.waitFor();
  const quoted = await definition.textContent();
  await page.keyboard.press('e');
  await page.getByLabel(words.entries.editing).last().fill('A word of mine.');
  await page.getByRole('button', { name: words.actions.save, exact: true }).click();
  await definition.getByText('A word of mine.').waitFor();

  const ask = async () => {
    await page.getByRole('button', { name: words.entries.propose }).first().click();
    await openDialog(page).getByRole('button', { name: words.entries.propose }).click();
    await openDialog(page).locator('.word-diff').waitFor();
    expect(await openDialog(page).locator('del').allTextContents()).not.toEqual([]);
  };
  await ask();
  await page.getByRole('button', { name: words.entries.keepThis }).click();
  await openDialog(page).waitFor({ state: 'detached' });
  expect(await definition.textContent()).toContain('A word of mine.');
  await ask();
  await page.getByRole('button', { name: words.entries.acceptProposal }).click();
  await openDialog(page).waitFor({ state: 'detached' });
  await expect.poll(() => definition.textContent()).toContain(quoted?.slice(0, 20));
  expect(visitor.faults).toEqual([]);
});
