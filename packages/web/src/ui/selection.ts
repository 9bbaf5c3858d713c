/** Rows of a list that are chosen: some of them, or all that match but some. Of a long list only the former are known. */
export type Selection<Row> =
  | { readonly kind: 'some'; readonly rows: ReadonlyMap<string, Row> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> };

export const nothingSelected = { kind: 'some', rows: new Map<string, never>() } as const;
export const everythingSelected = { kind: 'all', except: new Set<string>() } as const;

export function isSelected<Row>(selection: Selection<Row>, id: string): boolean {
  return selection.kind === 'some' ? selection.rows.has(id) : !selection.except.has(id);
}

/** Of a list of so many rows. */
export function selectedCount<Row>(selection: Selection<Row>, total: number): number {
  return selection.kind === 'some' ? selection.rows.size : Math.max(0, total - selection.except.size);
}

export function toggled<Row>(selection: Selection<Row>, id: string, row: Row): Selection<Row> {
  if (selection.kind === 'some') {
    const rows = new Map(selection.rows);
    if (!rows.delete(id)) rows.set(id, row);
    return { kind: 'some', rows };
  }
  const except = new Set(selection.except);
  if (!except.delete(id)) except.add(id);
  return { kind: 'all', except };
}

/** With another row chosen, or left: the first choice is made beside the row in hand, which is what one looks at. */
export function chosenBeside<Row extends { readonly id: string }>(
  selection: Selection<Row>,
  row: Row,
  inHand: Row | undefined,
): Selection<Row> {
  const isFirst = selection.kind === 'some' && selection.rows.size === 0;
  const before =
    isFirst && inHand !== undefined && inHand.id !== row.id ? withRows(selection, [[inHand.id, inHand]]) : selection;
  return toggled(before, row.id, row);
}

/** With these rows, whatever was chosen before. */
export function withRows<Row>(selection: Selection<Row>, rows: readonly (readonly [string, Row])[]): Selection<Row> {
  if (selection.kind === 'some') return { kind: 'some', rows: new Map([...selection.rows, ...rows]) };
  const added = new Set(rows.map(([id]) => id));
  return { kind: 'all', except: new Set([...selection.except].filter((id) => !added.has(id))) };
}
