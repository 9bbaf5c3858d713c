import { describe, expect, it } from 'vitest';
import { textOfBytes } from './text-of-bytes.ts';

/** "潮見台の手引き" (guide to the tide desk). */
const shiftJis = [0x92, 0xaa, 0x8c, 0xa9, 0x91, 0xe4, 0x82, 0xcc, 0x8e, 0xe8, 0x88, 0xf8, 0x82, 0xab];
const eucJp = [0xc4, 0xac, 0xb8, 0xab, 0xc2, 0xe6, 0xa4, 0xce, 0xbc, 0xea, 0xb0, 0xfa, 0xa4, 0xad];

describe('the text of a file that was not sent yet', () => {
  it.each([
    ['UTF-8', [...new TextEncoder().encode('潮見台の手引き')]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('潮見台の手引き')]],
    ['UTF-16', [0xff, 0xfe, ...new Uint8Array(Uint16Array.from('潮見台の手引き', (one) => one.charCodeAt(0)).buffer)]],
    ['Shift_JIS', shiftJis],
    ['EUC-JP', eucJp],
  ])('is read from %s', (_, bytes) => {
    expect(textOfBytes(Uint8Array.from(bytes))).toBe('潮見台の手引き');
  });

  it('is read with Western letters where it is nothing else', () => {
    expect(textOfBytes(Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x73]))).toBe('cafés');
  });
});
