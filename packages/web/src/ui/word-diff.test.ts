import { describe, expect, it } from 'vitest';
import { isRewritten } from './word-diff.tsx';

describe('two texts', () => {
  it('that share most of their words are shown as one', () => {
    const parts = [
      { kind: 'same', text: 'A tray is a box for ' },
      { kind: 'removed', text: 'bread' },
      { kind: 'added', text: 'rolls' },
    ] as const;
    expect(isRewritten(parts)).toBe(false);
  });

  it('that share little are shown one after the other', () => {
    const parts = [
      { kind: 'removed', text: 'A tray is a box ' },
      { kind: 'added', text: 'What carries ' },
      { kind: 'same', text: 'bread' },
      { kind: 'added', text: ' to the shops every morning' },
    ] as const;
    expect(isRewritten(parts)).toBe(true);
  });

  it('of which one is empty are one that came or went', () => {
    expect(isRewritten([{ kind: 'added', text: 'A tray is a box.' }])).toBe(false);
    expect(isRewritten([{ kind: 'removed', text: 'A tray is a box.' }])).toBe(false);
  });
});
