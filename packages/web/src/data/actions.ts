import type { ProjectId } from '@genglossary/core/domain';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { notify, type TakeBack } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';
import { type Api, useApi } from './api.ts';
import { describeError } from './describe-error.ts';
import type { Noun, Undo } from './shapes.ts';

/** What else looks different when a noun changed. */
const alsoTouched: Readonly<Record<Noun, readonly string[]>> = {
  project: [],
  document: ['trash'],
  entry: ['settled', 'exported', 'document', 'issue', 'term', 'trash'],
  issue: ['entry', 'exported'],
  term: ['entry', 'settled', 'term-index'],
  'term-list': ['term', 'settled'],
  category: ['term', 'entry', 'exported'],
  'term-category': ['category', 'term', 'entry', 'exported'],
  version: ['settled'],
  settled: [],
  settings: [],
  run: [],
};

/** Asks again, on every screen that shows it, what a change touched; the project's own row counts everything. */
export async function refresh(queries: QueryClient, project: ProjectId, nouns: readonly Noun[]): Promise<void> {
  const touched = new Set(['project', ...nouns.flatMap((noun) => [noun, ...alsoTouched[noun]])]);
  await Promise.all([
    ...[...touched].map((noun) => queries.invalidateQueries({ queryKey: [project, noun] })),
    queries.invalidateQueries({ queryKey: ['projects'] }),
  ]);
}

/**
 * Does something to a project; what it touches is asked again before it counts as done. A failure is told in a notice,
 * unless the place that asks shows it itself.
 */
export function useAction<Input, Output>(
  project: ProjectId,
  nouns: readonly Noun[],
  act: (api: Api, input: Input) => Promise<Output>,
  { showsFailure = false }: { readonly showsFailure?: boolean } = {},
) {
  const words = useWords();
  const [api, queries] = [useApi(), useQueryClient()];
  return useMutation({
    mutationFn: (input: Input) => act(api, input),
    onError(error) {
      if (!showsFailure)
        notify({ message: words.shell.failed, detail: describeError(error, words).message, tone: 'bad' });
    },
    onSettled: () => refresh(queries, project, nouns),
  });
}

/** Takes something back, and tells how to do it again. */
export function useUndo(project: ProjectId, nouns: readonly Noun[]): (undo: Undo) => ReturnType<TakeBack> {
  const action = useAction(project, nouns, async (api, undo: Undo) =>
    undo === undefined ? undefined : api.undo(undo.token),
  );
  const takeBack = async (undo: Undo): ReturnType<TakeBack> => {
    const back = await action.mutateAsync(undo);
    return back === undefined ? undefined : () => takeBack(back);
  };
  return takeBack;
}
