import type { ProjectId } from '@genglossary/core/domain';
import { useAction, useUndo } from '../../data/actions.ts';
import type { DismissalReason, IssueView } from '../../data/shapes.ts';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** What people decide on issues: each is told, and can be taken back. */
export function useIssueDecisions(project: ProjectId) {
  const words = useWords();
  const undo = useUndo(project, ['issue', 'entry']);
  const resolve = useAction(project, ['issue', 'entry'], (api, { id }: IssueView) =>
    api.issues.decide(project, [id], { state: 'resolved' }),
  );
  const dismiss = useAction(
    project,
    ['issue', 'entry'],
    (api, { issue, reason }: { readonly issue: IssueView; readonly reason: DismissalReason }) =>
      api.issues.decide(project, [issue.id], { state: 'dismissed', reason }),
  );
  const reopen = useAction(project, ['issue', 'entry'], (api, { id }: IssueView) => api.issues.reopen(project, [id]));
  const telling = (message: string) => ({
    onSuccess: (token: Parameters<typeof undo>[0]) =>
      notify({ message, undo: { label: words.actions.undo, run: () => undo(token) } }),
  });
  return {
    resolve: (issue: IssueView) => resolve.mutate(issue, telling(words.issues.resolvedDone)),
    dismiss: (issue: IssueView, reason: DismissalReason) =>
      dismiss.mutate({ issue, reason }, telling(words.issues.dismissedDone)),
    reopen: (issue: IssueView) => reopen.mutate(issue, telling(words.issues.reopened)),
  };
}
