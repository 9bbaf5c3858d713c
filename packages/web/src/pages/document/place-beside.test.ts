import { describe, expect, it } from 'vitest';
import { placeBeside } from './place-beside.ts';

const view = { width: 1000, height: 800 };
const card = { width: 300, height: 100 };

describe('what is told about a word', () => {
  it('stands below it', () => {
    expect(placeBeside({ left: 100, top: 200, bottom: 220 }, card, view)).toEqual({ left: 100, top: 224 });
  });

  it('stands above it at the foot of the window', () => {
    expect(placeBeside({ left: 100, top: 740, bottom: 760 }, card, view)).toEqual({ left: 100, top: 636 });
  });

  it('does not leave the window', () => {
    expect(placeBeside({ left: 950, top: 200, bottom: 220 }, card, view).left).toBe(692);
    expect(placeBeside({ left: -20, top: 200, bottom: 220 }, card, view).left).toBe(8);
  });

  it('stands below where there is room nowhere', () => {
    expect(placeBeside({ left: 0, top: 20, bottom: 40 }, card, { width: 320, height: 120 }).top).toBe(44);
  });
});
