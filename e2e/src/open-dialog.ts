import type { Locator, Page } from 'playwright-core';

/** The dialog that is open; a notice is none, whatever its role. */
export function openDialog(page: Page): Locator {
  return page.locator('.dialog');
}
