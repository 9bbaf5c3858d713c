// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPaint } from './after-paint.ts';

describe('what follows a paint', () => {
  let frames: FrameRequestCallback[];
  const paint = () => {
    for (const draw of frames.splice(0)) draw(performance.now());
  };
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) => frames.push(draw));
  });
  afterEach(() => {
    paint();
    vi.runAllTimers();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is done after it, each when its pause is over, unless it was forgotten', () => {
    const done: string[] = [];
    afterPaint(() => done.push('rows'), 0);
    afterPaint(() => done.push('pane'), 250);
    afterPaint(() => done.push('note'), 0)();
    expect(frames).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(done).toEqual([]);
    paint();
    vi.advanceTimersByTime(0);
    expect(done).toEqual(['rows']);
    vi.advanceTimersByTime(249);
    expect(done).toEqual(['rows']);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(['rows', 'pane']);
  });

  it('is done after half a second where a window in the background paints nothing', () => {
    const done: string[] = [];
    afterPaint(() => done.push('rows'), 0);
    vi.advanceTimersByTime(499);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(['rows']);
  });
});
