import type { Category, CategoryId, ProjectId } from '@genglossary/core/domain';
import { useState } from 'react';
import { Failure } from '../data/loaded.tsx';
import { useAction } from '../data/actions.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { useWords } from '../words/words.tsx';
import { useTold } from './use-told.ts';

/** Asks where what is in a category goes before it is taken away. */
export function CategoryRemoval({
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
