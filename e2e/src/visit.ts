import type { Browser, Page } from 'playwright-core';

export interface VisitOptions {
  readonly language?: 'en' | 'ja';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** A page of a fresh visitor, and everything that went wrong in it. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** Errors of the console, uncaught errors, and requests that left for another host. */
  readonly faults: readonly string[];
  /** Another tab of the same visitor. */
  another(): Promise<Page>;
}

/** Opens the app as a new visitor sees it. Whatever would leave for another host finds none (`browser.ts`), and is counted as a fault. */
export async function visit(
  browser: Browser,
  url: string,
  { language = 'en', theme = 'light', width = 1440, height = 900 }: VisitOptions = {},
): Promise<Visit> {
  const faults: string[] = [];
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    colorScheme: theme,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  // Looked at, not held up: requests that are held up go past the browser's cache, which visitors have.
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== url) faults.push(`request to ${request.url()}`);
  });
  const watch = async (): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
    return page;
  };
  const page = await watch();
  await page.goto(url);
  return { page, faults, another: watch, [Symbol.asyncDispose]: () => context.close() };
}
