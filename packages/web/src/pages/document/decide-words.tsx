import type { ProjectId } from '@genglossary/core/domain';
import { useAction, useUndo } from '../../data/actions.ts';
import { useShownRule } from '../../data/queries.ts';
import { KeyOf } from '../../keyboard/keys.tsx';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** Says of words that they are a term, or never one; it holds from the next run on and can be taken back. */
export function DecideWords({
  project,
  term,
  hasKey = false,
}: {
  readonly project: ProjectId;
  readonly term: string;
  /** A key requires them: of words that are selected, where nothing else has it. */
  readonly hasKey?: boolean;
}) {
  const words = useWords();
  const undo = useUndo(project, ['term', 'term-list']);
  const add = useAction(project, ['term', 'term-list'], (api, list: 'required' | 'excluded') =>
    api.terms.addRule(project, { list, pattern: term }),
  );
  const show = useShownRule(project);
  const say = (list: 'required' | 'excluded') => {
    show({ list, pattern: term });
    add.mutate(list, {
      onSuccess: (token) =>
        notify({
          message: list === 'required' ? words.document.required(term) : words.document.excluded(term),
          undo: { label: words.actions.undo, run: () => undo(token) },
        }),
    });
  };
  useShortcuts('document', hasKey ? [{ command: 'document.require', run: () => say('required') }] : []);
  return (
    <div className="row">
      <Button size="small" onClick={() => say('required')}>
        {words.document.require} {hasKey && <KeyOf command="document.require" />}
      </Button>
      <Button size="small" onClick={() => say('excluded')}>
        {words.document.exclude}
      </Button>
    </div>
  );
}
