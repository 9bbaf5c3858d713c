import { assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingColumns } from './use-fitting-columns.ts';

const name = { key: 'name', width: 'minmax(160px, 3fr)' };
const state = { key: 'state', width: '140px' };
const kind = { key: 'kind', width: '84px', spare: 3 };
const count = { key: 'count', width: '76px', spare: 2 };
const score = { key: 'score', width: '116px', spare: 1 };
const columns = [name, state, kind, count, score];

describe('the columns of a table', () => {
  it('are all there where all have room', () => {
    expect(fittingColumns(columns, 576)).toEqual(columns);
  });

  it('go one by one, the most spare first, and stay in their order', () => {
    expect(fittingColumns(columns, 575)).toEqual([name, state, count, score]);
    expect(fittingColumns(columns, 480)).toEqual([name, state, score]);
  });

  it('never lose what cannot be spared, however narrow the table is', () => {
    expect(fittingColumns(columns, 0)).toEqual([name, state]);
  });

  it('are never more in a narrower table', () => {
    assert(
      property(nat(800), nat(800), (one, other) => {
        const wide = fittingColumns(columns, Math.max(one, other));
        const narrow = fittingColumns(columns, Math.min(one, other));
        expect(narrow.every((column) => wide.includes(column))).toBe(true);
      }),
    );
  });
});
