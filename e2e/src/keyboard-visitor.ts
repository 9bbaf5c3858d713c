import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Presses to reach a control; more would be a page that nobody walks through. */
const mostTabs = 80;

/** Somebody without a pointer: after each key the focus has to be seen, in view and uncovered. */
export interface KeyboardVisitor {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Goes on by Tab to the control that is called so. */
  tabTo(name: string | RegExp): Promise<void>;
  /** Keys that were pressed. */
  readonly presses: () => number;
  /** How often Tab was needed. */
  readonly tabs: () => number;
}

export function keyboardVisitor(page: Page): KeyboardVisitor {
  let presses = 0;
  let tabs = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
    // Pages and dialogs open a moment after the key.
    await expect
      .poll(() => page.evaluate(focusFault), { timeout: 5000, interval: 25, message: `the focus after ${key}` })
      .toBe('');
  };
  return {
    press,
    async type(text) {
      for (const character of text) await press(character === ' ' ? 'Space' : character);
    },
    async tabTo(name) {
      const passed: string[] = [];
      for (let count = 0; count < mostTabs; count += 1) {
        const now = await page.evaluate(nameOfFocus);
        if (typeof name === 'string' ? now === name : name.test(now)) return;
        passed.push(now);
        tabs += 1;
        await press('Tab').catch((cause: unknown) => {
          throw new Error(`After ${passed.join(' · ')}`, { cause });
        });
      }
      throw new Error(`${name.toString()} is not reached by Tab; there are ${passed.join(' · ')}`);
    },
    presses: () => presses,
    tabs: () => tabs,
  };
}

/** What a screen reader would call the element that has the focus. Runs in the page. */
function nameOfFocus(): string {
  const element = document.activeElement;
  if (element === null) return '';
  const byId = element.getAttribute('aria-labelledby');
  const label =
    element.getAttribute('aria-label') ??
    (byId === null ? null : document.getElementById(byId)?.textContent) ??
    (element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
      ? element.labels?.[0]?.textContent
      : element.textContent);
  return (label ?? '').replaceAll(/\s+/gu, ' ').trim().slice(0, 80);
}

/** What is wrong with the focus, or nothing (WCAG 2.4.7 and 2.4.11). Runs in the page. */
function focusFault(): string {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return 'nothing has the focus';
  const isHeld = element.getAttribute('aria-activedescendant');
  const shown = (isHeld === null ? null : document.getElementById(isHeld)) ?? element;
  const named = `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? '').slice(0, 40)}”`;
  if (!shown.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return `${named} cannot be seen`;
  const box = shown.getBoundingClientRect();
  const view = {
    left: Math.max(box.left, 0),
    right: Math.min(box.right, innerWidth),
    top: Math.max(box.top, 0),
    bottom: Math.min(box.bottom, innerHeight),
  };
  if (view.right - view.left < 1 || view.bottom - view.top < 1) return `${named} is out of view`;
  const isLarge = box.height > innerHeight / 2 || box.width > innerWidth / 2;
  const isCut = view.bottom - view.top < box.height - 1 || view.right - view.left < box.width - 1;
  if (isCut && !isLarge) return `${named} is partly out of view`;
  const points = [0.5, 0.15, 0.85].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [x, y] as const));
  const isLabel = (hit: Element) =>
    element instanceof HTMLInputElement && [...(element.labels ?? [])].some((label) => label.contains(hit));
  const isUncovered = points.some(([x, y]) => {
    const hit = document.elementFromPoint(
      view.left + (view.right - view.left) * x,
      view.top + (view.bottom - view.top) * y,
    );
    return hit !== null && (shown.contains(hit) || isLabel(hit));
  });
  if (!isUncovered) return `${named} is covered`;
  if (element.id === 'content' || !element.matches(':focus-visible')) return '';
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const isMarked = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  return isMarked ? '' : `${named} does not show that it has the focus`;
}
