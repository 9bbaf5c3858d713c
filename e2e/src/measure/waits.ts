import type { Page } from 'playwright-core';
import { waitMarks } from './trace.ts';

/** Longer nobody waits: it did not come (milliseconds). */
const mostMs = 5000;

/**
 * Milliseconds from the key or the press that `act` makes to the end of the frame that shows what was asked for; `NaN`
 * where that does not come. Both ends are marked, for a trace.
 *
 * `isShown` runs in the page before each frame, with the value that `before` had when the key was pressed. Nothing else
 * of the measurement runs between the press and the end: changes are not watched one by one, and the answer is asked for
 * before the press.
 */
export async function untilPainted(
  page: Page,
  act: () => Promise<unknown>,
  { before = () => null, isShown }: { readonly before?: () => unknown; readonly isShown: (before: never) => boolean },
): Promise<number> {
  await page.evaluate(
    `window.waited = (${watchInPage.toString()})(${before.toString()}, ${isShown.toString()}, ${JSON.stringify({
      ...waitMarks,
      mostMs,
    })})`,
  );
  const done = page.evaluate<number>('window.waited.done');
  await act();
  return done;
}

/** The same from a key, which is let go when the frame was seen: people hold a key for longer than that. */
export async function untilKeyPainted(
  page: Page,
  key: string,
  shown: { readonly before?: () => unknown; readonly isShown: (before: never) => boolean },
): Promise<number> {
  const wait = await untilPainted(page, () => page.keyboard.down(key), shown);
  await page.keyboard.up(key);
  return wait;
}

/** Of the page, where this is run; not among the types of the browser yet. */
declare const scheduler: {
  postTask(work: () => void, how: { readonly priority: 'user-blocking' }): Promise<void>;
};

/** Runs in the page. */
function watchInPage(
  before: () => unknown,
  isShown: (before: unknown) => boolean,
  { start, end, mostMs: most }: { start: string; end: string; mostMs: number },
): { readonly done: Promise<number> } {
  const done = new Promise<number>((tell) => {
    let pressed: number | undefined;
    let was: unknown;
    const finish = (milliseconds: number) => {
      clearTimeout(timer);
      removeEventListener('keydown', press, true);
      removeEventListener('click', press, true);
      cancelAnimationFrame(frame);
      tell(milliseconds);
    };
    let frame = 0;
    const look = () => {
      if (!isShown(was)) {
        frame = requestAnimationFrame(look);
        return;
      }
      // As soon as the frame that holds it is over: before timers, answers and whatever else waits for its turn.
      void scheduler.postTask(
        () => {
          performance.mark(end);
          finish(performance.now() - (pressed ?? 0));
        },
        { priority: 'user-blocking' },
      );
    };
    const timer = setTimeout(() => finish(Number.NaN), most);
    const press = ({ timeStamp }: Event) => {
      if (pressed !== undefined) return;
      pressed = timeStamp;
      was = before();
      performance.mark(start, { startTime: timeStamp });
      frame = requestAnimationFrame(look);
    };
    addEventListener('keydown', press, true);
    addEventListener('click', press, true);
  });
  return { done };
}
