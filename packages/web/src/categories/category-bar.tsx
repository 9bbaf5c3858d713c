import type { Category, CategoryId } from '@genglossary/core/domain';
import { useShortcuts } from '../keyboard/shortcuts.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../words/words.tsx';
import { CategoryMark } from './category-mark.tsx';
import './categories.css';

/** So many categories have a key of their own. */
const keyed = 9;

/** Every category as a button: what is chosen goes into it. The first nine have the keys 1 to 9, none has 0. */
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
  useShortcuts(words.categories.title, [
    ...categories.slice(0, keyed).map(({ id, name }, index) => ({
      keys: String(index + 1),
      label: words.categories.putInto(name),
      run: () => onChoose(id),
    })),
    ...(categories.length === 0 ? [] : [{ keys: '0', label: words.categories.takeOut, run: () => onChoose(null) }]),
  ]);
  if (categories.length === 0) return null;
  return (
    <div className="category-bar" role="toolbar" aria-label={words.categories.title}>
      {categories.map((category, index) => (
        <Button key={category.id} kind="quiet" size="small" onClick={() => onChoose(category.id)}>
          <CategoryMark category={category} /> {index < keyed && <kbd>{index + 1}</kbd>}
        </Button>
      ))}
      <Button kind="quiet" size="small" onClick={() => onChoose(null)}>
        {words.categories.takeOut} <kbd>0</kbd>
      </Button>
      <Button kind="quiet" size="small" onClick={onEdit}>
        {words.categories.edit}
      </Button>
    </div>
  );
}
