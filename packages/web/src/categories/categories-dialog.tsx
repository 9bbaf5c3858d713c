import {
  type Category,
  type CategoryColour,
  type CategoryId,
  categoryColours,
  type ProjectId,
} from '@genglossary/core/domain';
import { useState } from 'react';
import { Failure, Loaded } from '../data/loaded.tsx';
import { useAction, useCategories, useUndo } from '../data/queries.ts';
import type { Undo } from '../data/shapes.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { notify } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';
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
                <Line key={category.id} {...{ project, category, index, all: list }} />
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

/** What a change of the categories says, and how it is taken back. */
function useTold(project: ProjectId): (message: string, token: Undo) => void {
  const words = useWords();
  const undo = useUndo(project, ['category']);
  return (message, token) => notify({ message, undo: { label: words.actions.undo, run: () => undo(token) } });
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

function Line({
  project,
  category,
  index,
  all,
}: {
  readonly project: ProjectId;
  readonly category: Category;
  readonly index: number;
  readonly all: readonly Category[];
}) {
  const words = useWords();
  const told = useTold(project);
  const { id, name, colour, terms } = category;
  const [isRemoving, setIsRemoving] = useState(false);
  const update = useAction(
    project,
    ['category'],
    (api, change: { readonly name?: string; readonly colour?: CategoryColour }) =>
      api.categories.update(project, id, change),
    { showsFailure: true },
  );
  const reorder = useAction(project, ['category'], (api, ids: readonly CategoryId[]) =>
    api.categories.reorder(project, ids),
  );
  const moveBy = (by: 1 | -1) => {
    const ids = all.map((one) => one.id);
    const [here, there] = [ids[index], ids[index + by]];
    if (here === undefined || there === undefined || reorder.isPending) return;
    ids[index] = there;
    ids[index + by] = here;
    reorder.mutate(ids);
  };
  const rename = (given: string) => {
    if (given.trim() === '' || given.trim() === name) return;
    update.mutate(
      { name: given },
      { onSuccess: ({ value, undo }) => told(words.categories.renamed(value.name, value.terms), undo) },
    );
  };
  return (
    <li className="category-line">
      <ColourField
        label={words.categories.colourOf(name)}
        colour={colour}
        onChoose={(chosen) => update.mutate({ colour: chosen })}
      />
      <TextField
        key={name}
        label={words.categories.nameOf(name)}
        hideLabel
        defaultValue={name}
        maxLength={60}
        autoComplete="off"
        onBlur={({ target }) => rename(target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter') rename(event.currentTarget.value);
        }}
      />
      <span className="muted numbers">{words.categories.terms(terms)}</span>
      <div className="category-line-tools">
        <Button
          kind="quiet"
          size="small"
          aria-label={words.categories.moveUp(name)}
          disabled={index === 0}
          onClick={() => moveBy(-1)}
        >
          <Icon name="up" />
        </Button>
        <Button
          kind="quiet"
          size="small"
          aria-label={words.categories.moveDown(name)}
          disabled={index === all.length - 1}
          onClick={() => moveBy(1)}
        >
          <Icon name="down" />
        </Button>
        <Button
          kind="quiet"
          size="small"
          aria-label={words.categories.removeNamed(name)}
          aria-expanded={isRemoving}
          onClick={() => setIsRemoving(!isRemoving)}
        >
          {words.documents.remove}
        </Button>
      </div>
      {update.error !== null && <Failure error={update.error} />}
      {isRemoving && <Removal {...{ project, category, all }} onClose={() => setIsRemoving(false)} />}
    </li>
  );
}

function ColourField({
  label,
  colour,
  onChoose,
}: {
  readonly label: string;
  readonly colour: CategoryColour;
  readonly onChoose: (colour: CategoryColour) => void;
}) {
  const words = useWords();
  return (
    <div className="row">
      <span className={`category-dot category-dot-${colour}`} aria-hidden="true" />
      <SelectField
        label={label}
        hideLabel
        value={String(colour)}
        onChange={({ target }) => {
          const chosen = categoryColours.find((one) => String(one) === target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {categoryColours.map((one) => (
          <option key={one} value={String(one)}>
            {words.categories.colours[one]}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** Asks where what is in a category goes before it is taken away. */
function Removal({
  project,
  category,
  all,
  onClose,
}: {
  readonly project: ProjectId;
  readonly category: Category;
  readonly all: readonly Category[];
  readonly onClose: () => void;
}) {
  const words = useWords();
  const told = useTold(project);
  const { id, name, terms } = category;
  const [replacement, setReplacement] = useState<CategoryId | null>(null);
  const remove = useAction(
    project,
    ['category'],
    async (api) => {
      const done = await api.categories.remove(project, id, { replacement });
      // Told here: the category leaves the list, and this with it.
      told(words.categories.removed(name, done.value.terms), done.undo);
    },
    { showsFailure: true },
  );
  return (
    <div className="category-removal">
      <SelectField
        label={words.categories.replacement(terms)}
        value={replacement ?? ''}
        onChange={({ target }) => setReplacement(all.find((one) => one.id === target.value)?.id ?? null)}
      >
        <option value="">{words.categories.none}</option>
        {all
          .filter((one) => one.id !== id)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
      </SelectField>
      <Button onClick={onClose}>{words.actions.cancel}</Button>
      <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate(undefined)}>
        {words.categories.removeNamed(name)}
      </Button>
      {remove.error !== null && <Failure error={remove.error} />}
    </div>
  );
}
