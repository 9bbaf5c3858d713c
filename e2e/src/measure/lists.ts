import type { Page } from 'playwright-core';
import { untilKeyPainted } from './waits.ts';

/** Between two keys of a person who types fast (milliseconds). */
const betweenKeys = 60;

/** Words of which each further letter, up to four, leaves fewer of the texts: every key has something to show. */
export function tellingWords(texts: readonly string[], count: number): string[] {
  const lower = texts.map((text) => text.toLowerCase());
  const left = (part: string) => lower.filter((text) => text.includes(part)).length;
  const words: string[] = [];
  for (const text of lower.filter((_, index) => index % 7 === 0)) {
    const word = text.slice(0, 4);
    const counts = [0, 1, 2, 3, 4].map((length) => left(word.slice(0, length)));
    const falls = counts.every((one, index) => index === 0 || one < (counts[index - 1] ?? 0));
    if (/^[a-z]{4}$/u.test(word) && falls && !words.includes(word)) words.push(word);
    if (words.length === count) break;
  }
  return words;
}

/** Milliseconds of each key in the filter of a list, to the frame that shows how many rows are left, and the first. */
export async function filterWaits(page: Page, words: readonly string[]): Promise<number[]> {
  const waits: number[] = [];
  const key = async (pressed: string) => {
    const wait = await untilKeyPainted(page, pressed, {
      before: () => document.querySelector('.list-count')?.textContent ?? '',
      isShown: (before: string) => (document.querySelector('.list-count')?.textContent ?? '') !== before,
    });
    waits.push(wait);
    await page.waitForTimeout(betweenKeys);
  };
  for (const word of words) {
    await page.locator('[type=search]').focus();
    for (const letter of word) await key(letter);
    await page.keyboard.press('Control+a');
    await key('Delete');
  }
  return waits;
}

/** From a decision by one key until the next row is in hand and its sentences are shown. */
export async function decisionWaits(page: Page, count: number): Promise<number[]> {
  const waits: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const wait = await untilKeyPainted(page, 'c', {
      before: () => document.querySelector('.table-row-active')?.getAttribute('data-index') ?? '',
      isShown: (before: string) => {
        const row = document.querySelector('.table-row-active');
        const name = row?.querySelector('.term-name')?.textContent ?? '';
        const shown = document.querySelector('.term-contexts');
        return (
          row !== null &&
          row.getAttribute('data-index') !== before &&
          name !== '' &&
          shown?.querySelector('h2')?.textContent === name &&
          shown.querySelector('.context') !== null
        );
      },
    });
    waits.push(wait);
    await page.waitForTimeout(betweenKeys);
  }
  return waits;
}

/** From each letter in the palette to what it finds. */
export async function paletteWaits(page: Page, words: readonly string[]): Promise<number[]> {
  const waits: number[] = [];
  for (const word of words) {
    await page.keyboard.press('Control+k');
    await page.locator('.palette input').waitFor();
    await page.locator('.palette-option').first().waitFor();
    for (const letter of word) {
      const wait = await untilKeyPainted(page, letter, {
        before: () => ({ text: document.querySelector('.palette')?.textContent, frames: 0 }),
        isShown: (before: { readonly text: string | undefined; frames: number }) => {
          before.frames += 1;
          // A letter may leave what is shown as it was: the third frame would show anything else.
          return document.querySelector('.palette')?.textContent !== before.text || before.frames === 3;
        },
      });
      waits.push(wait);
      await page.waitForTimeout(betweenKeys);
    }
    await page.keyboard.press('Escape');
    await page.locator('.palette').waitFor({ state: 'detached' });
  }
  return waits;
}

/** Scrolls by a little each frame, through some hundred rows or a few screens. */
export async function scroll(page: Page, place: string): Promise<void> {
  await page.locator(place).evaluate(async (element) => {
    for (let step = 0; step < 120; step += 1) {
      element.scrollBy(0, 240);
      await new Promise((frame) => requestAnimationFrame(frame));
    }
  });
}
