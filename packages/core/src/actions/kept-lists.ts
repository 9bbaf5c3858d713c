import type { ProjectId } from '../domain/index.ts';
import type { Storage } from '../storage/storage.ts';

/** Projects whose lists are kept in memory. */
const KEPT = 4;

/** Remembers what was read of a project until the project changes, so that filters and pages answer at once. */
export class KeptLists<List> {
  readonly #storage: Storage;
  /** Least recently used first. */
  readonly #kept = new Map<ProjectId, { readonly change: number; readonly list: List }>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  async get(project: ProjectId, read: () => Promise<List>): Promise<List> {
    // Asked before reading: what changes meanwhile makes the list newer than its number, never older.
    const change = (await this.#storage.changes.last(project)) ?? 0;
    const known = this.#kept.get(project);
    const list = known?.change === change ? known.list : await read();
    this.#kept.delete(project);
    this.#kept.set(project, { change, list });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return list;
  }
}
