import type { ProjectId } from '@genglossary/core/domain';
import { useState } from 'react';
import { Failure, Loaded } from '../data/loaded.tsx';
import { useAction } from '../data/actions.ts';
import { useCategories } from '../data/queries.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords } from '../words/words.tsx';
import { CategoryLine } from './category-line.tsx';
import { useTold } from './use-told.ts';
import './categories.css';

/** The categories of a project: made, named anew, coloured, put in order, and taken away with what is to replace them. */
export function CategoriesDialog({
  project,
  open,
  onClose,
}: {
  readonly project: ProjectId;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const words = useWords();
  return (
    <Dialog title={words.categories.title} description={words.categories.hint} open={open} onClose={onClose} wide>
      <Editor project={project} onClose={onClose} />
    </Dialog>
  );
}

function Editor({ project, onClose }: { readonly project: ProjectId; readonly onClose: () => void }) {
  const words = useWords();
  const categories = useCategories(project);
  return (
    <div className="stack">
      <Loaded answer={categories}>
        {(list) =>
          list.length === 0 ? null : (
            <ol className="category-list" aria-label={words.categories.title}>
              {list.map((category, index) => (
                <CategoryLine key={category.id} {...{ project, category, index, all: list }} />
              ))}
            </ol>
          )
        }
      </Loaded>
      <NewCategory project={project} />
      <div className="row row-end">
        <Button onClick={onClose}>{words.actions.close}</Button>
      </div>
    </div>
  );
}

function NewCategory({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const told = useTold(project);
  const [name, setName] = useState('');
  const create = useAction(
    project,
    ['category'],
    (api, given: string) => api.categories.create(project, { name: given }),
    {
      showsFailure: true,
    },
  );
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '' || create.isPending) return;
        create.mutate(name, {
          onSuccess({ value, undo }) {
            setName('');
            told(words.categories.created(value.name), undo);
          },
        });
      }}
    >
      <div className="category-new">
        <TextField
          label={words.categories.add}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => {
            setName(event.target.value);
            create.reset();
          }}
        />
        <Button type="submit" busy={create.isPending}>
          {words.actions.add}
        </Button>
      </div>
      {create.error !== null && <Failure error={create.error} />}
    </form>
  );
}
