import { plural } from './numbers.ts';

export const categories = {
  title: 'Categories',
  category: 'Category',
  hint: 'A term is in one category at most. The first nine are chosen with the keys 1 to 9.',
  edit: 'Categories…',
  all: 'All categories',
  none: 'No category',
  takeOut: 'No category',
  putInto: (name: string) => `Put into “${name}”`,
  filed: (term: string | undefined, count: number, name: string | undefined) =>
    `${term ?? plural(count, 'term')} · ${name ?? 'no category'}`,
  terms: (count: number) => plural(count, 'term'),
  add: 'New category',
  created: (name: string) => `The category “${name}” is there`,
  nameOf: (name: string) => `Name of the category ${name}`,
  renamed: (name: string, count: number) => `Now called “${name}”, with ${plural(count, 'term')} in it`,
  colourOf: (name: string) => `Colour of ${name}`,
  colours: ['Blue', 'Purple', 'Red', 'Ochre', 'Green', 'Cyan'],
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  removeNamed: (name: string) => `Remove ${name}`,
  replacement: (count: number) => `What becomes of its ${plural(count, 'term')}`,
  removed: (name: string, count: number) => `“${name}” is gone; ${plural(count, 'term')} moved`,
};
