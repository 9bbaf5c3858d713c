import { describe, expect, it } from 'vitest';
import { fold, matchRank } from './fold.ts';

describe('looking for a name', () => {
  it.each([
    ['ｻｰﾊﾞ', 'さーば'],
    ['サーバ', 'さーば'],
    ['ＡＰＩ', 'api'],
    ['Tide Gauge', 'tide gauge'],
  ])('takes %s for %s', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  it('puts the name itself first, then beginnings, then words, then the rest', () => {
    const names = ['megatide', 'neap tide', 'tides', 'tide'];
    expect(names.map((name) => matchRank(name, 'tide'))).toEqual([3, 2, 1, 0]);
    expect(matchRank('keeper', 'tide')).toBeUndefined();
  });
});
