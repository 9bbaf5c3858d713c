import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from './exact.ts';

const value = fc.anything({
  withNullPrototype: false,
  values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(undefined), fc.constant(null)],
});

describe('an input without keys that are undefined', () => {
  it('means in the same process what it means over the wire', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (input) => {
        const there = JSON.parse(JSON.stringify(exact(input))) as unknown;
        expect(there).toEqual(JSON.parse(JSON.stringify(input)));
        expect(hasUndefined(exact(input))).toBe(false);
        expect(exact(exact(input))).toEqual(exact(input));
      }),
    );
  });

  it('keeps bytes as they are, and keys of prototypes as keys', () => {
    const bytes = Uint8Array.of(1, 2);
    expect(exact({ files: [{ content: bytes, name: undefined }] })).toEqual({ files: [{ content: bytes }] });
    const odd = exact(JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>);
    expect([Object.keys(odd), 'polluted' in {}, 'polluted' in odd]).toEqual([['__proto__'], false, false]);
  });
});

function hasUndefined(one: unknown): boolean {
  if (Array.isArray(one)) return one.some(hasUndefined);
  if (one === null || typeof one !== 'object') return false;
  return Object.values(one).some((inner) => inner === undefined || hasUndefined(inner));
}
