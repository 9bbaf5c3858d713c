import type { Locator, Page } from 'playwright-core';

/** How long nothing has to happen before a control is used, and how long its effect may take, in milliseconds. */
const quiet = 150;
const mostWait = 3000;
const mostTime = 2000;

/**
 * Whether using a control changes the page, its address or the focus, asks the server or for a file, or downloads
 * something. What is chosen already (the link to the page that is shown, one of several) may stay as it is.
 */
export async function hasEffect(control: Locator, use: () => Promise<void>): Promise<boolean> {
  const page = control.page();
  if (await control.evaluate(isChosen)) return true;
  // Coming to it by the keyboard is not what it does, unless it is one of several that are chosen so.
  if (!(await control.evaluate(isChosenByFocus))) await control.focus();
  let effects = 0;
  const count = () => {
    effects += 1;
  };
  page.on('request', count);
  page.on('download', count);
  page.on('filechooser', count);
  try {
    await watch(page);
    // What is still arriving from the opening of the page is not an effect either.
    const opened = performance.now();
    for (let before = -1; performance.now() - opened < mostWait; ) {
      const now = effects + (await changesOf(page));
      if (now === before) break;
      before = now;
      await page.waitForTimeout(quiet);
    }
    const address = page.url();
    const before = effects + (await changesOf(page));
    await use();
    const used = performance.now();
    while (performance.now() - used < mostTime) {
      if (page.url() !== address || effects + (await changesOf(page)) !== before) return true;
      await page.waitForTimeout(quiet / 3);
    }
    return false;
  } finally {
    page.off('request', count);
    page.off('download', count);
    page.off('filechooser', count);
  }
}

/** Counts what changes in the page from now on. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { changes: 0 };
    Object.assign(globalThis, { seen });
    new MutationObserver((changes) => {
      seen.changes += changes.length;
    }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const change of ['focusin', 'input', 'change']) {
      document.addEventListener(change, () => {
        seen.changes += 1;
      });
    }
  });
}

/** A page that was left for another one has changed. */
async function changesOf(page: Page): Promise<number> {
  return page
    .evaluate(() => (Reflect.get(globalThis, 'seen') as { changes: number } | undefined)?.changes ?? 1)
    .catch(() => 1);
}

/** Whether a choice is made already, and there is no other one or another control for it. Runs in the page. */
function isChosen(element: Element): boolean {
  if (element instanceof HTMLSelectElement) return element.options.length < 2;
  return element.matches('input[type=radio]:checked, [aria-current=page], [aria-selected=true], [aria-pressed=true]');
}

/** Tabs and markers show what they stand for as soon as one comes to them. Runs in the page. */
function isChosenByFocus(element: Element): boolean {
  return element.matches('[role=tab], [aria-pressed]');
}
