import type { TermChoice } from '@genglossary/client';
import type { CategoryId, ConceptId, ProjectId } from '@genglossary/core/domain';
import { useCallback } from 'react';
import { useApi } from '../data/api.ts';
import { describeError } from '../data/describe-error.ts';
import { useCategories, useUndo } from '../data/queries.ts';
import { useSaid } from '../data/use-said.ts';
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
  const { say, forget, saidOf } = useSaid<CategoryId | null, CategoryId | undefined>();

  const categorise = ({ choice, count, terms }: FiledChoice, category: CategoryId | null) => {
    if (count === 0) return;
    const name = categories?.find(({ id }) => id === category)?.name;
    const ids = terms.map(({ id }) => id);
    say(
      terms.map(({ id, categoryId: was }) => ({ id, was })),
      category,
    );
    api.terms.categorise(project, choice, category).then(
      (token) =>
        notify({
          message: words.categories.filed(count === 1 ? terms[0]?.term : undefined, count, name),
          undo: {
            label: words.actions.undo,
            run() {
              forget(ids);
              return undo(token);
            },
          },
        }),
      (error: unknown) => {
        forget(ids);
        notify({ message: words.shell.failed, detail: describeError(error).message, tone: 'bad' });
      },
    );
  };
  const categoryOf = useCallback(
    ({ id, categoryId }: Filed): CategoryId | undefined => {
      const said = saidOf(id, categoryId);
      return said === undefined ? categoryId : (said ?? undefined);
    },
    [saidOf],
  );
  return { categorise, categoryOf };
}
