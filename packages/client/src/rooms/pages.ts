import type { Page } from '@genglossary/contract';
import type { CallOptions } from './room.ts';

export interface PageOptions extends CallOptions {
  /** Rows of the page, at most 500. */
  readonly limit?: number;
  /** Of the page before. */
  readonly cursor?: string;
}

/** Of a page; as many as a server gives. */
const MAX_ROWS = 500;

/** Every item of a list, page after page, as far as somebody reads. */
export async function* everyItem<Item>(
  page: (options: { readonly limit: number; readonly cursor?: string }) => Promise<Page<Item>>,
  limit: number = MAX_ROWS,
): AsyncGenerator<Item, void, void> {
  let cursor: string | undefined;
  do {
    const { items, cursor: next } = await page({ limit, ...(cursor === undefined ? {} : { cursor }) });
    yield* items;
    cursor = next;
  } while (cursor !== undefined);
}
