import type { ChangedNoun, ProjectId } from '../domain/index.ts';
import type { Storage } from '../storage/storage.ts';

/** Projects whose lists are kept in memory. */
const KEPT = 4;
/** Changes that are looked through to find out whether any of them matters; after more the list is read anew. */
const LOOKED_THROUGH = 100;

interface Kept<List> {
  /** The last change that the list knows of. */
  readonly change: number;
  /** Whoever asks while it is read waits for the same. */
  readonly list: Promise<List>;
}

/** Remembers what was read of a project until something changes it, so that filters and pages answer at once. */
export class KeptLists<List> {
  readonly #storage: Storage;
  readonly #nouns: ReadonlySet<ChangedNoun> | undefined;
  /** Least recently used first. */
  readonly #kept = new Map<ProjectId, Kept<List>>();

  /** Without `nouns` any change makes a list old; with them only one that touches any of these. */
  constructor(storage: Storage, nouns?: readonly ChangedNoun[]) {
    this.#storage = storage;
    this.#nouns = nouns === undefined ? undefined : new Set(nouns);
  }

  async get(project: ProjectId, read: () => Promise<List>): Promise<List> {
    // Asked before reading: what changes meanwhile makes the list newer than its number, never older.
    const change = (await this.#storage.changes.last(project)) ?? 0;
    const known = this.#kept.get(project);
    const holds = known !== undefined && (await this.#holds(project, known, change));
    // Somebody else may have begun to read it meanwhile.
    const now = this.#kept.get(project);
    const list = holds ? known.list : now !== undefined && now.change >= change ? now.list : read();
    const kept = { change, list };
    this.#kept.delete(project);
    this.#kept.set(project, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    try {
      return await list;
    } catch (error) {
      // What could not be read is read again.
      if (this.#kept.get(project)?.list === list) this.#kept.delete(project);
      throw error;
    }
  }

  async #holds(project: ProjectId, known: Kept<List>, change: number): Promise<boolean> {
    if (known.change === change) return true;
    const nouns = this.#nouns;
    if (nouns === undefined || change - known.change > LOOKED_THROUGH || change < known.change) return false;
    const since = await this.#storage.changes.page(project, { after: known.change, limit: LOOKED_THROUGH });
    return !since.some(({ touched }) => touched.some(({ noun }) => nouns.has(noun)));
  }
}
