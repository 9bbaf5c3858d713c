import {
  type Category,
  type CategoryColour,
  type CategoryId,
  categoryColours,
  type ProjectId,
} from '@genglossary/core/domain';
import { useState } from 'react';
import { Failure } from '../data/loaded.tsx';
import { useAction } from '../data/actions.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import { CategoryRemoval } from './category-removal.tsx';
import { useTold } from './use-told.ts';

/** One category: its name and colour are edited in place, its place among the others by one step. */
export function CategoryLine({
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
      {isRemoving && <CategoryRemoval {...{ project, category, all }} onClose={() => setIsRemoving(false)} />}
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
