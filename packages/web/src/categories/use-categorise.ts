import type { TermChoice } from '@genglossary/client';
import type { CategoryId, ConceptId, ProjectId } from '@genglossary/core/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../data/api.ts';
import { describeError } from '../data/describe-error.ts';
import { useUndo } from '../data/actions.ts';
import { questions } from '../data/questions.ts';
import { type SaidTerms, useSaid, useSaidOf } from '../data/use-said.ts';
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
  const queries = useQueryClient();
  const undo = useUndo(project, ['term-category']);
  const filed: FiledTerms = useSaid();

  const categorise = ({ choice, count, terms }: FiledChoice, category: CategoryId | null) => {
    if (count === 0) return;
    const categories = queries.getQueryData(questions.categories(api, project).queryKey);
    const name = categories?.find(({ id }) => id === category)?.name;
    const ids = terms.map(({ id }) => id);
    filed.say(
      terms.map(({ id, categoryId: was }) => ({ id, was })),
      category,
    );
    const doing = api.terms.categorise(project, choice, category);
    doing.catch((error: unknown) => {
      filed.forget(ids);
      notify({ message: words.shell.failed, detail: describeError(error, words).message, tone: 'bad' });
    });
    notify(
      {
        message: words.categories.filed(count === 1 ? terms[0]?.term : undefined, count, name),
        undo: {
          label: words.actions.undo,
          async run() {
            filed.forget(ids);
            return undo(await doing);
          },
        },
      },
      { done: doing },
    );
  };
  return { categorise, filed };
}

/** Where people have just put terms; `null` is into no category. */
export type FiledTerms = SaidTerms<CategoryId | null, CategoryId | undefined>;

/** The category that one is in: what was said of it, else what the server says. */
export function useCategoryOf(filed: FiledTerms, { id, categoryId }: Filed): CategoryId | undefined {
  const said = useSaidOf(filed, id, categoryId);
  return said === undefined ? categoryId : (said ?? undefined);
}
