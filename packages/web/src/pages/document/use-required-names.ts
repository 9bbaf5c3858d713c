import type { ProjectId } from '@genglossary/core/domain';
import { useMemo } from 'react';
import { useTermLists } from '../../data/queries.ts';
import type { EntrySummary } from '../../data/shapes.ts';
import { NamesInText } from '../../documents/names-in-text.ts';

/** What people said is a term and the glossary does not have yet: it is in it from the next run on. */
export function useRequiredNames(
  project: ProjectId,
  entries: readonly EntrySummary[] | undefined,
): NamesInText | undefined {
  const { data } = useTermLists(project);
  return useMemo(() => {
    if (data === undefined || data.required.length === 0) return undefined;
    const entered = new Set((entries ?? []).flatMap(({ term, names }) => [term, ...names]));
    const missing = data.required.flatMap(({ pattern }) =>
      /[*?]/u.test(pattern) || entered.has(pattern) ? [] : [pattern],
    );
    return missing.length === 0 ? undefined : new NamesInText(missing);
  }, [data, entries]);
}
