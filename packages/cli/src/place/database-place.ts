import {
  type Concept,
  type EntryExport,
  exporterNamed,
  followStored,
  type Glossary,
  GlossaryError,
  isTerminal,
  openStorage,
  openStorageReader,
  ownerOfStorage,
  parseGlossaryExport,
  readForExport,
  type RunId,
  type Storage,
} from '@genglossary/core';
import type { Place, RunFacts, Told } from './place.ts';

/** The database of a folder, read while whoever has it goes on. @throws `storage/unavailable`, `storage/newer-schema` */
export async function openDatabasePlace(path: string): Promise<Place> {
  const storage = await openStorageReader({ path });
  const follow = (id: RunId, options: { readonly after?: number; readonly signal: AbortSignal }) =>
    told(storage, id, options);
  return {
    async projects() {
      return (await storage.projects.list()).map(({ id, name }) => ({ id, name }));
    },
    async glossary(project) {
      const glossary = await storage.glossary.read(project);
      return glossary === undefined ? undefined : lookedUp(glossary);
    },
    async exported({ id }, format, options) {
      return exporterNamed(format).write(await readForExport(storage, id, options), options);
    },
    runs: (project, options) => storage.runs.list(project, options),
    run: (id) => runOf(storage, id),
    follow,
    async cancel(run, { signal }) {
      if (isTerminal(run.status)) return run;
      const stopped = await cancelAlone(path, run.id);
      if (stopped !== undefined) return stopped;
      for await (const one of follow(run.id, { after: run.lastSeq, signal })) if (one.type === 'status-unsaved') break;
      return runOf(storage, run.id);
    },
    [Symbol.asyncDispose]: () => storage[Symbol.asyncDispose](),
  };
}

/** @throws `run/not-found` */
async function runOf({ runs }: Storage, id: RunId): Promise<RunFacts> {
  const run = await runs.find(id);
  if (run !== undefined) return run;
  throw new GlossaryError('run/not-found', `There is no run ${id}.`, { details: { runId: id } });
}

async function* told(
  storage: Storage,
  id: RunId,
  options: { readonly after?: number; readonly signal: AbortSignal },
): AsyncGenerator<Told> {
  for await (const followed of followStored(storage, id, options)) {
    if (followed.type === 'page') for (const entry of followed.entries) yield { type: 'event', ...entry };
    else if (followed.type === 'truncated') yield { type: 'truncated', from: followed.from, to: followed.to };
    else yield { type: 'status-unsaved' };
  }
}

/**
 * Ends a run that no living process works on; `undefined` where one does: then that process was asked to stop, and it
 * saves what is finished first.
 */
async function cancelAlone(path: string, id: RunId): Promise<RunFacts | undefined> {
  try {
    await using storage = await openStorage({ path });
    // We have the database to ourselves: whoever worked on the run is dead.
    await storage.runs.releaseOrphans({ isSoleOwner: true });
    await storage.runs.cancel(id);
    return await runOf(storage, id);
  } catch (error) {
    const owner = await ownerOfStorage({ path });
    if (!GlossaryError.is(error, 'storage/in-use') || owner === undefined) throw error;
    process.kill(owner.pid, 'SIGINT');
    return undefined;
  }
}

function lookedUp(glossary: Glossary) {
  const known = new Map<string, Concept>(glossary.concepts.map((concept) => [concept.id, concept]));
  return {
    entries: glossary.concepts.map(({ id, language, designations }) => {
      return { id, language, names: designations.map(({ text }) => text) };
    }),
    entry(id: string): EntryExport {
      const concept = known.get(id);
      const alone: Glossary = { ...glossary, concepts: concept === undefined ? [] : [concept], issues: [] };
      const [entry] = parseGlossaryExport([...exporterNamed('json').write(alone, {})].join('')).entries;
      if (entry === undefined) throw new Error(`There is no entry ${id}.`);
      return entry;
    },
  };
}
