import type { Designation, DesignationStatus } from '@genglossary/core/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsReason, withName, withoutName, withReason, withStatus } from './names.ts';

const statuses: readonly DesignationStatus[] = ['preferred', 'admitted', 'deprecated', 'forbidden'];
const first: Designation = { text: 'lamp', kind: 'term', status: 'preferred', form: 'full' };
const name = fc.constantFrom('lamp', 'light', 'lantern', ' beacon ');
const step = fc.oneof(
  fc.tuple(name, fc.constantFrom(...statuses)).map(
    ([text, status]) =>
      (names: readonly Designation[]) =>
        withStatus(names, text, status),
  ),
  name.map((text) => (names: readonly Designation[]) => withReason(names, text, 'It is old.')),
  name.map((text) => (names: readonly Designation[]) => withName(names, text)),
  name.map((text) => (names: readonly Designation[]) => withoutName(names, text)),
);

describe('the names of an entry', () => {
  it('are each there once, and the first alone is preferred, whatever is done to them', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const names = steps.reduce<readonly Designation[]>((before, act) => act(before), [first]);
        expect(names.map(({ status }) => status === 'preferred')).toEqual(names.map((_, index) => index === 0));
        expect(new Set(names.map(({ text }) => text)).size).toBe(names.length);
      }),
    );
  });

  it('change places when another becomes the preferred one', () => {
    const names = withStatus(withName([first], 'light'), 'light', 'preferred');
    expect(names.map(({ text, status, form }) => [text, status, form])).toEqual([
      ['light', 'preferred', 'full'],
      ['lamp', 'admitted', 'synonym'],
    ]);
  });

  it('keep the reason of one that is not to be used, as long as it is not', () => {
    const forbidden = withReason(withStatus(withName([first], 'light'), 'light', 'forbidden'), 'light', ' Too short. ');
    expect(forbidden[1]).toMatchObject({ status: 'forbidden', reason: 'Too short.' });
    expect(forbidden.filter(needsReason)).toHaveLength(1);
    expect(withReason(forbidden, 'light', 'Too short.')).toBe(forbidden);
    expect(withStatus(forbidden, 'light', 'deprecated')[1]?.reason).toBe('Too short.');
    expect(withStatus(forbidden, 'light', 'admitted')[1]).not.toHaveProperty('reason');
    expect(withReason(forbidden, 'light', ' ')[1]).not.toHaveProperty('reason');
  });

  it('stay as they are where the preferred one would be lost', () => {
    expect(withStatus([first], 'lamp', 'forbidden')).toEqual([first]);
    expect(withoutName([first], 'lamp')).toEqual([first]);
  });
});
