import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Narrowing } from './narrowing.ts';

describe('what is typed letter by letter', () => {
  it('finds what it finds when it is asked at once', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(letters), fc.array(letters), (items, asked) => {
        const narrowing = new Narrowing(items, (item, wanted) => item.includes(wanted));
        for (const wanted of asked)
          expect(narrowing.find(wanted)).toEqual(items.filter((item) => item.includes(wanted)));
      }),
    );
  });

  it('is looked for only in what was found before', () => {
    const looked: string[] = [];
    const narrowing = new Narrowing(['bell', 'bolt', 'lamp'], (item, wanted) => {
      looked.push(item);
      return item.includes(wanted);
    });
    narrowing.find('b');
    looked.length = 0;
    expect(narrowing.find('bo')).toEqual(['bolt']);
    expect(looked).toEqual(['bell', 'bolt']);
    looked.length = 0;
    expect(narrowing.find('b')).toEqual(['bell', 'bolt']);
    expect(looked).toEqual([]);
  });
});
