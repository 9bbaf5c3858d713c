import type { Project, ProjectId } from '../domain/index.ts';
import { freeName, validLanguage, validSubject } from './project-facts.ts';
import type { ActionTools } from './action-tools.ts';
import { readBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

/** A project as one file: documents, lists, entries, what people decided and wrote, versions. No runs, no history, no keys. */
export interface BackupActions {
  /** @throws `storage/not-found` */
  write(project: ProjectId): Promise<Uint8Array>;
  /**
   * A new project with everything that the file holds, under the name that it had or another. All of it, or nothing.
   * @throws `backup/invalid` · `project/invalid-name` · `project/name-taken`
   */
  restore(content: Uint8Array, options?: { readonly name?: string }): Promise<Project>;
}

export function backupActions({ storage }: ActionTools): BackupActions {
  return {
    write: (project) => writeBackup(storage, project),
    async restore(content, { name } = {}) {
      const { project, rows } = await readBackup(content);
      const { language, subject } = project;
      return storage.transaction(async (stores) => {
        const made = await stores.projects.create({
          name: await freeName(stores, name ?? project.name),
          ...(language === null ? {} : { language: validLanguage(language) }),
          ...(subject === null ? {} : { subject: validSubject(subject) }),
        });
        await stores.projects.putRows(made.id, rows);
        return made;
      });
    },
  };
}
