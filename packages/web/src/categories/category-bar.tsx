import type { Category, CategoryId } from '@genglossary/core/domain';
import { KeyOf } from '../keyboard/keys.tsx';
import { useShortcuts } from '../keyboard/shortcuts.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words/words.tsx';
import { CategoryMark } from './category-mark.tsx';
import './categories.css';

/** The keys of the first categories. */
const keyed = (['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const).map((place) => `categories.${place}` as const);

/** Every category as a button: what is chosen goes into it. The first nine have keys, and so has none. */
export function CategoryBar({
  categories,
  onChoose,
  onEdit,
}: {
  readonly categories: readonly Category[];
  readonly onChoose: (category: CategoryId | null) => void;
  readonly onEdit: () => void;
}) {
  const words = useWords();
  useShortcuts('categories', [
    ...keyed.flatMap((command, index) => {
      const category = categories[index];
      if (category === undefined) return [];
      return [{ command, label: words.categories.putInto(category.name), run: () => onChoose(category.id) }];
    }),
    ...(categories.length === 0 ? [] : [{ command: 'categories.none' as const, run: () => onChoose(null) }]),
  ]);
  if (categories.length === 0) return null;
  return (
    <div className="category-bar" role="toolbar" aria-label={words.categories.title}>
      {categories.map((category, index) => {
        const command = keyed[index];
        return (
          <Button key={category.id} kind="quiet" size="small" onClick={() => onChoose(category.id)}>
            <CategoryMark category={category} /> {command !== undefined && <KeyOf command={command} />}
          </Button>
        );
      })}
      <Button kind="quiet" size="small" onClick={() => onChoose(null)}>
        {words.categories.takeOut} <KeyOf command="categories.none" />
      </Button>
      <Button kind="quiet" size="small" onClick={onEdit}>
        {words.categories.edit}
      </Button>
    </div>
  );
}
