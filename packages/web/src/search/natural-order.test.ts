import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inNaturalOrder } from './natural-order.ts';

const ordered = (names: readonly string[]) => inNaturalOrder(names.toReversed(), (name) => name);

describe('names in the order people count', () => {
  it('go by the numbers of chapters, in characters or in digits', () => {
    const chapters = [
      '第一章.txt',
      '第二章.txt',
      '第三章.txt',
      '第三章_旧.txt',
      '第十章.txt',
      '第十二章.txt',
      '第二十章.txt',
      '第百一章.txt',
    ];
    expect(ordered(chapters)).toEqual(chapters);
    expect(ordered(['第１話', '第2話', '第１０話'])).toEqual(['第１話', '第2話', '第１０話']);
    expect(ordered(['第九回', '第一〇回', '第一二回'])).toEqual(['第九回', '第一〇回', '第一二回']);
  });

  it('go by numbers as a whole', () => {
    expect(ordered(['notes/2.md', 'notes/10.md', 'notes/010b.md'])).toEqual([
      'notes/2.md',
      'notes/10.md',
      'notes/010b.md',
    ]);
  });

  it('are in one order, however they came', () => {
    const name = fc.stringMatching(/^第?[一二十0-9a章]{1,4}$/u);
    fc.assert(
      fc.property(fc.array(name), (names) => {
        expect(inNaturalOrder(names.toSorted(), (one) => one)).toEqual(inNaturalOrder(names, (one) => one));
      }),
    );
  });
});
