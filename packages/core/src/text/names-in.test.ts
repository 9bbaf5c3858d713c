import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { namesIn } from './names-in.ts';

it.each([
  ['Tide Table Office (TTO)', ['Tide Table Office (TTO)', 'Tide Table Office', 'TTO']],
  ['TTO (Tide Table Office)', ['TTO (Tide Table Office)', 'TTO', 'Tide Table Office']],
  ['lens (optics)', ['lens (optics)', 'lens']],
  ['灯室（とうしつ）', ['灯室（とうしつ）', '灯室']],
  ['(unnamed)', ['(unnamed)']],
  ['lamp', ['lamp']],
  ['write() call', ['write() call']],
])('finds the names in %j', (designation, names) => {
  expect(namesIn(designation)).toEqual(names);
});

it('names a designation first, and else only what is written in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('(', ')', 'A', 'b', ' ', '（', '）', 'Z') }), (designation) => {
      const [first, ...others] = namesIn(designation);
      expect(first).toBe(designation);
      expect(others.every((name) => name !== '' && designation.includes(name))).toBe(true);
    }),
  );
});
