import { existsSync } from 'node:fs';
import { createActions, openStorage, type ImportDecisions, type ImportFile } from '@genglossary/core';
import type { Done, Imported, ImportPlan, LanguageTag, ProjectId } from '@genglossary/core/domain';
import type { CommandContext } from '../context.ts';
import { databasePath } from '../database-path.ts';
import { openWorkingServer } from './open-place.ts';
import type { NamedProject } from './place.ts';

/** Who brings the entries of a file into a glossary: a server, or this process over the database of a folder. */
export interface Importer extends AsyncDisposable {
  projects(): Promise<readonly NamedProject[]>;
  /** What the file would do; nothing is written but the plan. @throws `import/invalid` */
  plan(project: ProjectId, file: ImportFile & { readonly language?: LanguageTag }): Promise<ImportPlan>;
  /** @throws `import/conflict` */
  apply(project: ProjectId, plan: string, decisions: ImportDecisions): Promise<Done<Imported>>;
}

/** `undefined` where there is neither a server nor a database. */
export async function openImporter(context: CommandContext): Promise<Importer | undefined> {
  const server = await openWorkingServer(context);
  if (server !== undefined) {
    const { client } = server;
    return {
      projects: () => server.projects(),
      plan: (project, file) => client.imports.plan(project, file),
      apply: (project, plan, decisions) =>
        client.imports.apply(project, plan, {
          decisions: { ...decisions, rows: (decisions.rows ?? []).map((row) => ({ ...row })) },
        }),
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    };
  }
  const path = databasePath(context.io);
  if (!existsSync(path)) return undefined;
  const storage = await openStorage({ path });
  const { imports } = createActions({ storage });
  return {
    async projects() {
      return (await storage.projects.list()).map(({ id, name }) => ({ id, name }));
    },
    plan: (project, file) => imports.plan(project, file),
    apply: (project, plan, decisions) => imports.apply(project, plan, decisions),
    [Symbol.asyncDispose]: () => storage[Symbol.asyncDispose](),
  };
}
