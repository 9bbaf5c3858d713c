/**
 * `pnpm --filter @genglossary/e2e measure FOLDER`: makes the glossary of a folder, then measures what a person feels on
 * its pages with the processor slowed down four times. Prints one line a measurement (milliseconds).
 */
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { openStand } from './stand.ts';
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
await page.addInitScript(() => {
  const tasks: number[] = [];
  Object.assign(globalThis, { longTasks: tasks });
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true,
  });
});

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

await page.goto(`${stand.url}${project}/terms`);
await page.locator('.table-row').first().waitFor();
console.info(`terms: ${await page.locator('.list-filter [role=status]').textContent()}`);
console.info(`scrolling the terms: longest task ${await longestDuring(page, scrollTable)}`);
const field = page.getByPlaceholder(words.terms.filter);
await field.focus();
console.info(
  `filtering the terms: longest task ${await longestDuring(page, () => field.pressSequentially('con', { delay: 120 }))}`,
);
for (const fault of visitor.faults) console.error(fault);
await browser.close();

async function scrollTable(): Promise<void> {
  await page.locator('.table').evaluate(async (table) => {
    for (let step = 0; step < 120; step += 1) {
      table.scrollBy(0, 240);
      await new Promise((frame) => requestAnimationFrame(frame));
    }
  });
}

/** The longest task that held up the page while something was done; 0 where none took 50 ms. */
async function longestDuring(tab: Page, act: () => Promise<void>): Promise<number> {
  await tab.evaluate(() => {
    (Reflect.get(globalThis, 'longTasks') as number[]).length = 0;
  });
  await act();
  return tab.evaluate(() => Math.round(Math.max(0, ...(Reflect.get(globalThis, 'longTasks') as number[]))));
}
