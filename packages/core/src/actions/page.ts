import type { ListPage } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';

export interface PageRequest {
  /** Of a page, at most 500; 50 unless told. */
  readonly limit?: number;
  /** Of the page before. */
  readonly cursor?: string;
  /** Items that are passed over, where there is no cursor: for who shows any part of a long list. */
  readonly offset?: number;
  /** The id of an item: the page, counted from the first, in which it stands. Goes before the offset where it is there. */
  readonly around?: string;
}

const MAX_LIMIT = 500;
const LIMIT = 50;

/**
 * The page of a sorted list that a cursor asks for. A cursor names the last item given: what is added or taken away
 * before it moves nothing. Where that item itself is gone, the list goes on at its place.
 *
 * @throws `list/invalid-cursor`
 */
export function pageOf<Item>(
  items: readonly Item[],
  { limit = LIMIT, cursor, offset = 0, around }: PageRequest,
  idOf: (item: Item) => string,
): ListPage<Item> {
  const size = Math.min(Math.max(1, Math.trunc(limit)), MAX_LIMIT);
  const found = around === undefined ? -1 : items.findIndex((item) => idOf(item) === around);
  const asked = found < 0 ? Math.max(0, Math.trunc(offset)) : found - (found % size);
  const start = cursor === undefined ? asked : startAfter(items, cursor, idOf);
  const page = items.slice(start, start + size);
  const last = page.at(-1);
  const isEnd = last === undefined || start + size >= items.length;
  return {
    items: page,
    total: items.length,
    offset: start,
    ...(isEnd ? {} : { cursor: encode(start + page.length - 1, idOf(last)) }),
  };
}

function startAfter<Item>(items: readonly Item[], cursor: string, idOf: (item: Item) => string): number {
  const { index, id } = decode(cursor);
  const there = items[index];
  if (there !== undefined && idOf(there) === id) return index + 1;
  const moved = items.findIndex((item) => idOf(item) === id);
  return moved < 0 ? Math.min(index, items.length) : moved + 1;
}

function encode(index: number, id: string): string {
  return Buffer.from(JSON.stringify([index, id])).toString('base64url');
}

function decode(cursor: string): { readonly index: number; readonly id: string } {
  try {
    const [index, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as readonly unknown[];
    if (Number.isSafeInteger(index) && Number(index) >= 0 && typeof id === 'string')
      return { index: Number(index), id };
  } catch {
    // Refused below, as anything else that is no cursor.
  }
  throw new GlossaryError('list/invalid-cursor', 'The cursor was not made by this list.', {
    details: { cursor: cursor.slice(0, 100) },
  });
}
