import type { ProjectId } from '@genglossary/core/domain';
import { useSyncExternalStore } from 'react';
import type { SearchWords } from '../../data/address.ts';
import { type TermsSearch, termsSearch } from './terms-search.ts';

/** What the workbench showed, under a name: its filter and its order, not the row in hand. */
export interface SavedView {
  readonly name: string;
  readonly search: TermsSearch;
}

/** So many are kept of a project. */
const most = 20;

const listeners = new Set<() => void>();
const known = new Map<ProjectId, readonly SavedView[]>();

/** The views of a project that this browser keeps, latest first. */
export function useSavedViews(project: ProjectId): readonly SavedView[] {
  return useSyncExternalStore(subscribe, () => savedViews(project));
}

export function savedViews(project: ProjectId): readonly SavedView[] {
  const views = known.get(project) ?? readViews(localStorage.getItem(keyOf(project)));
  known.set(project, views);
  return views;
}

/** Keeps a view; one of the same name is replaced. */
export function saveView(project: ProjectId, { name, search }: SavedView): void {
  const { term: _term, ...kept } = search;
  const others = savedViews(project).filter((view) => view.name !== name);
  write(project, [{ name, search: kept }, ...others].slice(0, most));
}

export function forgetView(project: ProjectId, name: string): void {
  write(
    project,
    savedViews(project).filter((view) => view.name !== name),
  );
}

/** What was stored, as far as it still means something. */
export function readViews(stored: string | null): readonly SavedView[] {
  try {
    const views: unknown = JSON.parse(stored ?? '[]');
    if (!Array.isArray(views)) return [];
    return views.flatMap((view: unknown): SavedView[] => {
      if (typeof view !== 'object' || view === null) return [];
      const [name, search] = [Reflect.get(view, 'name'), Reflect.get(view, 'search')] as readonly unknown[];
      if (typeof name !== 'string' || name === '' || typeof search !== 'object' || search === null) return [];
      return [{ name, search: termsSearch(search as SearchWords) }];
    });
  } catch {
    return [];
  }
}

function write(project: ProjectId, views: readonly SavedView[]) {
  known.set(project, views);
  localStorage.setItem(keyOf(project), JSON.stringify(views));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  const onStorage = ({ key }: StorageEvent) => {
    if (key !== null && !key.startsWith(PREFIX)) return;
    // Another tab wrote it.
    known.clear();
    listener();
  };
  addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', onStorage);
  };
}

const PREFIX = 'genglossary.views.';

function keyOf(project: ProjectId): string {
  return `${PREFIX}${project}`;
}
