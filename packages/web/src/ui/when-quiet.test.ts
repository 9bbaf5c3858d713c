import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenQuiet } from './when-quiet.ts';

describe('what comes one after the other', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is done together, in its order, when nothing more came during a pause', () => {
    const done: (readonly string[])[] = [];
    const gathered = whenQuiet<string>(100, (all) => done.push(all));
    gathered.add('buoy', 'quay');
    vi.advanceTimersByTime(99);
    gathered.add('pier');
    vi.advanceTimersByTime(99);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(done).toEqual([['buoy', 'quay', 'pier']]);
  });

  it('is done after four pauses where it never ends', () => {
    const done: number[] = [];
    const gathered = whenQuiet<string>(100, (all) => done.push(all.length));
    for (let time = 0; time < 800; time += 50) {
      gathered.add('buoy');
      vi.advanceTimersByTime(50);
    }
    expect(done).toEqual([8, 8]);
  });

  it('is done after as many pauses as are told', () => {
    const done: number[] = [];
    const gathered = whenQuiet<string>(100, (all) => done.push(all.length), { mostPauses: 8 });
    for (let time = 0; time < 800; time += 50) {
      gathered.add('buoy');
      vi.advanceTimersByTime(50);
    }
    expect(done).toEqual([16]);
  });

  it('is not done once it is stopped', () => {
    const done: (readonly string[])[] = [];
    const gathered = whenQuiet<string>(100, (all) => done.push(all));
    gathered.add('buoy');
    gathered.stop();
    vi.advanceTimersByTime(1000);
    expect(done).toEqual([]);
  });
});
