import { type QueryKey, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Rows } from '../ui/rows.ts';

/** Rows of one request. */
const windowRows = 100;

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
 * window is the one around the row in hand. What was shown stays until there is something newer to show.
 */
export function useWindowedRows<Row>({
  listKey,
  page,
  around,
  idOf,
}: {
  /** Names the list with its filter and order; begins as the keys of other questions do. */
  readonly listKey: QueryKey;
  readonly page: (request: Request) => Promise<RowsPage<Row>>;
  readonly around: string | undefined;
  readonly idOf: (row: Row) => string;
}): WindowedRows<Row> {
  const queries = useQueryClient();
  const listName = JSON.stringify(listKey);
  // The row that was in hand when this list was first asked for; moving on does not ask for it again.
  const asked = useRef({ listName, around });
  if (asked.current.listName !== listName) asked.current = { listName, around };
  const { around: anchor } = asked.current;
  const windowKey = (offset: number): QueryKey => [...listKey, 'window', offset];

  const start = useQuery({
    queryKey: ['first-window', listKey, anchor],
    // Where the list begins to be shown; never true again later.
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const found = await page({ limit: windowRows, signal, ...(anchor === undefined ? {} : { around: anchor }) });
      queries.setQueryData(windowKey(found.offset), found);
      return found.offset;
    },
  });
  /** The windows that are looked at: not the rows, or every row that comes into view would draw the page anew. */
  const [view, setView] = useState<View>();
  const looked = view?.listName === listName ? view : undefined;
  const begin = start.data;
  const shown = useRef<Rows<Row> | undefined>(undefined);
  const onView = useCallback(
    (first: number, last: number) => {
      if (shown.current?.list !== listName) return;
      const next = { listName, first: windowOf(first), last: windowOf(last) };
      setView((before) =>
        before?.listName === listName && before.first === next.first && before.last === next.last ? before : next,
      );
    },
    [listName],
  );
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
  const windows = useQueries({
    queries: offsets.map((offset) => ({
      queryKey: windowKey(offset),
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => page({ limit: windowRows, offset, signal }),
    })),
  });
  const pages = windows.flatMap(({ data }) => data ?? []);
  // The pages are the same objects as long as they say the same: rows are put together only where something is new.
  const joined = useRef<{ readonly listName: string; readonly pages: readonly RowsPage<Row>[] }>(undefined);
  if (pages.length > 0 && !(joined.current?.listName === listName && areSame(joined.current.pages, pages))) {
    joined.current = { listName, pages };
    shown.current = rowsOfPages(listName, pages, idOf);
  }
  const failed = [start, ...windows].find(({ error }) => error !== null);
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

function rowsOfPages<Row>(list: string, pages: readonly RowsPage<Row>[], idOf: (row: Row) => string): Rows<Row> {
  const places = new Map(
    pages.flatMap(({ items, offset }) => items.map((row, index) => [idOf(row), offset + index] as const)),
  );
  return {
    list,
    count: pages[0]?.total ?? 0,
    at(index) {
      const page = pages.find(({ offset, items }) => index >= offset && index < offset + items.length);
      return page?.items[index - page.offset];
    },
    idOf,
    indexOf: (id) => places.get(id) ?? -1,
  };
}
