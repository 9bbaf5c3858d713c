import { type QueryKey, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Rows } from '../ui/rows.ts';
import { useSettled } from '../ui/use-settled.ts';
import { useTurn } from '../ui/use-turn.ts';

/** Rows of one request. */
const windowRows = 100;
/** Who has rows to show already asks for them when typing or scrolling pauses, and what stands beside is shown (milliseconds). */
const pauseMs = 350;

/** A part of a list that is kept on the server. */
export interface RowsPage<Row> {
  readonly items: readonly Row[];
  readonly total: number;
  /** Rows before the first of these. */
  readonly offset: number;
}

interface Request {
  readonly limit: number;
  readonly offset?: number;
  readonly around?: string;
  readonly signal: AbortSignal;
}

interface View {
  readonly listName: string;
  /** Offsets of windows. */
  readonly first: number;
  readonly last: number;
}

export interface WindowedRows<Row> {
  readonly rows: Rows<Row>;
  /** To be told which rows are drawn. */
  readonly onView: (first: number, last: number) => void;
  /** Nothing was ever there to show. */
  readonly isPending: boolean;
  /** Why there is nothing of this list to show. */
  readonly error: unknown;
  readonly retry: () => void;
}

/**
 * A list of any length that stays on the server: only what is looked at is asked for, by windows of rows. The first
 * window is the one around the row in hand. What was shown stays until there is something newer to show: what the
 * server says, or what is known of the list before.
 */
export function useWindowedRows<Row>({
  listKey,
  page,
  around,
  idOf,
  preview,
  onRows,
}: {
  /** Names the list with its filter and order; begins as the keys of other questions do. */
  readonly listKey: QueryKey;
  readonly page: (request: Request) => Promise<RowsPage<Row>>;
  readonly around: string | undefined;
  readonly idOf: (row: Row) => string;
  /** The rows of this list as far as they are known without the server. */
  readonly preview?: ((list: string) => Rows<Row> | undefined) | undefined;
  /** Told all rows that the server gives. */
  readonly onRows?: ((rows: readonly Row[]) => void) | undefined;
}): WindowedRows<Row> {
  const queries = useQueryClient();
  const listName = JSON.stringify(listKey);
  // The row that was in hand when this list was first asked for; moving on does not ask for it again.
  const asked = useRef({ listName, around });
  if (asked.current.listName !== listName) asked.current = { listName, around };
  const { around: anchor } = asked.current;
  const known = useMemo(() => preview?.(listName), [preview, listName]);
  const turn = useTurn(listName);
  const settled = useSettled(turn, pauseMs);
  const isAsked = known === undefined || settled === turn;
  // While somebody types, the questions stay those of the list before: another one at each key costs more than the rows.
  const asking = useRef({ key: listKey, from: anchor, ask: page });
  if (isAsked) asking.current = { key: listKey, from: anchor, ask: page };
  const { key, from, ask } = asking.current;
  const windowKey = (offset: number): QueryKey => [...key, 'window', offset];

  const start = useQuery({
    queryKey: ['first-window', key, from],
    enabled: isAsked,
    // Where the list begins to be shown; never true again later.
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const found = await ask({ limit: windowRows, signal, ...(from === undefined ? {} : { around: from }) });
      queries.setQueryData(windowKey(found.offset), found);
      return found.offset;
    },
  });
  /** The windows that are looked at: not the rows, or every row that comes into view would draw the page anew. */
  const [view, setView] = useState<View>();
  const looked = view?.listName === listName ? view : undefined;
  const begin = isAsked ? start.data : undefined;
  const shown = useRef<Rows<Row> | undefined>(undefined);
  const joined = useRef<{
    readonly listName: string;
    readonly pages: readonly RowsPage<Row>[];
    readonly known: Rows<Row> | undefined;
  }>(undefined);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(later.current), []);
  const onView = useCallback(
    (first: number, last: number) => {
      if (shown.current?.list !== listName) return;
      const next = { listName, first: windowOf(first), last: windowOf(last) };
      const look = () =>
        setView((before) =>
          before?.listName === listName && before.first === next.first && before.last === next.last ? before : next,
        );
      clearTimeout(later.current);
      if (known === undefined) look();
      else later.current = setTimeout(look, pauseMs);
    },
    [listName, known],
  );
  if (shown.current?.list !== listName && known !== undefined) {
    shown.current = known;
    joined.current = undefined;
  }
  // The row in hand stays at hand, wherever one looks.
  const inHand = useRef(0);
  const place = around === undefined || shown.current?.list !== listName ? -1 : shown.current.indexOf(around);
  if (place >= 0) inHand.current = place;
  else if (shown.current?.list !== listName) inHand.current = begin ?? 0;
  const kept = windowOf(inHand.current);
  const offsets = useMemo(
    () => (begin === undefined ? [] : windowsOf(looked?.first ?? begin, looked?.last ?? begin, kept)),
    [begin, looked, kept],
  );
  const lastOffsets = useRef(offsets);
  if (isAsked) lastOffsets.current = offsets;
  const windows = useQueries({
    queries: lastOffsets.current.map((offset) => ({
      queryKey: windowKey(offset),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => ask({ limit: windowRows, offset, signal }),
      enabled: isAsked,
    })),
  });
  const pages = isAsked ? windows.flatMap(({ data }) => data ?? []) : [];
  // The pages are the same objects as long as they say the same: rows are put together only where something is new.
  const before = joined.current?.listName === listName && joined.current.known === known ? joined.current : undefined;
  if (pages.length > 0 && !(before !== undefined && areSame(before.pages, pages))) {
    for (const one of pages) if (before?.pages.includes(one) !== true) onRows?.(one.items);
    joined.current = { listName, pages, known };
    shown.current = rowsOfPages({ list: listName, pages, idOf, known });
  }
  const failed = isAsked ? [start, ...windows].find(({ error }) => error !== null) : undefined;
  return {
    rows: shown.current ?? { list: listName, count: 0, at: () => undefined, idOf, indexOf: () => -1 },
    onView,
    isPending: shown.current === undefined,
    // While there are rows of this list, that the newest are late is said elsewhere.
    error: shown.current?.list === listName ? null : (failed?.error ?? null),
    retry: () => void failed?.refetch(),
  };
}

function areSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((one, index) => one === now[index]);
}

function windowOf(index: number): number {
  return index - (index % windowRows);
}

function windowsOf(first: number, last: number, kept: number): number[] {
  const offsets = [kept];
  for (let offset = first; offset <= last; offset += windowRows) {
    if (offset !== kept) offsets.push(offset);
  }
  return offsets;
}

function rowsOfPages<Row>({
  list,
  pages,
  idOf,
  known,
}: {
  readonly list: string;
  readonly pages: readonly RowsPage<Row>[];
  readonly idOf: (row: Row) => string;
  /** What stands between the pages. */
  readonly known: Rows<Row> | undefined;
}): Rows<Row> {
  const places = new Map(
    pages.flatMap(({ items, offset }) => items.map((row, index) => [idOf(row), offset + index] as const)),
  );
  const count = pages[0]?.total ?? 0;
  // Where the server knows of more, or of less, nobody knows which rows those are.
  const rest = known?.count === count ? known : undefined;
  return {
    list,
    count,
    at(index) {
      const page = pages.find(({ offset, items }) => index >= offset && index < offset + items.length);
      return page === undefined ? rest?.at(index) : page.items[index - page.offset];
    },
    idOf,
    indexOf: (id) => places.get(id) ?? rest?.indexOf(id) ?? -1,
  };
}
