import type {
  Category,
  CategoryChanges,
  CategoryId,
  CategoryMerge,
  Done,
  NewCategory,
  ProjectId,
  RemovedCategory,
} from '@genglossary/contract';
import type { CallOptions, Room } from './room.ts';

/** The categories of a project; `terms.categorise` puts terms and entries into them. */
export interface CategoriesRoom {
  /** In the order that people gave them. */
  list(projectId: ProjectId, options?: CallOptions): Promise<readonly Category[]>;
  /** Behind the others, in the colour that fewest have unless told. @throws `category/invalid` · `category/name-taken` */
  create(projectId: ProjectId, category: NewCategory, options?: CallOptions): Promise<Done<Category>>;
  /** Everything in it follows: `terms` says how many. @throws as `create` */
  update(projectId: ProjectId, id: CategoryId, update: CategoryChanges, options?: CallOptions): Promise<Done<Category>>;
  /** Puts these first, in this order, before those that are not named. */
  reorder(projectId: ProjectId, ids: readonly CategoryId[], options?: CallOptions): Promise<Done<readonly Category[]>>;
  /** What is in some goes into another one, and they are gone. @throws `category/invalid` for one into itself */
  merge(projectId: ProjectId, merge: CategoryMerge, options?: CallOptions): Promise<Done<Category>>;
  /** Takes one away: what is in it goes into `replacement`, or into none (`null`). Answers how many terms that are. */
  remove(
    projectId: ProjectId,
    id: CategoryId,
    options: CallOptions & { readonly replacement: CategoryId | null },
  ): Promise<Done<RemovedCategory>>;
}

export function categoriesRoom(room: Room): CategoriesRoom {
  const { api, ask } = room;
  return {
    list: async (projectId, options) => (await ask(api.categories.list.query, { projectId }, options)).items,
    create: (projectId, category, options) => ask(api.categories.create.mutate, { projectId, ...category }, options),
    update: (projectId, categoryId, update, options) =>
      ask(api.categories.update.mutate, { projectId, categoryId, ...update }, options),
    reorder: (projectId, ids, options) => ask(api.categories.reorder.mutate, { projectId, ids: [...ids] }, options),
    merge: (projectId, { into, from }, options) =>
      ask(api.categories.merge.mutate, { projectId, into, from: [...from] }, options),
    remove: (projectId, categoryId, { replacement, ...options }) =>
      ask(api.categories.remove.mutate, { projectId, categoryId, replacement }, options),
  };
}
