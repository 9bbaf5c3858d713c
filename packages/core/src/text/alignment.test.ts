import { array, assert, constantFrom, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alignment } from '../domain/index.ts';
import { toOriginalRange } from './alignment.ts';

/** Prose made of copied pieces (`copy`), references (`atom`), markup that is left out and joining spaces. */
interface Piece {
  readonly kind: 'copy' | 'atom' | 'markup' | 'join';
  readonly text: string;
}

const pieces = array(
  record<Piece>({
    kind: constantFrom<Piece['kind']>('copy', 'atom', 'markup', 'join'),
    text: string({ minLength: 1, maxLength: 6 }),
  }),
);

function build(parts: readonly Piece[]) {
  let prose = '';
  let original = '';
  const alignment = { prose: [], proseLength: [], original: [], originalLength: [] } as {
    [Key in keyof Alignment]: number[];
  };
  for (const { kind, text } of parts) {
    if (kind === 'copy' || kind === 'atom') {
      const source = kind === 'copy' ? text : `&${text};`;
      alignment.prose.push(prose.length);
      alignment.proseLength.push(text.length);
      alignment.original.push(original.length);
      alignment.originalLength.push(source.length);
      prose += text;
      original += source;
    } else if (kind === 'markup') original += `<${text}>`;
    else prose += ' ';
  }
  return { prose, original, alignment };
}

describe('the alignment of prose with its original', () => {
  it('maps copied text to itself', () => {
    assert(
      property(pieces, (parts) => {
        const { prose, original, alignment } = build(parts);
        for (let index = 0; index < alignment.prose.length; index += 1) {
          const start = alignment.prose[index] ?? 0;
          const end = start + (alignment.proseLength[index] ?? 0);
          if (alignment.proseLength[index] !== alignment.originalLength[index]) continue;
          const range = toOriginalRange(alignment, start, end);
          expect(original.slice(range.start, range.end)).toBe(prose.slice(start, end));
        }
      }),
    );
  });

  it('gives a longer piece of prose a range that holds those of its parts', () => {
    assert(
      property(pieces, (parts) => {
        const { prose, original, alignment } = build(parts);
        for (let at = 0; at < prose.length; at += 1) {
          const whole = toOriginalRange(alignment, 0, prose.length);
          const left = toOriginalRange(alignment, 0, at);
          const right = toOriginalRange(alignment, at, prose.length);
          expect(left.end).toBeLessThanOrEqual(whole.end);
          expect(right.start).toBeGreaterThanOrEqual(whole.start);
          expect(whole.end).toBeLessThanOrEqual(original.length);
        }
      }),
    );
  });

  it('takes a reference as a whole and leaves a joining space out', () => {
    const { alignment } = build([
      { kind: 'copy', text: 'ab' },
      { kind: 'join', text: ' ' },
      { kind: 'atom', text: 'xy' },
      { kind: 'copy', text: 'c' },
    ]);
    expect(toOriginalRange(alignment, 4, 5)).toEqual({ start: 2, end: 6 });
    expect(toOriginalRange(alignment, 0, 3)).toEqual({ start: 0, end: 2 });
    expect(toOriginalRange(alignment, 2, 6)).toEqual({ start: 2, end: 7 });
  });
});
