import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText, encodeText } from './exact-text.ts';

const units = fc.string({
  unit: fc.constantFrom('\0', '\uFDD0', '\uD800', '\uDC00', '\uDBFF', '\uDFFF', 'a', '0', 'f', '語'),
});

it('gives back every string, whatever its code units', () => {
  fc.assert(
    fc.property(units, (text) => {
      expect(decodeText(encodeText(text))).toBe(text);
    }),
  );
});

it('writes only what every database can keep', () => {
  fc.assert(
    fc.property(units, (text) => {
      const stored = encodeText(text);
      expect(stored.isWellFormed() && !stored.includes('\0')).toBe(true);
    }),
  );
});

it('leaves ordinary text as it is', () => {
  expect(encodeText('灯台 👩‍🚀 naïve\r\n')).toBe('灯台 👩‍🚀 naïve\r\n');
});
