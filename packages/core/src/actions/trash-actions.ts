import type { ConceptId, DocumentId, Done, ProjectId } from '../domain/index.ts';
import { type ActionTools, perform, PLAN_MS, TRASH_MS } from './action-tools.ts';
import { refuseTakenName } from './entry-guards.ts';
import { notFound } from './not-found.ts';
import { requireProject } from './require-project.ts';

/** Something that was thrown away and can be had back. */
export type TrashedItem = (
  | { readonly kind: 'document'; readonly id: DocumentId }
  | { readonly kind: 'entry'; readonly id: ConceptId }
) & {
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly trashedAt: string;
};

export interface TrashChoice {
  readonly documents?: readonly DocumentId[];
  readonly entries?: readonly ConceptId[];
}

export interface TrashActions {
  /** Latest first. @throws `storage/not-found` */
  list(project: ProjectId): Promise<readonly TrashedItem[]>;
  /** Brings things back. @throws `storage/not-found` for what is not in the trash · `entry/name-taken` */
  restore(project: ProjectId, choice: TrashChoice): Promise<Done<TrashChoice>>;
  /**
   * Removes for good what has been in the trash for 30 days, and what is kept to undo changes that are older. Answers
   * how much. To be called now and then.
   */
  sweep(): Promise<{ readonly projects: number; readonly documents: number; readonly changes: number }>;
}

export function trashActions(tools: ActionTools): TrashActions {
  const { storage, clock } = tools;
  return {
    async list(project) {
      await requireProject(storage, project);
      const documents = (await storage.documents.trashed(project)).map(
        ({ id, name, trashedAt }): TrashedItem => ({ kind: 'document', id, name, trashedAt }),
      );
      const entries = (await storage.concepts.deleted(project)).map(
        ({ id, term, removedAt }): TrashedItem => ({ kind: 'entry', id, name: term, trashedAt: removedAt }),
      );
      return [...documents, ...entries].toSorted(
        (a, b) => Number(a.trashedAt < b.trashedAt) - Number(a.trashedAt > b.trashedAt) || (a.name < b.name ? -1 : 1),
      );
    },
    restore: (project, { documents = [], entries = [] }) => {
      const kind = documents.length > 0 ? 'documents-restored' : 'entries-restored';
      return perform(tools, { project, kind }, async (stores) => {
        const trashed = new Set<string>((await stores.documents.trashed(project)).map(({ id }) => id));
        const deleted = new Set<string>((await stores.concepts.deleted(project)).map(({ id }) => id));
        const missing = [...documents.filter((id) => !trashed.has(id)), ...entries.filter((id) => !deleted.has(id))];
        if (missing[0] !== undefined) throw notFound('item in the trash', missing[0]);
        await stores.documents.restore(project, documents);
        for (const id of entries) await stores.concepts.edit(project, id, { removed: null, removedAt: null });
        for (const { designations, language, id } of await stores.concepts.readMany(project, entries)) {
          await refuseTakenName(stores, project, { names: designations, language, own: id });
        }
        return { documents, entries };
      });
    },
    async sweep() {
      const before = clock.now() - TRASH_MS;
      const isOld = ({ trashedAt }: { readonly trashedAt: string }) => Date.parse(trashedAt) < before;
      const old = (await storage.projects.trashed()).filter(isOld);
      for (const { id } of old) await storage.projects.delete(id);
      const documents = await storage.documents.forget({ before });
      await storage.importPlans.forget({ before: clock.now() - PLAN_MS });
      return { projects: old.length, documents, changes: await storage.changes.forget({ before }) };
    },
  };
}
