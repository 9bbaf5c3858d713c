import { describe, expect, it } from 'vitest';
import { bestFirst, findByName } from './best-first.ts';

describe('what is found', () => {
  it('goes by its rank, and in its order where ranks are equal', () => {
    const ranks: Readonly<Record<string, number>> = { bell: 4, lamp: 0, drum: 4, sail: 1 };
    expect(bestFirst(['bell', 'mast', 'drum', 'sail', 'lamp'], (name) => ranks[name])).toEqual([
      'lamp',
      'sail',
      'bell',
      'drum',
    ]);
  });

  it('answers by the best of its names, whatever their width, case and kana', () => {
    const things = [['Megatide'], ['Harbour', 'Tide'], ['サーバ'], ['Tides']];
    const find = findByName(things, (names) => names);
    expect(find(' TIDE ')).toEqual([['Harbour', 'Tide'], ['Tides'], ['Megatide']]);
    expect(find('ｻｰﾊﾞ')).toEqual([['サーバ']]);
    expect(find('kettle')).toEqual([]);
  });

  it('is everything, in its order, where nothing is asked for', () => {
    expect(findByName(['b', 'a'], (name) => [name])(' ')).toEqual(['b', 'a']);
  });
});
