import type { ConceptId, Designation, DesignationStatus } from '@genglossary/core/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isReading,
  namesake,
  needsReason,
  withName,
  withoutName,
  withReading,
  withReason,
  withStatus,
} from './names.ts';

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

  it('are read as a person says, in hiragana, until the reading is taken away', () => {
    const frost: Designation = { ...first, text: '霜見台', reading: 'そうけんだい' };
    const read = withReading([frost], '霜見台', ' シモミﾀﾞｲ ');
    expect(read[0]?.reading).toBe('しもみだい');
    expect(withReading(read, '霜見台', 'しもみだい')).toBe(read);
    expect(withReading(read, '霜見台', ' ')[0]).not.toHaveProperty('reading');
    expect(withReading(read, '別の名', 'べつのな')).toBe(read);
    expect(withStatus(withName(read, '霜台'), '霜台', 'preferred')[1]?.reading).toBe('しもみだい');
  });

  it('are read in kana alone', () => {
    for (const reading of ['', 'しもみだい', 'ルイ・ブライユ', 'ｻｰﾊﾞ', 'はい いろ'])
      expect(isReading(reading)).toBe(true);
    for (const reading of ['霜見', 'shimomi', 'しも見']) expect(isReading(reading)).toBe(false);
  });

  it('stay as they are where the preferred one would be lost', () => {
    expect(withStatus([first], 'lamp', 'forbidden')).toEqual([first]);
    expect(withoutName([first], 'lamp')).toEqual([first]);
  });
});

const entry = (id: string, term: string, language: string) => ({ id: id as ConceptId, term, language });

describe('a name that is an entry of its own', () => {
  const [drum, kettle] = [entry('1', 'drum', 'en'), entry('2', 'Kettle', 'en')];

  it('is found however it is written', () => {
    expect(namesake('kettle', { entry: drum, entries: [drum, kettle] })).toBe(kettle);
    expect(namesake('pan', { entry: drum, entries: [drum, kettle] })).toBeUndefined();
  });

  it('is not the entry itself, nor a word of another language', () => {
    expect(namesake('drum', { entry: drum, entries: [drum, kettle] })).toBeUndefined();
    expect(namesake('kettle', { entry: drum, entries: [drum, entry('3', 'kettle', 'nl')] })).toBeUndefined();
  });
});
