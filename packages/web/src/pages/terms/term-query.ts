import type { TermQuery } from '@genglossary/client';
import { categoryId } from '@genglossary/core/domain';
import { readSort, type Sort } from '../../ui/sort-button.tsx';
import type { TermFilter, TermsSearch } from './terms-search.ts';

export const bestFirst: Sort = { by: 'score', descending: true };

/** What a choice of the filter asks for. */
const filters: Readonly<Record<TermFilter, TermQuery>> = {
  all: {},
  kept: { decision: 'kept' },
  cut: { decision: 'cut' },
  required: { decision: 'required' },
  excluded: { decision: 'excluded' },
  'several-words': { isMultiWord: true },
  'one-word': { isMultiWord: false },
};

/** What a column sorts by, and whether its own way round is largest first. */
const orders: Readonly<Record<string, { readonly sort: NonNullable<TermQuery['sort']>; readonly descends: boolean }>> =
  {
    term: { sort: 'term', descends: false },
    status: { sort: 'decision', descends: false },
    count: { sort: 'frequency', descends: true },
    documents: { sort: 'documents', descends: true },
    score: { sort: 'score', descends: true },
  };

/** More than this no name has. */
const mostCharacters = 200;

/** Which terms the address asks for. */
export function termFilter({ q = '', show = 'all', category }: TermsSearch): TermQuery {
  const text = q.trim().slice(0, mostCharacters);
  return {
    ...filters[show],
    ...(text === '' ? {} : { text }),
    ...(category === undefined ? {} : { categoryId: category === 'none' ? null : categoryId(category) }),
  };
}

/** As `termFilter`, in the order that the address asks for; an order that there is not is best first. */
export function termQuery(search: TermsSearch): TermQuery {
  const asked = readSort(search.sort);
  const order = asked === undefined ? undefined : orders[asked.by];
  if (asked === undefined || order === undefined) return termFilter(search);
  const isReversed = asked.descending !== order.descends;
  return { ...termFilter(search), sort: order.sort, ...(isReversed ? { isReversed } : {}) };
}
