import type { Alignment, Range } from '@genglossary/core/domain';

/** The way back from an original text to its prose. */
export class ProseRanges {
  readonly #alignment: Alignment;
  /** Segments in the order of the original. */
  readonly #order: readonly number[];

  constructor(alignment: Alignment) {
    const { original } = alignment;
    this.#alignment = alignment;
    this.#order = original.map((_, index) => index).toSorted((a, b) => at(original, a) - at(original, b));
  }

  /**
   * The prose (half-open offsets) that shows a range of the original; `undefined` where the prose leaves it out. Where
   * only a part of it is read, that part.
   */
  of({ start, end }: Range): Range | undefined {
    const { prose, proseLength, original, originalLength } = this.#alignment;
    const first = this.#order.find((index) => at(original, index) + at(originalLength, index) > start);
    const last = this.#order.findLast((index) => at(original, index) < end);
    if (first === undefined || last === undefined || at(original, first) >= end) return undefined;
    const isPlain = (index: number) => at(proseLength, index) === at(originalLength, index);
    const from = isPlain(first) ? Math.max(0, start - at(original, first)) : 0;
    const to = isPlain(last) ? Math.min(at(proseLength, last), end - at(original, last)) : at(proseLength, last);
    const range = { start: at(prose, first) + from, end: at(prose, last) + to };
    return range.end > range.start ? range : undefined;
  }
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
