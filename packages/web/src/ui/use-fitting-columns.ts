import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';

/** What decides whether a column has room. */
export interface FittingColumn {
  /** A CSS grid track that begins with pixels: `minmax(160px, 2fr)`, `88px`. */
  readonly width: string;
  /** Left out where there is no room for all: the highest first. One without it always stays. */
  readonly spare?: number;
}

/** The columns that there is room for: no column is cut at the edge while another one could be spared. */
export function useFittingColumns<One extends FittingColumn>(
  table: RefObject<HTMLElement | null>,
  columns: readonly One[],
): readonly One[] {
  const [left, setLeft] = useState(columns.length);
  useLayoutEffect(() => {
    const { current } = table;
    if (current === null) return undefined;
    const measure = () => setLeft(fittingColumns(columns, current.clientWidth).length);
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(current);
    return () => resized.disconnect();
  }, [table, columns]);
  return useMemo(() => withoutSpare(columns, columns.length - left), [columns, left]);
}

/** Of these columns, in their order, those that fit into a width (CSS pixels). */
export function fittingColumns<One extends FittingColumn>(columns: readonly One[], width: number): readonly One[] {
  const spares = columns.filter(({ spare }) => spare !== undefined).length;
  for (let gone = 0; gone < spares; gone += 1) {
    const left = withoutSpare(columns, gone);
    if (left.reduce((sum, one) => sum + leastOf(one), 0) <= width) return left;
  }
  return withoutSpare(columns, spares);
}

/** Without as many as that, those that can be spared most. */
function withoutSpare<One extends FittingColumn>(columns: readonly One[], count: number): readonly One[] {
  if (count <= 0) return columns;
  const spared = columns
    .filter(({ spare }) => spare !== undefined)
    .toSorted((a, b) => (b.spare ?? 0) - (a.spare ?? 0))
    .slice(0, count);
  return columns.filter((one) => !spared.includes(one));
}

function leastOf({ width }: FittingColumn): number {
  return Number(/\d+(?=px)/u.exec(width)?.[0] ?? 0);
}
