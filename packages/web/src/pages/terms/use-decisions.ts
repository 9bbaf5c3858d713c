import type { ConceptId, ProjectId } from '@genglossary/core/domain';
import { useCallback, useState } from 'react';
import { useApi } from '../../data/api.ts';
import { describeError } from '../../data/describe-error.ts';
import { useUndo } from '../../data/queries.ts';
import type { TermDecision, WorkbenchTerm } from '../../data/shapes.ts';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** What a person says about a term; `open` leaves it to the tool again. */
export type Verdict = 'required' | 'excluded' | 'open';

/**
 * Decides terms: the table shows a decision at once, the server is told in one request, and one undo takes it back.
 * What the server refused is shown as it was.
 */
export function useDecisions(project: ProjectId) {
  const words = useWords();
  const api = useApi();
  const undo = useUndo(project, ['term', 'term-list']);
  const [said, setSaid] = useState<ReadonlyMap<ConceptId, Verdict>>(new Map());
  const forget = (terms: readonly WorkbenchTerm[]) =>
    setSaid((before) => new Map([...before].filter(([id]) => !terms.some((term) => term.id === id))));

  const decide = (terms: readonly WorkbenchTerm[], verdict: Verdict) => {
    if (terms.length === 0) return;
    setSaid((before) => new Map([...before, ...terms.map(({ id }) => [id, verdict] as const)]));
    const done = {
      required: words.terms.requiredDone,
      excluded: words.terms.excludedDone,
      open: words.terms.candidateDone,
    };
    api.terms
      .decide(
        project,
        terms.map(({ id }) => id),
        verdict,
      )
      .then(
        (token) =>
          notify({
            message: terms.length === 1 ? `${terms[0]?.term ?? ''} · ${done[verdict](1)}` : done[verdict](terms.length),
            detail: words.terms.nextRun,
            undo: {
              label: words.actions.undo,
              run() {
                forget(terms);
                undo(token);
              },
            },
          }),
        (error: unknown) => {
          forget(terms);
          notify({ message: words.shell.failed, detail: describeError(error).message, tone: 'bad' });
        },
      );
  };
  const decisionOf = useCallback(
    ({ id, decision, isKept }: WorkbenchTerm): TermDecision => {
      const verdict = said.get(id);
      if (verdict === undefined) return decision;
      return verdict === 'open' ? (isKept ? 'kept' : 'cut') : verdict;
    },
    [said],
  );
  return { decide, decisionOf };
}
