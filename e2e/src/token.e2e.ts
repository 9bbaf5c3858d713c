import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { startServerProcess } from './server-process.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

const words = wordsOf.en;
const TOKEN = 'harbour-token-0123456789';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a server that asks for a token', () => {
  it('shows nothing before it is given, says that a wrong one is wrong, and forgets it with the tab', async () => {
    await using server = await startServerProcess({ GENGLOSSARY_TOKEN: TOKEN });
    await using visitor = await visit(browser, server.url);
    const { page } = visitor;
    const field = page.getByLabel(words.shell.token, { exact: true });
    await field.fill('not this one');
    await page.keyboard.press('Enter');
    await page.getByText(words.shell.tokenWrong).waitFor();
    await field.fill(TOKEN);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: words.home.sample }).click();
    await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor();
    await page.reload();
    await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor();
    expect(server.output()).not.toContain(TOKEN);

    const other = await visitor.another();
    await other.goto(server.url);
    await other.getByLabel(words.shell.token, { exact: true }).waitFor();
  });
});
