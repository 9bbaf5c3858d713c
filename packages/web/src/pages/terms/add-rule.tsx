import type { ProjectId } from '@genglossary/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import { useApi } from '../../data/api.ts';
import { Failure } from '../../data/loaded.tsx';
import { questions, useAction, useUndo } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** Adds a term by hand, or a pattern of what is never one; what it would do is told before it is done. */
export function AddRule({ project, list }: { readonly project: ProjectId; readonly list: 'required' | 'excluded' }) {
  const words = useWords();
  const api = useApi();
  const [isOpen, setIsOpen] = useState(false);
  const [pattern, setPattern] = useState('');
  const asked = useDeferredValue(pattern.trim());
  const effect = useQuery({
    ...questions.ruleEffect(api, project, { list, pattern: asked }),
    enabled: isOpen && asked !== '',
  });
  const undo = useUndo(project, ['term', 'term-list']);
  const add = useAction(
    project,
    ['term', 'term-list'],
    (one, text: string) => one.terms.addRule(project, { list, pattern: text }),
    { showsFailure: true },
  );
  const field = useRef<HTMLInputElement>(null);
  const isRequired = list === 'required';
  const close = () => {
    setIsOpen(false);
    setPattern('');
    add.reset();
  };
  const submit = () =>
    add.mutate(pattern.trim(), {
      onSuccess(token) {
        close();
        const message = isRequired ? words.document.required(pattern.trim()) : words.document.excluded(pattern.trim());
        notify({ message, undo: { label: words.actions.undo, run: () => undo(token) } });
      },
    });
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{isRequired ? words.terms.add : words.terms.ruleTitle}</Button>
      <Dialog
        title={isRequired ? words.terms.addTitle : words.terms.ruleTitle}
        open={isOpen}
        onClose={close}
        initialFocus={field}
      >
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (pattern.trim() !== '') submit();
          }}
        >
          <TextField
            ref={field}
            label={isRequired ? words.terms.term : words.terms.rulePattern}
            hint={isRequired ? words.terms.addHint : undefined}
            value={pattern}
            autoComplete="off"
            onChange={(event) => setPattern(event.target.value)}
          />
          <p role="status" className="muted numbers">
            {effect.data !== undefined && asked !== '' && !isRequired && words.terms.ruleEffect(effect.data.changes)}
            {effect.data !== undefined &&
              effect.data.examples.length > 0 &&
              ` (${effect.data.examples.slice(0, 5).join(', ')})`}
          </p>
          {add.error !== null && <Failure error={add.error} />}
          <div className="row row-end">
            <Button onClick={close}>{words.actions.cancel}</Button>
            <Button kind="primary" type="submit" busy={add.isPending}>
              {words.actions.add}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
