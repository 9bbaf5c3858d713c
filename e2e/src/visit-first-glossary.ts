import type { Browser } from 'playwright-core';
import { makeFirstGlossary } from './first-glossary.ts';
import { openStand, type Stand } from './stand.ts';
import { type Visit, visit, type VisitOptions } from './visit.ts';

/** A visitor who has just made a first glossary, on the page of its run, and the stand that it was made on. */
export interface FirstGlossaryVisit extends Visit {
  readonly stand: Stand;
}

/** Opens an empty app for a new visitor, who makes a glossary of the example in that language. */
export async function visitFirstGlossary(browser: Browser, options: VisitOptions = {}): Promise<FirstGlossaryVisit> {
  await using stack = new AsyncDisposableStack();
  const stand = stack.use(await openStand());
  const visitor = stack.use(await visit(browser, stand.url, options));
  await makeFirstGlossary(visitor.page, options.language ?? 'en');
  const owned = stack.move();
  return { ...visitor, stand, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
