import type { Category } from '@genglossary/core/domain';
import { FilterChoice } from '../ui/list-pane.tsx';
import { useWords } from '../words/words.tsx';

/** A choice of a filter: all, one category, or none. Nothing where there are no categories. */
export function CategoryChoice({
  categories,
  value,
  onChoose,
}: {
  readonly categories: readonly Category[];
  /** The id of one, or `none`; all where it is not told. */
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}) {
  const words = useWords();
  if (categories.length === 0) return null;
  const names = new Map<string, string>([
    ['', words.categories.all],
    ...categories.map(({ id, name }) => [id, name] as const),
    ['none', words.categories.none],
  ]);
  return (
    <FilterChoice
      label={words.categories.category}
      value={value !== undefined && names.has(value) ? value : ''}
      values={[...names.keys()]}
      nameOf={(one) => names.get(one) ?? ''}
      onChoose={(one) => onChoose(one === '' ? undefined : one)}
    />
  );
}
