import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { wordsOf } from './words.ts';

const examples = resolve(import.meta.dirname, '../../examples');

/** What a visitor brings along in each language. */
export const brought = {
  en: { name: 'Lighthouse handbook', folder: resolve(examples, 'lighthouse-handbook') },
  ja: { name: '若葉製茶 手引き', folder: resolve(examples, 'wakaba-handbook') },
} as const;

/** A novel whose names are read as its writer says, above their characters. */
export const novel = { name: '暁の鐘', folder: resolve(examples, 'akatsuki-story') };

/** From an empty home to a made glossary, by what is on the screen alone; ends on the page of the finished run. */
export async function makeFirstGlossary(
  page: Page,
  language: 'en' | 'ja',
  { name, folder }: { readonly name: string; readonly folder: string } = brought[language],
): Promise<void> {
  const words = wordsOf[language];
  await page.getByRole('link', { name: words.home.create }).click();
  await page.getByLabel(words.create.name).fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: words.documents.title }).waitFor();
  await page.getByLabel(words.drop.chooseFolder).and(page.locator('input')).setInputFiles(folder);
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
