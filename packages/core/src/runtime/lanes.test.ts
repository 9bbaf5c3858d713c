import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLanes } from './lanes.ts';

describe('lanes', () => {
  it('let so many in at once, the others in the order in which they came', async () => {
    const take = createLanes(2);
    const inside: number[] = [];
    const leaving: (() => void)[] = [];
    const visits = Array.from({ length: 5 }, async (_, number) => {
      using lane = await take();
      inside.push(number);
      await new Promise<void>((leave) => leaving.push(leave));
      lane.leave();
    });
    await turn();
    expect(inside).toEqual([0, 1]);
    leaving[1]?.();
    await turn();
    // Left and disposed, it made room once.
    expect(inside).toEqual([0, 1, 2]);
    for (let left = 0; left < 5; left += 1) {
      leaving[left]?.();
      await turn();
    }
    await Promise.all(visits);
    expect(inside).toEqual([0, 1, 2, 3, 4]);
  });

  it('let go of who is aborted while waiting, and keep the place for the next', async () => {
    const take = createLanes(1);
    const held = await take();
    const stop = new AbortController();
    const given = take(stop.signal);
    const behind = take();
    stop.abort(new Error('stopped'));
    await expect(given).rejects.toThrow('stopped');
    await expect(take(stop.signal)).rejects.toThrow('stopped');
    held.leave();
    (await behind).leave();
    expect(await take()).toBeDefined();
  });
});
