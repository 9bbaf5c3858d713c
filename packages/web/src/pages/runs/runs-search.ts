import type { RunId } from '@genglossary/core/domain';
import type { SearchWords } from '../../data/address.ts';

/** How many runs are laid side by side. */
export const compared = 2;

/** What of the page its address keeps: the runs that are compared, in the order in which they were chosen. */
export interface RunsSearch {
  readonly compare?: readonly RunId[] | undefined;
}

export function runsSearch(search: SearchWords): RunsSearch {
  const ids: readonly unknown[] = Array.isArray(search['compare']) ? search['compare'] : [];
  const known = [...new Set(ids.filter((id): id is RunId => typeof id === 'string'))].slice(-compared);
  return { compare: known.length === 0 ? undefined : known };
}

/** The choice after a press: the one that was chosen first makes room for a third. */
export function toggled(chosen: readonly RunId[], id: RunId): readonly RunId[] {
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-compared);
}
