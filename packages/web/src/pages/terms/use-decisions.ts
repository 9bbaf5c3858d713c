import type { TermChoice } from '@genglossary/client';
import type { ProjectId } from '@genglossary/core/domain';
import { useApi } from '../../data/api.ts';
import { describeError } from '../../data/describe-error.ts';
import { useUndo } from '../../data/actions.ts';
import type { TermDecision, WorkbenchTerm } from '../../data/shapes.ts';
import { type SaidTerms, useSaid, useSaidOf } from '../../data/use-said.ts';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** What a person says about a term; `open` leaves it to the tool again. */
export type Verdict = 'required' | 'excluded' | 'open';

/** Which terms are decided: the choice as the server is told it, and those of it that are on screen. */
export interface ChosenTerms {
  readonly choice: TermChoice;
  readonly count: number;
  readonly terms: readonly WorkbenchTerm[];
}

/**
 * Decides terms: the table shows a decision at once, the server is told in one request, and one undo takes it back.
 * What the server refused is shown as it was.
 */
export function useDecisions(project: ProjectId) {
  const words = useWords();
  const api = useApi();
  const undo = useUndo(project, ['term', 'term-list']);
  const said: SaidDecisions = useSaid();

  const decide = ({ choice, count, terms }: ChosenTerms, verdict: Verdict) => {
    if (count === 0) return;
    const ids = terms.map(({ id }) => id);
    said.say(
      terms.map(({ id, decision: was }) => ({ id, was })),
      verdict,
    );
    const done = {
      required: words.terms.requiredDone,
      excluded: words.terms.excludedDone,
      open: words.terms.candidateDone,
    };
    // At once: who closes the page right after it has decided.
    const doing = api.terms.decide(project, choice, verdict);
    doing.catch((error: unknown) => {
      said.forget(ids);
      notify({ message: words.shell.failed, detail: describeError(error, words).message, tone: 'bad' });
    });
    notify(
      {
        message: count === 1 ? `${terms[0]?.term ?? ''} · ${done[verdict](1)}` : done[verdict](count),
        detail: words.terms.nextRun,
        undo: {
          label: words.actions.undo,
          async run() {
            said.forget(ids);
            return undo(await doing);
          },
        },
      },
      { done: doing },
    );
  };
  return { decide, said };
}

/** What people have just decided. */
export type SaidDecisions = SaidTerms<Verdict, TermDecision>;

/** The decision on a term: what was said of it, else what the server says. */
export function useDecision(decisions: SaidDecisions, { id, decision, isKept }: WorkbenchTerm): TermDecision {
  const said = useSaidOf(decisions, id, decision);
  if (said === undefined) return decision;
  return said === 'open' ? (isKept ? 'kept' : 'cut') : said;
}
