import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { brought, openPage } from './first-glossary.ts';
import { openDialog } from './open-dialog.ts';
import { visitFirstGlossary } from './visit-first-glossary.ts';
import { wordsOf } from './words.ts';

const words = wordsOf.en;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('duplicates a project with everything in it, and deletes the copy for good by its name', async () => {
  await using visitor = await visitFirstGlossary(browser);
  const { page } = visitor;
  const counts = await page.locator('.rail-count').allTextContents();
  await openPage(page, words.shell.settings);
  const copied = words.home.copySuggested(brought.en.name);
  expect(await page.getByLabel(words.home.copyName).inputValue()).toBe(copied);
  await page.getByRole('button', { name: words.home.copyAction }).click();
  await page.getByText(words.home.copied(copied)).waitFor();
  await page.getByRole('navigation').getByText(copied, { exact: true }).waitFor();
  await expect.poll(() => page.locator('.rail-count').allTextContents()).toEqual(counts);

  await page.getByRole('link', { name: 'GenGlossary' }).click();
  await page.getByRole('button', { name: `${words.home.remove}: ${copied}` }).click();
  await openDialog(page).getByRole('button', { name: words.actions.delete }).click();
  await page.getByRole('link', { name: words.trash.projectsTitle }).click();
  await page.getByRole('button', { name: words.trash.purgeNamed(copied) }).click();
  const forGood = openDialog(page).getByRole('button', { name: words.trash.purge });
  expect(await forGood.isDisabled()).toBe(true);
  await openDialog(page).getByRole('textbox').fill(copied);
  await forGood.click();
  await page.getByText(words.trash.empty).waitFor();
  await page.getByRole('link', { name: 'GenGlossary' }).click();
  await page.getByRole('link', { name: brought.en.name, exact: true }).waitFor();
  expect(await page.locator('.project-name').count()).toBe(1);
  expect(visitor.faults).toEqual([]);
});
