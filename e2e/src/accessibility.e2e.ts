import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { everyPage } from './every-page.ts';
import { makeFirstGlossary } from './first-glossary.ts';
import { openStand, type Stand } from './stand.ts';
import { visit } from './visit.ts';

const leastNodes = 60;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(['en', 'ja'] as const)('in %s', (language) => {
  let stand: Stand;
  let pages: Awaited<ReturnType<typeof everyPage>>;
  beforeAll(async () => {
    stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language });
    await makeFirstGlossary(visitor.page, language);
    pages = await everyPage(visitor.page);
  });
  afterAll(() => stand[Symbol.asyncDispose]());

  it.each(['light', 'dark'] as const)(
    'every page is without a violation of WCAG 2.2 AA when it is %s',
    async (theme) => {
      await using visitor = await visit(browser, stand.url, { language, theme });
      const { page } = visitor;
      const violations: string[] = [];
      for (const { name, path, ready } of pages) {
        await page.goto(`${stand.url}${path}`);
        await page.locator(ready).first().waitFor();
        const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
        const nodes = result.passes.reduce((sum, rule) => sum + rule.nodes.length, 0);
        console.info(`${name} ${language} ${theme}: ${nodes} nodes`);
        expect(nodes, `${name} is checked at all`).toBeGreaterThan(leastNodes);
        for (const { id, nodes: hit } of result.violations) {
          violations.push(
            ...hit.map(({ target, failureSummary }) => `${name}: ${id} ${target.join(' ')} ${failureSummary}`),
          );
        }
      }
      expect(violations).toEqual([]);
      expect(visitor.faults).toEqual([]);
    },
  );
});
