import type { ConceptId } from '@genglossary/core/domain';
import { oneIn, type SearchWords, textIn } from '../../data/address.ts';

export const graphHops = ['1', '2'] as const;
export const graphViews = ['map', 'list'] as const;

/** What of the page its address keeps. */
export interface InsightsSearch {
  /** The entry in the middle of the graph. */
  readonly around?: ConceptId | undefined;
  readonly hops?: (typeof graphHops)[number] | undefined;
  readonly view?: (typeof graphViews)[number] | undefined;
}

export function insightsSearch(search: SearchWords): InsightsSearch {
  return {
    around: textIn(search, 'around') as ConceptId | undefined,
    // An address that is all digits is read as a number.
    hops: graphHops.find((one) => one === textIn(search, 'hops')),
    view: oneIn(search, 'view', graphViews),
  };
}
