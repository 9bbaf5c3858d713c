import type { ProjectId } from '@genglossary/core/domain';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAction } from '../../data/actions.ts';
import { describeError } from '../../data/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** Makes another project with everything that is in this one, and opens it. */
export function CopySection({ project, name }: { readonly project: ProjectId; readonly name: string }) {
  const words = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState<string>();
  const copy = useAction(project, [], (api, wanted: string) => api.projects.clone(project, wanted), {
    showsFailure: true,
  });
  const shown = text ?? words.home.copySuggested(name);
  const wanted = shown.trim();
  return (
    <section className="settings-section" aria-labelledby="copy">
      <div>
        <h2 id="copy">{words.home.copy}</h2>
        <p className="muted">{words.home.copyDetail}</p>
      </div>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted === '') return;
          copy.mutate(wanted, {
            onSuccess({ id }) {
              notify({ message: words.home.copied(wanted) });
              void navigate({ to: '/p/$projectId/entries', params: { projectId: id } });
            },
          });
        }}
      >
        <TextField
          label={words.home.copyName}
          error={copy.error === null ? undefined : describeError(copy.error, words).message}
          value={shown}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
            copy.reset();
          }}
        />
        <div>
          <Button type="submit" disabled={wanted === ''} busy={copy.isPending}>
            {words.home.copyAction}
          </Button>
        </div>
      </form>
    </section>
  );
}
