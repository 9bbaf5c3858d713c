import type { Browser } from 'playwright-core';
import { type AppPage, everyPage } from './every-page.ts';
import { makeFirstGlossary } from './first-glossary.ts';
import { openStand, type Stand } from './stand.ts';
import { visit } from './visit.ts';

/** A stand whose project has documents, a glossary, a finished run and a published version. */
export interface FullStand extends Stand {
  readonly pages: readonly AppPage[];
}

/** Opens a stand and fills it as a visitor of that language does. */
export async function openFullStand(browser: Browser, language: 'en' | 'ja'): Promise<FullStand> {
  await using stack = new AsyncDisposableStack();
  const stand = stack.use(await openStand());
  await using visitor = await visit(browser, stand.url, { language });
  await makeFirstGlossary(visitor.page, language);
  const pages = await everyPage(visitor.page);
  const owned = stack.move();
  return { ...stand, pages, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
