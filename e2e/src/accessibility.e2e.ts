import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { type FullStand, openFullStand } from './full-stand.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

/** On a full page, and on one that has nothing to show. */
const leastNodes = 60;
const leastOfState = 25;
const projectPages = ['entries', 'terms', 'issues', 'runs', 'versions', 'insights', 'exports'] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['en', 'ja'] as const)('in %s', (language) => {
  let stand: FullStand;
  beforeAll(async () => {
    stand = await openFullStand(browser, language);
  });
  afterAll(() => stand[Symbol.asyncDispose]());

  it.each(['light', 'dark'] as const)(
    'every page is without a violation of WCAG 2.2 AA when it is %s',
    async (theme) => {
      await using visitor = await visit(browser, stand.url, { language, theme });
      const { page } = visitor;
      const violations: string[] = [];
      for (const { name, path, ready } of stand.pages) {
        await page.goto(`${stand.url}${path}`);
        await page.locator(ready).first().waitFor();
        violations.push(...(await violationsOf(page, { name: `${name} ${language} ${theme}`, least: leastNodes })));
      }
      expect(violations).toEqual([]);
      expect(visitor.faults).toEqual([]);
    },
  );
});

describe.each(['en', 'ja'] as const)('what stands where nothing can be shown, in %s', (language) => {
  const words = wordsOf[language];

  it.each(['light', 'dark'] as const)('is without a violation when it is %s', async (theme) => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language, theme });
    const { page } = visitor;
    const violations: string[] = [];
    const look = async (name: string) =>
      violations.push(...(await violationsOf(page, { name: `${name} ${language} ${theme}`, least: leastOfState })));

    await page.locator('.state').waitFor();
    await look('home, empty');
    await page.getByRole('link', { name: words.home.create }).click();
    await page.getByLabel(words.create.name).fill('Empty');
    await page.keyboard.press('Enter');
    await page.locator('.drop').waitFor();
    await look('documents, empty');
    const project = new URL(page.url()).pathname.replace('/documents', '');
    for (const name of projectPages) {
      await page.goto(`${stand.url}${project}/${name}`);
      await page.locator('.state').first().waitFor();
      await look(`${name}, empty`);
    }

    // The server is silent, then it talks nonsense.
    for (const [state, shown] of [
      ['loading', '.skeleton'],
      ['failed', '.state-bad'],
    ] as const) {
      const calls = '**/trpc/**';
      await page.route(calls, (route) =>
        state === 'loading' ? undefined : route.fulfill({ status: 500, contentType: 'text/plain', body: 'Oh no.' }),
      );
      for (const path of ['/', '/settings', ...projectPages.map((name) => `${project}/${name}`)]) {
        await page.goto(`${stand.url}${path}`);
        await page.locator(shown).first().waitFor({ state: 'attached' });
        await look(`${path.replace(project, '')}, ${state}`);
      }
      await page.unroute(calls);
    }
    expect(violations).toEqual([]);
  });
});

async function violationsOf(
  page: Page,
  { name, least }: { readonly name: string; readonly least: number },
): Promise<string[]> {
  const result = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const nodes = result.passes.reduce((sum, rule) => sum + rule.nodes.length, 0);
  console.info(`${name}: ${nodes} nodes`);
  expect(nodes, `${name} is checked at all`).toBeGreaterThanOrEqual(least);
  return result.violations.flatMap(({ id, nodes: hit }) =>
    hit.map(({ target, failureSummary }) => `${name}: ${id} ${target.join(' ')} ${failureSummary}`),
  );
}
