import type { Category } from '@genglossary/core/domain';
import './categories.css';

/** A category by its name; the colour beside it only helps the eye. */
export function CategoryMark({ category }: { readonly category: Pick<Category, 'name' | 'colour'> }) {
  return (
    <span className="category">
      <span className={`category-dot category-dot-${category.colour}`} aria-hidden="true" />
      <span className="category-name">{category.name}</span>
    </span>
  );
}
