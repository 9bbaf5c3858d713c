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
  hasKeys = false,
}: {
  readonly project: ProjectId;
  readonly term: string;
  /** Keys require and exclude them: of words that are selected, where nothing else has these keys. */
  readonly hasKeys?: boolean;
}) {
  const words = useWords();
  const undo = useUndo(project, ['term-list']);
  const add = useAction(project, ['term-list'], (api, list: 'required' | 'excluded') =>
    api.terms.addRule(project, { list, pattern: term }),
  );
  const show = useShownRule(project);
  const say = (list: 'required' | 'excluded') => {
    show({ list, pattern: term });
    // What is told does not depend on the panel, which goes with the selection.
    void add.mutateAsync(list).then(
      (token) =>
        notify({
          message: list === 'required' ? words.document.required(term) : words.document.excluded(term),
          undo: { label: words.actions.undo, run: () => undo(token) },
        }),
      // The action has told it.
      () => undefined,
    );
  };
  useShortcuts(
    'document',
    hasKeys
      ? [
          { command: 'document.require', run: () => say('required') },
          { command: 'document.exclude', run: () => say('excluded') },
        ]
      : [],
  );
  return (
    <div className="row">
      <Button size="small" onClick={() => say('required')}>
        {words.document.require} {hasKeys && <KeyOf command="document.require" />}
      </Button>
      <Button size="small" onClick={() => say('excluded')}>
        {words.document.exclude} {hasKeys && <KeyOf command="document.exclude" />}
      </Button>
    </div>
  );
}
