import type { ProjectId } from '@genglossary/core/domain';
import { useState } from 'react';
import { useAction, useUndo } from '../../data/actions.ts';
import { describeError } from '../../data/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** What the project is called: the title of its glossary. */
export function NameSection({ project, name }: { readonly project: ProjectId; readonly name: string }) {
  const words = useWords();
  const [text, setText] = useState(name);
  const undo = useUndo(project, ['project']);
  const rename = useAction(project, ['project'], (api, next: string) => api.projects.rename(project, next), {
    showsFailure: true,
  });
  const wanted = text.trim();
  const canRename = wanted !== '' && wanted !== name;
  return (
    <section className="settings-section" aria-labelledby="project-name">
      <h2 id="project-name">{words.create.name}</h2>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!canRename) return;
          rename.mutate(wanted, {
            onSuccess: (token) =>
              notify({
                message: words.settings.renamed(wanted),
                undo: { label: words.actions.undo, run: () => undo(token) },
              }),
          });
        }}
      >
        <TextField
          label={words.create.name}
          hideLabel
          hint={words.create.nameHint}
          error={rename.error === null ? undefined : describeError(rename.error, words).message}
          value={text}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
            rename.reset();
          }}
        />
        <div>
          <Button type="submit" disabled={!canRename} busy={rename.isPending}>
            {words.settings.rename}
          </Button>
        </div>
      </form>
    </section>
  );
}
