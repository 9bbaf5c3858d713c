import type { ProjectId } from '@genglossary/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../data/api.ts';
import { useAction, useUndo } from '../../data/actions.ts';
import { questions } from '../../data/questions.ts';
import { NamePreview } from '../../documents/name-preview.tsx';
import { AskLine } from '../../ui/ask-line.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

const touched = ['entry', 'term', 'term-list'] as const;

/** Adds a term by hand: how often it stands in the documents is told as it is typed; one that is there is offered. */
export function AddTerm({
  project,
  suggestion,
}: {
  readonly project: ProjectId;
  /** What it will most likely be. */
  readonly suggestion?: string;
}) {
  const words = useWords();
  const undo = useUndo(project, touched);
  const add = useAction(project, touched, (api, term: string) => api.entries.add(project, { term }), {
    showsFailure: true,
  });
  return (
    <AskLine
      trigger={words.terms.add}
      suggestion={suggestion}
      title={words.terms.addTitle}
      label={words.terms.term}
      hint={words.terms.addHint}
      submitLabel={words.actions.add}
      action={add}
      onDone={(term, token) =>
        notify({
          message: words.terms.addDone(term),
          undo: { label: words.actions.undo, run: () => undo(token) },
        })
      }
    >
      {(term) => <NamePreview project={project} term={term} />}
    </AskLine>
  );
}

/** Excludes by a pattern: how many terms it would exclude, and which, is told before it does. */
export function ExcludeRule({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const undo = useUndo(project, touched);
  const add = useAction(
    project,
    touched,
    (api, pattern: string) => api.terms.addRule(project, { list: 'excluded', pattern }),
    { showsFailure: true },
  );
  return (
    <AskLine
      trigger={words.terms.ruleTitle}
      title={words.terms.ruleTitle}
      label={words.terms.rulePattern}
      submitLabel={words.terms.exclude}
      action={add}
      onDone={(pattern, token) =>
        notify({
          message: words.document.excluded(pattern),
          undo: { label: words.actions.undo, run: () => undo(token) },
        })
      }
    >
      {(pattern) => <RuleEffect project={project} pattern={pattern} />}
    </AskLine>
  );
}

function RuleEffect({ project, pattern }: { readonly project: ProjectId; readonly pattern: string }) {
  const words = useWords();
  const { data } = useQuery({
    ...questions.ruleEffect(useApi(), project, { list: 'excluded', pattern }),
    // Wildcards alone are about everything and are refused.
    enabled: !/^[*?\s]+$/u.test(pattern),
  });
  if (data === undefined) return null;
  const examples = data.examples.length === 0 ? '' : ` (${data.examples.slice(0, 5).join(', ')})`;
  return `${words.terms.ruleEffect(data.changes)}${examples}`;
}
