import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { wordsOf } from './words.ts';

const examples = resolve(import.meta.dirname, '../../examples');

/** What a visitor brings along in each language. */
export const brought = {
  en: { name: 'Lighthouse handbook', folder: resolve(examples, 'lighthouse-handbook') },
  ja: { name: '若葉製茶 手引き', folder: resolve(examples, 'wakaba-handbook') },
} as const;

/** From an empty home to a made glossary, by what is on the screen alone; ends on the page of the finished run. */
export async function makeFirstGlossary(page: Page, language: 'en' | 'ja'): Promise<void> {
  const words = wordsOf[language];
  await page.getByRole('link', { name: words.home.create }).click();
  await page.getByLabel(words.create.name).fill(brought[language].name);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: words.documents.title }).waitFor();
  await page.getByLabel(words.drop.chooseFolder).and(page.locator('input')).setInputFiles(brought[language].folder);
  await page.getByRole('button', { name: sendButton(words.drop.sendAndBuild(1)) }).click();
  await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor({ timeout: 90_000 });
}

/** The button whatever number it names. */
function sendButton(withOne: string): RegExp {
  const escaped = withOne.replaceAll(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
  return new RegExp(escaped.replace('1', '\\d+').replace('document', 'documents?'), 'u');
}

/** Goes to a page of the project by the rail. */
export async function openPage(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}`, 'u') })
    .click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}
