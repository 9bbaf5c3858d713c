import type { CategoryId, ConceptId, ProjectId } from '@genglossary/core/domain';
import { useState } from 'react';
import { useCategories } from '../data/queries.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { useWords } from '../words/words.tsx';
import { CategoriesDialog } from './categories-dialog.tsx';
import { useCategorise, useCategoryOf } from './use-categorise.ts';

/** The category that an entry or a term is in, as a choice; nothing where there are no categories. */
export function CategoryField({
  project,
  of,
}: {
  readonly project: ProjectId;
  readonly of: { readonly id: ConceptId; readonly term: string; readonly categoryId?: CategoryId };
}) {
  const words = useWords();
  const { data: categories } = useCategories(project);
  const { categorise, filed } = useCategorise(project);
  const filedIn = useCategoryOf(filed, of);
  const [isEditing, setIsEditing] = useState(false);
  if (categories === undefined || categories.length === 0) return null;
  const current = categories.find(({ id }) => id === filedIn);
  return (
    <div className="category-field">
      <span className={current === undefined ? '' : `category-dot category-dot-${current.colour}`} />
      <SelectField
        label={words.categories.category}
        hideLabel
        value={current?.id ?? ''}
        onChange={({ target }) => {
          const chosen = categories.find(({ id }) => id === target.value)?.id ?? null;
          categorise({ choice: { ids: [of.id] }, count: 1, terms: [of] }, chosen);
        }}
      >
        <option value="">{words.categories.none}</option>
        {categories.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Button kind="quiet" size="small" onClick={() => setIsEditing(true)}>
        {words.categories.edit}
      </Button>
      <CategoriesDialog project={project} open={isEditing} onClose={() => setIsEditing(false)} />
    </div>
  );
}
