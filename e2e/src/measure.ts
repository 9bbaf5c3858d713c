/**
 * `pnpm --filter @genglossary/e2e measure FOLDER`: makes the glossary of a folder, then measures what a person feels on
 * its pages with the processor slowed down four times. Prints one line a measurement (milliseconds).
 */
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { openStand } from './stand.ts';
import { taskTimes } from './task-times.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name a folder of documents.');
const words = wordsOf.en;
const slowDown = 4;

await using stand = await openStand();
const browser = await openBrowser();
await using visitor = await visit(browser, stand.url);
const { page } = visitor;
await page.goto(`${stand.url}/new`);
await page.getByLabel(words.create.name).fill('Large');
await page.keyboard.press('Enter');
await page.getByLabel(words.drop.chooseFolder).and(page.locator('input')).setInputFiles(resolve(folder));
await page.locator('.plan').waitFor({ timeout: 120_000 });
await page.locator('.button-primary').click();
await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor({ timeout: 600_000 });
const project = /\/p\/[^/]+/u.exec(page.url())?.[0] ?? '';

const session = await page.context().newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
for (const [name, path, ready] of [
  ['home', '/', '.project-name'],
  ['entries', `${project}/entries`, '.list-option'],
  ['terms', `${project}/terms`, '.table-row'],
  ['documents', `${project}/documents`, '.table-row'],
] as const) {
  const started = performance.now();
  await page.goto(stand.url + path);
  await page.locator(ready).first().waitFor();
  const shown = performance.now() - started;
  const lcp = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  console.info(`${name}: rows after ${Math.round(shown)}, largest paint ${Math.round(lcp)}`);
}

for (const [name, path, list] of [
  ['terms', `${project}/terms`, '.table'],
  ['entries', `${project}/entries`, '.list'],
] as const) {
  await page.goto(stand.url + path);
  await page.locator(`${list} [aria-selected=true]`).waitFor();
  await page.waitForLoadState('networkidle');
  console.info(`${name}: ${await page.locator('.list-count').textContent()}`);
  console.info(`scrolling the ${name}: ${tasksOf(await taskTimes(browser, page, () => scroll(page, list)))}`);
  const waits: number[] = [];
  const keys = async () => {
    for (const key of 'container') waits.push(await keyUntilRows(page, key));
  };
  await page.locator('[type=search]').focus();
  console.info(`filtering the ${name}: ${tasksOf(await taskTimes(browser, page, keys))}`);
  console.info(`${name} from key to rows: ${waits.map(Math.round).join(', ')}`);
}

await page.goto(`${stand.url}${project}/documents?sort=-length`);
const longest = (await page.locator('.table-row a').first().getAttribute('href')) ?? '';
const began = performance.now();
await page.goto(stand.url + longest);
await page.locator('.document-pane a.hl').first().waitFor();
console.info(`longest document: words after ${Math.round(performance.now() - began)}`);
console.info(`scrolling it: ${tasksOf(await taskTimes(browser, page, () => scroll(page, '.document-pane')))}`);
for (const fault of visitor.faults) console.error(fault);
await browser.close();

async function scroll(tab: Page, place: string): Promise<void> {
  await tab.locator(place).evaluate(async (element) => {
    for (let step = 0; step < 120; step += 1) {
      element.scrollBy(0, 240);
      await new Promise((frame) => requestAnimationFrame(frame));
    }
  });
}

/** Milliseconds from a key to the frame that shows how many rows are left; at most a second, where that stays the same. */
async function keyUntilRows(tab: Page, key: string): Promise<number> {
  const before = await tab.locator('.list-count').textContent();
  const waited = tab.evaluate(
    (old) =>
      new Promise<number>((done) => {
        let pressed = 0;
        const look = () => {
          const isNew = document.querySelector('.list-count')?.textContent !== old;
          if (isNew || performance.now() - pressed > 1000) done(performance.now() - pressed);
          else requestAnimationFrame(look);
        };
        addEventListener('keydown', ({ timeStamp }) => ((pressed = timeStamp), look()), { once: true });
      }),
    before,
  );
  await tab.keyboard.press(key);
  return waited;
}

function tasksOf(times: readonly number[]): string {
  const long = times.filter((time) => time > 50).length;
  return `longest task ${Math.round(times[0] ?? 0)}, ${long} of ${times.length} above 50`;
}
