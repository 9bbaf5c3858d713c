import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openDialog } from './open-dialog.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

const words = wordsOf.en;
/** More than a browser names in one answer. */
const notes = 130;

let browser: Browser;
let directory: string;
beforeAll(async () => {
  browser = await openBrowser();
  directory = await mkdtemp(join(tmpdir(), 'genglossary-dropped-'));
  const files = new Map([
    ['loom/index.md', '# The loom\n\nA heddle is the part that lifts a thread.\n'],
    ['loom/parts/index.md', '# Parts\n\nA treadle is the lever under the foot.\n'],
    ['loom/parts/small/shuttle.md', '# Shuttle\n\nA shuttle is the boat that carries the weft.\n'],
    ...Array.from(
      { length: notes },
      (_, at) => [`loom/notes/${at}.md`, `# Note ${at}\n\nThe heddle rests.\n`] as const,
    ),
    ['terms.csv', 'Term,Definition\nselvage,The edge of a cloth.\n'],
    ['late.md', '# Late\n\nA selvage is the edge that does not fray.\n'],
  ]);
  for (const [name, text] of files) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
});
afterAll(async () => {
  await browser.close();
  await rm(directory, { recursive: true, force: true });
});

it('takes a folder that is dropped on the first page as a project, and a file anywhere among its documents', async () => {
  await using stand = await openStand();
  await using visitor = await visit(browser, stand.url);
  const { page } = visitor;
  await page.getByRole('button', { name: words.home.sample }).waitFor();
  await dropOn(page, [join(directory, 'loom')], words.home.dropHere);

  await page.getByRole('heading', { name: words.drop.planned(notes + 3) }).waitFor();
  await page.getByRole('navigation').getByText('loom', { exact: true }).waitFor();
  const paths = await page.locator('.plan-path').allTextContents();
  expect(paths).toContain('index.md');
  expect(paths).toContain('parts/index.md');
  expect(paths).toContain('parts/small/shuttle.md');
  expect(new Set(paths).size).toBe(notes + 3);
  await page.getByRole('button', { name: words.drop.sendAndBuild(notes + 3) }).click();
  await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor();

  await page.getByRole('navigation').getByRole('link', { name: words.shell.documents }).click();
  await page.getByRole('button', { name: words.documents.add }).waitFor();
  await dropOn(page, [join(directory, 'late.md')], words.drop.over);
  await openDialog(page)
    .getByRole('button', { name: words.drop.send(1, 0) })
    .click();
  await page.getByText(words.drop.sent(1, 0)).waitFor();

  // Where nothing takes files the app stays.
  await page.getByRole('navigation').getByRole('link', { name: words.shell.entries }).click();
  await page.locator('.entry').waitFor();
  await dropOn(page, [join(directory, 'late.md')]);
  await page.locator('.entry').waitFor();
  expect(page.url()).toContain(stand.url);

  // A table is dropped where one is imported.
  await page.getByRole('navigation').getByRole('link', { name: words.shell.imports }).click();
  await page.locator('.import-drop').waitFor();
  await dropOn(page, [join(directory, 'terms.csv')], words.imports.prompt, 250);
  await page.getByRole('heading', { name: words.imports.plan('terms.csv') }).waitFor();

  // The name is taken: the next one has a number.
  await page.getByRole('link', { name: 'GenGlossary' }).click();
  await page.locator('.project-name').waitFor();
  await dropOn(page, [join(directory, 'loom')], words.home.dropHere);
  await page.getByRole('navigation').getByText('loom (2)', { exact: true }).waitFor();
  expect(visitor.faults).toEqual([]);
});

/** Drags files of the disk over the middle of the page, as a person does; lets them go when the page says what that means, if anything. */
async function dropOn(page: Page, files: readonly string[], says?: string, y = 700): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', {
      type,
      x: 700,
      y,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    });
  await drag('dragEnter');
  await drag('dragOver');
  if (says !== undefined) await page.getByText(says).waitFor();
  await drag('drop');
  await session.detach();
}
