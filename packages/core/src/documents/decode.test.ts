import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode.ts';

const utf16 = (text: string, options: { swap: boolean }): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return options.swap ? bytes.swap16() : bytes;
};

describe('the encoding of a document', () => {
  const japanese = '登り窯は斜面に築く窯である。\nカマの火は三日続く。';

  it.each([
    ['UTF-8', Buffer.from(japanese), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${japanese}`), 'utf-8'],
    ['UTF-16 with a mark', utf16(`\ufeff${japanese}`, { swap: false }), 'utf-16le'],
    ['big-endian UTF-16 with a mark', utf16(`\ufeff${japanese}`, { swap: true }), 'utf-16be'],
    ['UTF-16 without a mark', utf16(japanese, { swap: false }), 'utf-16le'],
    ['big-endian UTF-16 without a mark', utf16(japanese, { swap: true }), 'utf-16be'],
  ])('is found for Japanese in %s', (_name, bytes, encoding) => {
    expect(decodeBytes(bytes)).toEqual({ kind: 'text', text: japanese, encoding });
  });

  it('is found for English in UTF-16 without a mark', () => {
    expect(decodeBytes(utf16('A kiln is hot.', { swap: true }))).toMatchObject({
      text: 'A kiln is hot.',
      encoding: 'utf-16be',
    });
  });

  it('tells Shift_JIS from EUC-JP', () => {
    // これはかまです。
    const shiftJis = Uint8Array.from([
      0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x82, 0xa9, 0x82, 0xdc, 0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42,
    ]);
    const eucJp = Uint8Array.from([
      0xa4, 0xb3, 0xa4, 0xec, 0xa4, 0xcf, 0xa4, 0xab, 0xa4, 0xde, 0xa4, 0xc7, 0xa4, 0xb9, 0xa1, 0xa3,
    ]);
    const text = 'これはかまです。';
    expect(decodeBytes(shiftJis)).toEqual({ kind: 'text', text, encoding: 'shift_jis' });
    expect(decodeBytes(eucJp)).toEqual({ kind: 'text', text, encoding: 'euc-jp' });
  });

  it('is windows-1252 for Western text with accents', () => {
    expect(decodeBytes(Buffer.from('Le four est très chaud, déjà brûlant.', 'latin1'))).toMatchObject({
      text: 'Le four est très chaud, déjà brûlant.',
      encoding: 'windows-1252',
    });
  });

  it.each([
    ['zero bytes', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 0, 9]), 'binary'],
    ['noise', Uint8Array.from({ length: 999 }, (_, index) => 128 + ((index * 97) % 127)), 'undecodable'],
    [
      'UTF-8 and Western bytes in one file',
      Buffer.concat([Buffer.from('Le four est très chaud, déjà brûlant. '), Buffer.from('Dès midi.', 'latin1')]),
      'undecodable',
    ],
    ['a cut UTF-8 character', Buffer.from(japanese).subarray(0, 20), 'undecodable'],
    ['a lone surrogate', utf16('\ufeffkiln \ud800 kiln', { swap: false }), 'undecodable'],
  ])('is refused for %s', (_name, bytes, reason) => {
    expect(decodeBytes(bytes)).toMatchObject({ kind: 'refused', reason });
  });
});
