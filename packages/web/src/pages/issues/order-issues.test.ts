import { conceptId } from '@genglossary/core/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupByEntry, headsOf, orderIssues } from './order-issues.ts';

const issue = fc.record({
  id: fc.nat(),
  kind: fc.constantFrom('unclear', 'contradiction', 'missing-relation', 'unnecessary', 'form'),
  rule: fc.constantFrom('never-explained', 'circular', 'same-name'),
});

describe('the order of issues', () => {
  it('has what is never explained apart, and contradictions before all else', () => {
    const { first, many } = orderIssues([
      { id: 1, kind: 'unclear', rule: 'never-explained' },
      { id: 2, kind: 'form', rule: 'too-long' },
      { id: 3, kind: 'unclear', rule: 'circular' },
      { id: 4, kind: 'unclear', rule: 'never-explained' },
      { id: 5, kind: 'contradiction', rule: 'contradicting-numbers' },
      { id: 6, kind: 'unclear', rule: 'stale-evidence' },
    ]);
    expect(first.map(({ id }) => id)).toEqual([5, 3, 6, 2]);
    expect(many.map(({ id }) => id)).toEqual([1, 4]);
  });

  it('loses none, and keeps those of a kind as they came', () => {
    fc.assert(
      fc.property(fc.array(issue), (issues) => {
        const { first, many } = orderIssues(issues);
        expect(new Set([...first, ...many])).toEqual(new Set(issues));
        expect(first.length + many.length).toBe(issues.length);
        for (const kind of new Set(first.map((one) => one.kind))) {
          const ofKind = (list: readonly (typeof issues)[number][]) =>
            list.filter((one) => one.kind === kind && one.rule !== 'never-explained');
          expect(ofKind(first)).toEqual(ofKind(issues));
        }
      }),
    );
  });
});

describe('issues that stand together by entry', () => {
  const ofEntry = fc.record({ id: fc.nat(), conceptId: fc.constantFrom('lamp', 'buoy', 'tide').map(conceptId) });

  it('are all there, each entry once, where the first of its issues stood', () => {
    fc.assert(
      fc.property(fc.array(ofEntry), (issues) => {
        const grouped = groupByEntry(issues);
        expect(grouped).toHaveLength(issues.length);
        const entries = grouped.map((one) => one.conceptId).filter((entry, index, all) => entry !== all[index - 1]);
        expect(entries).toEqual([...new Set(issues.map((one) => one.conceptId))]);
        const heads = headsOf(grouped, (one) => one.conceptId);
        expect([...heads.keys()].map((one) => one.conceptId)).toEqual(entries);
        expect([...heads.values()].reduce((sum, count) => sum + count, 0)).toBe(issues.length);
      }),
    );
  });
});
