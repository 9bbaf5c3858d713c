import type { Page } from 'playwright-core';
import { untilKeyPainted, untilPainted } from './waits.ts';

/** From where a pointer comes to rest to its press (milliseconds). */
const beforePress = 100;
/** From what was said of some words to the next ones that are selected: they are read first (milliseconds). */
const betweenWords = 500;

/** From `N` or `P` until the next highlight is the one in hand, and in view. */
export async function jumpWaits(page: Page, keys: string): Promise<number[]> {
  const waits: number[] = [];
  for (const key of keys) {
    const wait = await untilKeyPainted(page, key, {
      before: () => document.querySelector('a[data-current]')?.getAttribute('href') ?? '',
      isShown: (before: string) => {
        const current = document.querySelector('a[data-current]');
        const box = current?.getBoundingClientRect();
        return current?.getAttribute('href') !== before && box !== undefined && box.top > 0 && box.bottom < innerHeight;
      },
    });
    waits.push(wait);
    await page.waitForTimeout(60);
  }
  return waits;
}

/** From the press that makes selected words a term to their highlight, each time with other words. */
export async function addWaits(page: Page, button: string, count: number): Promise<number[]> {
  const waits: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    await page.waitForTimeout(betweenWords);
    // Whoever selects words has just moved a hand: what makes room for them then is no shift that nobody asked for.
    await page.keyboard.press('Shift');
    const words = await page.evaluate(selectInPage, turn);
    const side = page.locator('.document-side');
    // What is chosen is said first; a press before that would be about the words before.
    if (words !== '') await side.getByText(words).first().waitFor();
    const choice = side.getByRole('button', { name: button }).first();
    // A person's pointer is there before it presses.
    await choice.hover();
    await page.waitForTimeout(beforePress);
    const press = async () => {
      await page.mouse.down();
      await page.mouse.up();
    };
    const wait = await untilPainted(page, press, {
      // The selection goes where its words are marked.
      before: () => getSelection()?.toString() ?? '',
      isShown: (wanted: string) =>
        [...document.querySelectorAll('.document-pane .hl-required')].some((one) => one.textContent === wanted),
    });
    waits.push(words === '' ? Number.NaN : wait);
  }
  return waits;
}

/** Selects two words of the text in view that are no highlight yet. */
function selectInPage(turn: number): string {
  const pane = document.querySelector('.document-pane');
  if (pane === null) return '';
  const texts = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
  let left = turn;
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const box = node.parentElement?.getBoundingClientRect();
    const found = /[a-z]{4,} [a-z]{4,}/u.exec(node.nodeValue ?? '');
    const isMarked = node.parentElement?.closest('.hl') !== null;
    if (found === null || isMarked || box === undefined || box.bottom < 0 || box.top > innerHeight || left-- > 0)
      continue;
    const range = document.createRange();
    range.setStart(node, found.index);
    range.setEnd(node, found.index + found[0].length);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return found[0];
  }
  return '';
}
