import type { Done, LanguageTag, Project, ProjectId, ProjectSummary, RunId, TrashedProject } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { type ActionTools, perform, UNDO_MS } from './action-tools.ts';
import { notFound } from './not-found.ts';
import { freeName, refuseTaken, validLanguage, validSubject } from './project-facts.ts';
import { validateProjectName } from './project-name.ts';

export interface NewProject {
  readonly name: string;
  /** BCP 47 tag; detected document by document where it is not told. */
  readonly language?: LanguageTag;
  readonly subject?: string;
}

/** What to change; `null` takes a value back. */
export interface ProjectUpdate {
  readonly name?: string;
  readonly language?: LanguageTag | null;
  readonly subject?: string | null;
}

export interface ProjectActions {
  /** @throws `project/invalid-name` · `project/name-taken` · `config/invalid` for what is no language tag */
  create(project: NewProject): Promise<Project>;
  /** @throws `storage/not-found` */
  get(id: ProjectId): Promise<ProjectSummary>;
  /** Sorted by name; the archived ones only where asked for. */
  list(options?: { readonly includeArchived?: boolean }): Promise<readonly ProjectSummary[]>;
  /** @throws `storage/not-found` · as `create` */
  update(id: ProjectId, update: ProjectUpdate): Promise<Done<Project>>;
  /** Sets a project aside; nothing of it is lost. @throws `storage/not-found` */
  archive(id: ProjectId): Promise<Done<Project>>;
  /** Takes an archived project up again. @throws `storage/not-found` */
  unarchive(id: ProjectId): Promise<Done<Project>>;
  /** A new project with the same documents, lists, glossary and people's work, but no runs and no history. @throws as `create` */
  clone(id: ProjectId, options: { readonly name: string }): Promise<Project>;
  /** Into the trash; its run, if it has one, is cancelled. @throws `storage/not-found` · `run/already-active` where runs cannot be cancelled */
  trash(id: ProjectId): Promise<Done<undefined>>;
  /** Out of the trash, under its former name or another. @throws `storage/not-found` · `project/name-taken` */
  restore(id: ProjectId, options?: { readonly name?: string }): Promise<Done<Project>>;
  /** Latest first. */
  trashed(): Promise<readonly TrashedProject[]>;
  /** Removes a project that is in the trash for good. @throws `storage/not-found` */
  purge(id: ProjectId): Promise<void>;
}

export function projectActions(tools: ActionTools): ProjectActions {
  const { storage, clock, ids, runs } = tools;
  const undo = () => ({ token: ids(), until: clock.now() + UNDO_MS });
  return {
    create: ({ name, language, subject }) =>
      storage.transaction(async (stores) => {
        const free = await freeName(stores, name);
        return stores.projects.create({
          name: free,
          ...(language === undefined ? {} : { language: validLanguage(language) }),
          ...(subject === undefined ? {} : { subject: validSubject(subject) }),
        });
      }),
    async get(id) {
      const [summary] = await storage.projects.summaries({ only: id });
      if (summary === undefined) throw notFound('project', id);
      return summary;
    },
    async list({ includeArchived = false } = {}) {
      const summaries = await storage.projects.summaries();
      return includeArchived ? summaries : summaries.filter(({ archivedAt }) => archivedAt === undefined);
    },
    update: (id, { name, language, subject }) =>
      perform(tools, { project: id, kind: 'project-updated' }, async (stores) =>
        stores.projects.update(id, {
          ...(name === undefined ? {} : { name: await freeName(stores, name, id) }),
          ...(language === undefined ? {} : { language: language === null ? null : validLanguage(language) }),
          ...(subject === undefined ? {} : { subject: subject === null ? null : validSubject(subject) }),
        }),
      ),
    archive: (id) =>
      perform(tools, { project: id, kind: 'project-archived' }, ({ projects }) =>
        projects.update(id, { isArchived: true }),
      ),
    unarchive: (id) =>
      perform(tools, { project: id, kind: 'project-unarchived' }, ({ projects }) =>
        projects.update(id, { isArchived: false }),
      ),
    clone: (id, { name }) =>
      storage.transaction(async (stores) => {
        const source = await stores.projects.read(id);
        if (source === undefined) throw notFound('project', id);
        const { language, subject } = source;
        const made = await stores.projects.create({
          name: await freeName(stores, name),
          ...(language === undefined ? {} : { language }),
          ...(subject === undefined ? {} : { subject }),
        });
        await stores.projects.copy(id, made.id);
        return made;
      }),
    async trash(id) {
      const active = await storage.runs.active(id);
      if (active !== undefined) {
        if (runs === undefined) throw stillRunning(active.id);
        await runs.cancel(active.id);
      }
      return storage.change(id, { kind: 'project-trashed', undo: undo() }, async ({ projects }) => {
        await projects.trash(id);
        return undefined;
      });
    },
    restore: (id, { name } = {}) =>
      storage.change(id, { kind: 'project-restored', undo: undo(), evenTrashed: true }, async (stores) => {
        const trashed = (await stores.projects.trashed()).find((one) => one.id === id);
        if (trashed === undefined) throw notFound('project', id);
        const wanted = name === undefined ? trashed.name : validateProjectName(name);
        await refuseTaken(stores, wanted, id);
        return stores.projects.restore(id, wanted);
      }),
    trashed: () => storage.projects.trashed(),
    purge: (id) =>
      storage.transaction(async ({ projects }) => {
        if (!(await projects.trashed()).some((one) => one.id === id)) throw notFound('project', id);
        await projects.delete(id);
      }),
  };
}

function stillRunning(run: RunId): GlossaryError<'run/already-active'> {
  return new GlossaryError('run/already-active', `The project still has the run ${run}.`, { details: { runId: run } });
}
