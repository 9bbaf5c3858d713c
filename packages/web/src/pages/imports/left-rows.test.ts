import type { ImportRow } from '@genglossary/client';
import { describe, expect, it } from 'vitest';
import { leftRows } from './left-rows.tsx';

const row = (place: number, more: Partial<ImportRow>): ImportRow => ({
  place,
  term: `term ${place}`,
  outcome: 'create',
  choices: [],
  ...more,
});
const plan = {
  rows: [
    row(2, {}),
    row(3, { outcome: 'skipped', reason: 'empty-term' }),
    row(4, { outcome: 'conflict', choice: 'mine', choices: ['mine', 'theirs', 'both'] }),
    row(5, { outcome: 'update', choice: 'theirs', choices: ['mine', 'theirs', 'both'] }),
    row(6, { outcome: 'same' }),
  ],
};
const placesOf = (rows: readonly ImportRow[]) => rows.map(({ place }) => place);

describe('the rows that an import leaves', () => {
  it('are those it cannot take, those that stay as they are, and those that are there already', () => {
    const { skipped, kept, same } = leftRows(plan, { rows: [] });
    expect([skipped, kept, same].map(placesOf)).toEqual([[3], [4], [6]]);
  });

  it('follow what a person chose for a row', () => {
    const { kept } = leftRows(plan, {
      rows: [
        { place: 4, choice: 'theirs' },
        { place: 5, choice: 'mine' },
      ],
    });
    expect(placesOf(kept)).toEqual([5]);
  });
});
