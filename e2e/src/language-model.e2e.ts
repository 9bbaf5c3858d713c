import { answerDefinitions, type FakeModelServer, quoteFirst, startFakeModel } from '@genglossary/core/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { outputOf } from './command-line.ts';
import { everyPage } from './every-page.ts';
import { makeFirstGlossary, openPage } from './first-glossary.ts';
import { openDialog } from './open-dialog.ts';
import { startServerProcess } from './server-process.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

const words = wordsOf.en;
const KEY = 'sk-lantern-9f8e7d6c5b4a3210';
const MODEL = 'small-and-honest';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function startModel(): Promise<FakeModelServer> {
  const model = await startFakeModel({ key: KEY, models: [MODEL, 'large-and-slow'] });
  model.behave((call) =>
    call.prompt.includes('Are you ready?')
      ? { kind: 'say', text: '{"ready": true}' }
      : { kind: 'say', text: answerDefinitions(call, quoteFirst) },
  );
  return model;
}

describe('a language model that is set in the app', () => {
  it('is tested, is asked exactly as the form says, and its key is seen nowhere', async () => {
    await using model = await startModel();
    await using server = await startServerProcess();
    await using visitor = await visit(browser, server.url);
    const { page } = visitor;
    await makeFirstGlossary(page, 'en');
    const run = page.url();

    await page.getByRole('link', { name: words.shell.appSettings }).click();
    await page.getByLabel(words.settings.provider).selectOption('openai-compatible');
    const address = page.getByLabel(words.settings.address);
    const name = page.getByLabel(words.settings.model, { exact: true });
    const test = page.getByRole('button', { name: words.settings.test });

    // What would go where is said before anything does.
    await address.fill('https://models.example/v1');
    await page.getByText(words.settings.sentTo('https://models.example/v1')).waitFor();
    await address.fill(model.baseUrl('openai'));
    await page.getByText(words.settings.sentHere(model.baseUrl('openai'))).waitFor();

    // Without a key, with a wrong path, with a model that is not there: each is said, and healed by one press.
    await address.fill(`${model.baseUrl('openai')}/chat/completions`);
    await name.fill('small');
    await page.getByLabel(words.settings.newKey).fill(KEY);
    await page.getByRole('button', { name: words.settings.keepKey }).click();
    await page.getByText(words.settings.keySources.stored).waitFor();
    await test.click();
    await page.getByRole('button', { name: words.settings.heal(model.baseUrl('openai')) }).click();
    expect(await address.inputValue()).toBe(model.baseUrl('openai'));
    await test.click();
    await page.getByRole('button', { name: MODEL, exact: true }).click();
    await test.click();
    const answered = page.getByText(/^It answers/u);
    await answered.waitFor();

    // What was found holds only for what was tested.
    await page.getByLabel(words.settings.temperature).fill('0.3');
    await answered.waitFor({ state: 'detached' });
    await page.getByText(words.settings.singleSteps).click();
    for (const step of ['classify', 'review', 'refine'] as const) {
      await page.getByLabel(words.runs.steps[step], { exact: true }).selectOption('built-in');
    }
    await page.getByRole('textbox', { name: words.settings.styleGuide }).fill('Write as a keeper of lights would.');
    await page.getByLabel(words.settings.keepsCallTexts).selectOption('yes');
    await page.getByRole('button', { name: words.settings.saveServer }).click();
    await page.getByText(words.settings.saved).waitFor();
    await page.reload();
    await expect.poll(() => name.inputValue()).toBe(MODEL);
    expect(await page.getByLabel(words.settings.temperature).inputValue()).toBe('0.3');

    // The next question can be read word for word, and nobody is asked for it.
    const asked = model.calls.length;
    await page.goto(new URL('../settings', run).href);
    await page.getByRole('button', { name: words.settings.showQuestions }).click();
    await page.getByRole('region', { name: words.runs.callParts.instructions }).waitFor();
    expect(await page.getByRole('region', { name: words.runs.callParts.instructions }).textContent()).toContain(
      'Write as a keeper of lights would.',
    );
    const term = await openDialog(page).getByLabel(words.terms.term).inputValue();
    expect(await page.getByRole('region', { name: words.runs.callParts.prompt }).textContent()).toContain(term);
    expect(model.calls).toHaveLength(asked);
    // Before it is asked a person says what it may spend.
    await page.goto(run);
    await openPage(page, words.shell.documents);
    await page.getByRole('button', { name: words.documents.again }).click();
    const dialog = page.getByRole('dialog', { name: words.runs.spendTitle });
    await dialog.getByRole('definition').first().waitFor();
    await dialog.getByLabel(words.settings.most.calls).fill('1000');
    await dialog.getByRole('button', { name: words.runs.start }).click();
    await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor({ timeout: 90_000 });

    const calls = model.calls.slice(asked);
    expect(calls.length).toBeGreaterThan(0);
    for (const { key, model: wanted, path, instructions, body } of calls) {
      expect({ key, wanted, path }).toEqual({ key: KEY, wanted: MODEL, path: '/v1/chat/completions' });
      expect(body['temperature']).toBe(0.3);
      expect(instructions).toContain('Write as a keeper of lights would.');
    }

    // What was asked can be looked at, to the last word.
    await page.getByText(words.runs.ofMost(words.runs.callCount(calls.length), '1,000')).waitFor();
    await page.getByRole('tab', { name: words.runs.calls }).click();
    await expect.poll(() => page.locator('.call-open').count()).toBe(Math.min(50, calls.length));
    await page.locator('.call-open').first().click();
    await page.getByRole('region', { name: words.runs.callParts.prompt }).waitFor();
    const prompt = await page.getByRole('region', { name: words.runs.callParts.prompt }).textContent();
    expect(calls.some((call) => call.prompt === prompt)).toBe(true);
    expect(await page.content()).not.toContain(KEY);
    await page.keyboard.press('Escape');

    await page.goto(run);
    const seen = await everythingIn(page, server.url);
    expect(seen.length).toBeGreaterThan(100_000);
    expect(seen).not.toContain(KEY);
    for (const format of ['json', 'csv', 'markdown', 'html']) {
      expect((await outputOf(`genglossary export --format ${format}`, server.folder)).toString()).not.toContain(KEY);
    }
    expect(server.output().length).toBeGreaterThan(100);
    expect(server.output()).not.toContain(KEY);
    expect(visitor.faults).toEqual([]);
  });
});

/** The documents of all pages, and whatever the browser keeps. */
async function everythingIn(page: Page, url: string): Promise<string> {
  const found: string[] = [];
  for (const { path, ready } of await everyPage(page)) {
    await page.goto(`${url}${path}`);
    await page.locator(ready).first().waitFor();
    found.push(await page.content());
  }
  found.push(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie])));
  return found.join('\n');
}
