import type { Alignment, Range } from '../domain/index.ts';

/**
 * The range of the original that a piece of prose stands for. Prose that stands for nothing (a joining line break)
 * is left out at both ends. A start or end inside an atomic segment takes the whole segment.
 */
export function toOriginalRange(alignment: Alignment, start: number, end: number): Range {
  return { start: originalStart(alignment, start), end: originalEnd(alignment, end) };
}

function originalStart(alignment: Alignment, offset: number): number {
  const { prose, proseLength, original, originalLength } = alignment;
  const index = segmentAt(prose, offset);
  if (index < 0) return original[0] ?? 0;
  const into = offset - at(prose, index);
  if (into < at(proseLength, index)) {
    return at(proseLength, index) === at(originalLength, index) ? at(original, index) + into : at(original, index);
  }
  return original[index + 1] ?? at(original, index) + at(originalLength, index);
}

function originalEnd(alignment: Alignment, offset: number): number {
  const { prose, proseLength, original, originalLength } = alignment;
  const index = segmentAt(prose, offset - 1);
  if (index < 0) return original[0] ?? 0;
  const into = offset - at(prose, index);
  if (into <= at(proseLength, index) && at(proseLength, index) === at(originalLength, index)) {
    return at(original, index) + into;
  }
  return at(original, index) + at(originalLength, index);
}

/** Index of the last segment that starts at or before `offset`, or -1. */
function segmentAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(starts, middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
