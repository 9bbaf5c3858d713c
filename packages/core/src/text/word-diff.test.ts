import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from './word-diff.ts';

describe('a word diff', () => {
  it('shows whole words', () => {
    expect(wordDiff('A long wall.', 'A high wall.', 'en')).toEqual([
      { kind: 'same', text: 'A ' },
      { kind: 'removed', text: 'long' },
      { kind: 'added', text: 'high' },
      { kind: 'same', text: ' wall.' },
    ]);
  });

  it('holds both texts', () => {
    const texts = fc
      .array(fc.constantFrom('a', ' ', 'wall', '岸壁', 'の', '.'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const parts = wordDiff(before, after, 'ja');
        const without = (kind: string) => parts.filter((part) => part.kind !== kind).map(({ text }) => text);
        expect([without('added').join(''), without('removed').join('')]).toEqual([before, after]);
      }),
    );
  });
});
