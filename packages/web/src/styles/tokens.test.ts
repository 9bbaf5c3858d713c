import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/gu)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
);

const grounds = ['bg', 'surface', 'sunken'];
const tones = ['ok', 'warn', 'bad'];
const highlights = ['hl-defined', 'hl-provisional', 'hl-required', 'hl-forbidden'];

/** What stands on what, and the least contrast (WCAG 2.2; 7 for what is read at length). */
const pairs: readonly (readonly [string, string, number])[] = [
  ...grounds.flatMap((ground) => [
    ['text', ground, 7] as const,
    ['text-2', ground, 7] as const,
    ['text-3', ground, 4.5] as const,
    ['accent-text', ground, 4.5] as const,
    ['control', ground, 3] as const,
    ['accent', ground, 3] as const,
    ...tones.map((tone) => [tone, ground, 4.5] as const),
  ]),
  ...tones.map((tone) => [tone, `${tone}-soft`, 4.5] as const),
  ...highlights.map((highlight) => ['text', highlight, 7] as const),
  ['text', 'hl-selected', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['text', 'accent-soft', 7],
  ['text-2', 'accent-soft', 4.5],
  ['accent-text', 'accent-soft', 4.5],
  ['diff-add-text', 'diff-add', 4.5],
  ['diff-del-text', 'diff-del', 4.5],
  ...[1, 2, 3, 4, 5, 6].map((chart) => [`chart-${chart}`, 'surface', 3] as const),
];

describe('the colours', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`let everything be read in ${theme}`, () => {
      const faint = pairs
        .map(([front, ground, least]) => ({ front, ground, least, is: contrast(hex(front), hex(ground)) }))
        .filter(({ is, least }) => is < least);
      expect(faint).toEqual([]);
    });

    function hex(name: string): string {
      const token = tokens.get(name);
      if (token === undefined) throw new Error(`There is no token ${name}.`);
      return token[theme];
    }
  }
});

/** Relative luminance and contrast ratio of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
