import {
  type Category,
  type CategoryColour,
  type CategoryId,
  categoryColours,
  categoryId,
  type Done,
  type ProjectId,
} from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { Stores } from '../storage/storage.ts';
import { foldText } from '../text/normal-form.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { checkCategoryName, invalidCategory } from './check-category-name.ts';
import { notFound } from './not-found.ts';
import { requireProject } from './require-project.ts';

/** What to change of a category; what is not named stays. */
export interface CategoryUpdate {
  readonly name?: string;
  readonly colour?: CategoryColour;
}

/** The categories of a project. What is in them is decided by `terms.categorise`. */
export interface CategoryActions {
  /** In the order that people gave them. @throws `storage/not-found` */
  list(project: ProjectId): Promise<readonly Category[]>;
  /** Behind the others, in the colour that fewest have unless told. @throws `category/invalid` · `category/name-taken` */
  create(
    project: ProjectId,
    category: { readonly name: string; readonly colour?: CategoryColour },
  ): Promise<Done<Category>>;
  /** Everything in it follows: `terms` says how many. @throws `storage/not-found` · as `create` */
  update(project: ProjectId, id: CategoryId, update: CategoryUpdate): Promise<Done<Category>>;
  /** Puts these first, in this order, before those that are not named. @throws `storage/not-found` */
  reorder(project: ProjectId, ids: readonly CategoryId[]): Promise<Done<readonly Category[]>>;
  /** What is in some goes into another one, and they are gone. @throws `storage/not-found` · `category/invalid` for one into itself */
  merge(
    project: ProjectId,
    merge: { readonly into: CategoryId; readonly from: readonly CategoryId[] },
  ): Promise<Done<Category>>;
  /**
   * Takes a category away: what is in it goes into `replacement`, or into none (`null`). Answers how many terms that are.
   * @throws as `merge`
   */
  remove(
    project: ProjectId,
    id: CategoryId,
    options: { readonly replacement: CategoryId | null },
  ): Promise<Done<{ readonly id: CategoryId; readonly terms: number }>>;
}

const MAX_CATEGORIES = 100;

export function categoryActions(tools: ActionTools): CategoryActions {
  const { storage } = tools;
  const edit = <T>(project: ProjectId, work: (stores: Stores) => Promise<T>) =>
    perform(tools, { project, kind: 'categories-edited' }, work);

  return {
    async list(project) {
      await requireProject(storage, project);
      return storage.categories.list(project);
    },
    create: (project, { name, colour }) =>
      edit(project, async ({ categories }) => {
        const all = await categories.list(project);
        if (all.length >= MAX_CATEGORIES) throw invalidCategory(`a project has at most ${MAX_CATEGORIES} categories`);
        const made: Category = {
          id: categoryId(tools.ids()),
          name: checkName(name, all),
          colour: colour ?? leastUsedColour(all),
          terms: 0,
        };
        await categories.replace(project, [...all, made]);
        return made;
      }),
    update: (project, id, { name, colour }) =>
      edit(project, async ({ categories }) => {
        const all = await categories.list(project);
        const before = found(all, id);
        const others = all.filter((one) => one !== before);
        const after: Category = {
          ...before,
          ...(name === undefined ? {} : { name: checkName(name, others) }),
          ...(colour === undefined ? {} : { colour }),
        };
        await categories.replace(
          project,
          all.map((one) => (one === before ? after : one)),
        );
        return after;
      }),
    reorder: (project, ids) =>
      edit(project, async ({ categories }) => {
        const all = await categories.list(project);
        const first = [...new Set(ids)].map((id) => found(all, id));
        await categories.replace(project, [...first, ...all.filter((one) => !first.includes(one))]);
        return categories.list(project);
      }),
    merge: (project, { into, from }) =>
      edit(project, async (stores) => {
        const all = await stores.categories.list(project);
        found(all, into);
        for (const id of from) await empty(stores, project, { category: found(all, id), into });
        return found(await stores.categories.list(project), into);
      }),
    remove: (project, id, { replacement }) =>
      edit(project, async (stores) => {
        const all = await stores.categories.list(project);
        const category = found(all, id);
        const into = replacement === null ? undefined : found(all, replacement).id;
        await empty(stores, project, { category, into });
        return { id, terms: category.terms };
      }),
  };
}

/** Takes a category away, after everything in it went elsewhere. */
async function empty(
  { categories }: Stores,
  project: ProjectId,
  { category, into }: { readonly category: Category; readonly into: CategoryId | undefined },
): Promise<void> {
  if (category.id === into) throw invalidCategory('a category cannot replace itself');
  const assigned = await categories.assigned(project);
  const ids = [...assigned].flatMap(([concept, id]) => (id === category.id ? [concept] : []));
  await categories.assign(project, ids, into);
  const rest = (await categories.list(project)).filter(({ id }) => id !== category.id);
  await categories.replace(project, rest);
}

function found(all: readonly Category[], id: CategoryId): Category {
  const category = all.find((one) => one.id === id);
  if (category === undefined) throw notFound('category', id);
  return category;
}

/** As it is kept. @throws `category/invalid` · `category/name-taken` */
function checkName(name: string, others: readonly Category[]): string {
  const words = checkCategoryName(name);
  const taken = categoryNamed(others, words);
  if (taken === undefined) return words;
  throw new GlossaryError('category/name-taken', `There is a category ${JSON.stringify(taken.name)} already.`, {
    details: { name: taken.name, id: taken.id },
  });
}

function categoryNamed(all: readonly Category[], name: string): Category | undefined {
  return all.find((one) => foldText(one.name) === foldText(name));
}

/** Those that have these names, in their order; what is not there yet is made. @throws `category/invalid` */
export async function ensureCategories(
  { categories }: Stores,
  project: ProjectId,
  { names, ids }: { readonly names: readonly string[]; readonly ids: ActionTools['ids'] },
): Promise<readonly CategoryId[]> {
  const before = await categories.list(project);
  const all = [...before];
  const named = names.map((name) => {
    const known = categoryNamed(all, name);
    if (known !== undefined) return known.id;
    if (all.length >= MAX_CATEGORIES) throw invalidCategory(`a project has at most ${MAX_CATEGORIES} categories`);
    const made = { id: categoryId(ids()), name: checkCategoryName(name), colour: leastUsedColour(all), terms: 0 };
    all.push(made);
    return made.id;
  });
  if (all.length > before.length) await categories.replace(project, all);
  return named;
}

/** The first of those that fewest categories have. */
function leastUsedColour(all: readonly Category[]): CategoryColour {
  const uses = (colour: CategoryColour) => all.filter((one) => one.colour === colour).length;
  return categoryColours.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
}
