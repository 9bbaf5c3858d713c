import type { TermChoice } from '@genglossary/client';
import type { CategoryId, ConceptId, ProjectId } from '@genglossary/core/domain';
import { useCallback, useState } from 'react';
import { useApi } from '../data/api.ts';
import { describeError } from '../data/describe-error.ts';
import { useCategories, useUndo } from '../data/queries.ts';
import { notify } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

/** What is put into a category: a term of the workbench, or an entry. */
interface Filed {
  readonly id: ConceptId;
  readonly term: string;
  readonly categoryId?: CategoryId;
}

interface FiledChoice {
  readonly choice: TermChoice;
  readonly count: number;
  /** Those of them that are on screen. */
  readonly terms: readonly Filed[];
}

/**
 * Puts terms into categories: the screen shows it at once, the server is told in one request, and one undo takes it
 * back. What the server refused is shown as it was.
 */
export function useCategorise(project: ProjectId) {
  const words = useWords();
  const api = useApi();
  const { data: categories } = useCategories(project);
  const undo = useUndo(project, ['term-category']);
  /** What was said, and what the server said until then: as soon as it says anything else, that stands. */
  const [said, setSaid] = useState<
    ReadonlyMap<ConceptId, { readonly category: CategoryId | null; readonly was: CategoryId | undefined }>
  >(new Map());
  const forget = (terms: readonly Filed[]) =>
    setSaid((before) => new Map([...before].filter(([id]) => !terms.some((term) => term.id === id))));

  const categorise = ({ choice, count, terms }: FiledChoice, category: CategoryId | null) => {
    if (count === 0) return;
    const name = categories?.find(({ id }) => id === category)?.name;
    setSaid(
      (before) => new Map([...before, ...terms.map(({ id, categoryId: was }) => [id, { category, was }] as const)]),
    );
    api.terms.categorise(project, choice, category).then(
      (token) =>
        notify({
          message: words.categories.filed(count === 1 ? terms[0]?.term : undefined, count, name),
          undo: {
            label: words.actions.undo,
            run() {
              forget(terms);
              return undo(token);
            },
          },
        }),
      (error: unknown) => {
        forget(terms);
        notify({ message: words.shell.failed, detail: describeError(error).message, tone: 'bad' });
      },
    );
  };
  const categoryOf = useCallback(
    ({ id, categoryId }: Filed): CategoryId | undefined => {
      const one = said.get(id);
      return one === undefined || one.was !== categoryId ? categoryId : (one.category ?? undefined);
    },
    [said],
  );
  return { categorise, categoryOf };
}
