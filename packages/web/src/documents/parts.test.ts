import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightOf, partsOf } from './parts.ts';

describe('blocks in parts', () => {
  it('are all there in their order, however long they are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30_000), { maxLength: 60 }), (lengths) => {
        const parts = partsOf(lengths, (length) => length);
        expect(parts.flatMap(({ items }) => items)).toEqual(lengths);
        for (const part of parts) {
          expect(part.characters).toBe(part.items.reduce((sum, length) => sum + length, 0));
          expect(part.items.length === 1 || part.characters <= 4000).toBe(true);
          expect(heightOf(part)).toBeGreaterThan(0);
        }
      }),
    );
  });
});
