import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LetterIndex } from './letter-index.ts';
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

  it('is found by its letters as it is found without them', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '𠮷'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(letters), fc.array(letters), (texts, asked) => {
        const index = new LetterIndex();
        for (const [place, text] of texts.entries()) index.add(place, text);
        const places = texts.map((_, place) => place);
        const holds = (place: number, wanted: string) => texts[place]?.includes(wanted) === true;
        const narrowing = new Narrowing(places, holds, (letter) => index.placesOf(letter));
        for (const wanted of asked)
          expect(narrowing.find(wanted)).toEqual(places.filter((place) => holds(place, wanted)));
      }),
    );
  });

  it('is looked up where it is one letter, and then looked for among the texts that hold its rarest', () => {
    const texts = ['bell', 'bolt', 'lamp', 'b'];
    const index = new LetterIndex();
    for (const [place, text] of texts.entries()) index.add(place, text);
    const looked: string[] = [];
    const narrowing = new Narrowing(
      texts.map((_, place) => place),
      (place, wanted) => {
        looked.push(texts[place] ?? '');
        return texts[place]?.includes(wanted) === true;
      },
      (letter) => index.placesOf(letter),
    );
    expect(narrowing.find('b')).toEqual([0, 1, 3]);
    expect(looked).toEqual([]);
    expect(narrowing.find('bo')).toEqual([1]);
    expect(looked).toEqual(['bolt']);
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
