import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createClient } from '@genglossary/client';
import type { ProjectId } from '@genglossary/core/domain';
import { largeDocuments, ordinaryWords } from './large-documents.ts';

/** Candidates that become entries; some are folded into others. */
const limit = 2150;

/** The project that is measured, with its glossary: made by the built-in engine where the server has none yet. */
export async function openLargeProject(url: string, folder: string | undefined): Promise<ProjectId> {
  await using client = createClient({ url });
  const [known] = await client.projects.list();
  if (known !== undefined) return known.id;
  const made = await client.projects.create({ name: 'Large' });
  const files = folder === undefined ? largeDocuments() : await filesOf(folder);
  await client.documents.upload(made.id, files, { thenRun: false });
  const options = folder === undefined ? { limit, excluded: ordinaryWords() } : {};
  const run = await client.runs.start(made.id, { title: 'Large', ...options });
  const { status } = await run.done();
  if (status !== 'completed') throw new Error(`The glossary was not made: the run is ${status}.`);
  return made.id;
}

/** What is in the project, in a line. */
export async function tellSizes(url: string, project: ProjectId): Promise<string> {
  await using client = createClient({ url });
  const documents = await client.documents.list(project);
  const counts = await client.terms.counts(project);
  const entries = await Array.fromAsync(client.entries.list(project));
  const places = entries.reduce((sum, { occurrences }) => sum + occurrences, 0);
  const candidates = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${documents.length} documents, ${candidates} terms, ${entries.length} entries, ${places} occurrences`;
}

async function filesOf(folder: string) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile() && /\.(?:md|rst|txt|html?)$/u.test(entry.name));
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return { name: relative(folder, path), content: await readFile(path) };
    }),
  );
}
