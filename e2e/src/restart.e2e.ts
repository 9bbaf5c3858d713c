import { createClient } from '@genglossary/client';
import { projectId, runId } from '@genglossary/core/domain';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { manyDocuments, startLongRun } from './many-documents.ts';
import { startServerProcess } from './server-process.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

const words = wordsOf.en;
const documents = 160;
/** From the last event of a run until every tab shows its end (milliseconds). */
const mostLate = 1000;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a server that is killed during a run', () => {
  it('is waited for by every open tab, and each shows the end within a second of it', async () => {
    await using folder = await manyDocuments(documents);
    await using server = await startServerProcess();
    await using visitor = await visit(browser, server.url);
    const { page } = visitor;
    await startLongRun(page, { path: folder.path, count: documents, read: documents / 2 });
    const [, project = '', run = ''] = /\/p\/([^/]+)\/runs\/([^/?]+)/u.exec(page.url()) ?? [];
    const list = await visitor.another();
    await list.goto(`${server.url}/p/${project}/runs`);
    await list.getByText(words.runs.status.running, { exact: true }).first().waitFor();

    await server.kill();
    await Promise.all([page, list].map((tab) => tab.getByText(words.shell.reconnecting).waitFor()));
    const before = await sequenceOf(page);
    await server.start();
    const seen = await Promise.all([page, list].map((tab) => whenSaid(tab, words.runs.status.completed)));
    await Promise.all(
      [page, list].map((tab) => tab.getByText(words.shell.reconnecting).waitFor({ state: 'detached' })),
    );

    await using client = createClient({ url: server.url });
    const told = await Array.fromAsync(client.runs.open(runId(run)).events());
    const end = told.find(({ type }) => type === 'run-end');
    const ended = end !== undefined && 'at' in end ? end.at : Number.NaN;
    console.info(`the end was seen ${seen.map((at) => at - ended).join(' and ')} ms after it happened`);
    for (const at of seen) expect(at - ended).toBeLessThan(mostLate);

    // Nothing of what was told before is lost, nothing is told twice, and what followed is there.
    await page.locator('.log-lines').evaluate((log) => log.scrollTo(0, 0));
    await page.locator('.log-line', { hasText: words.runs.events.queued }).waitFor();
    expect(before.at(-1)).toBeGreaterThan(1);
    const lines = /(?<lines>[\d,]+) of (?<all>[\d,]+)/u.exec((await page.locator('.log-head').textContent()) ?? '');
    expect(Number(lines?.groups?.['all']?.replaceAll(',', ''))).toBe(told.length);
    expect(told.some(({ type }) => type === 'run-interrupted')).toBe(true);
    expect(told.map(({ seq }) => seq)).toEqual(told.map((_, index) => index + 1));

    // Another tab says the same as the database.
    const [row] = await client.runs.list(projectId(project));
    expect(row).toMatchObject({ status: 'completed', attempt: 2 });
  });
});

/** When a tab first showed this, in milliseconds since 1970; the browser runs by the same clock as the server. */
async function whenSaid(tab: Page, text: string): Promise<number> {
  const seen = await tab.waitForFunction(
    (wanted) => [...document.querySelectorAll('.chip')].some((chip) => chip.textContent === wanted) && Date.now(),
    text,
    { polling: 20, timeout: 120_000 },
  );
  return (await seen.jsonValue()) || Number.NaN;
}

async function sequenceOf(page: Page): Promise<number[]> {
  return (await page.locator('.log-seq').allTextContents()).map(Number);
}
