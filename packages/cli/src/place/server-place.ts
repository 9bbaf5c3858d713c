import { createClient, type GlossaryClient, isGenGlossaryError, type RunEventMessage } from '@genglossary/client';
import { isTerminal, parseGlossaryExport } from '@genglossary/core';
import type { ProjectId } from '@genglossary/core/domain';
import type { Place, Told } from './place.ts';

export interface ServerAddress {
  readonly url: string;
  readonly token?: string;
}

/** A place behind a server, and the client that it asks. */
export interface ServerPlace extends Place {
  readonly url: string;
  readonly client: GlossaryClient;
}

/** What a server has; nothing is asked before the first call. */
export function openServerPlace(address: ServerAddress): ServerPlace {
  const client = createClient(address);
  return {
    url: address.url,
    client,
    async projects() {
      return (await client.projects.list({ includeArchived: true })).map(({ id, name }) => ({ id, name }));
    },
    async glossary(project) {
      const entries = await entriesOf(client, project);
      if (entries === undefined) return undefined;
      const known = new Map(entries.map((entry) => [entry.id, entry]));
      return {
        entries: entries.map(({ id, language, designations }) => {
          return { id, language, names: designations.map(({ text }) => text) };
        }),
        entry(id) {
          const entry = known.get(id);
          if (entry === undefined) throw new Error(`There is no entry ${id}.`);
          return entry;
        },
      };
    },
    async exported({ id }, format, options) {
      const { states, categories, ...rest } = options;
      const request = {
        format,
        ...rest,
        ...(states === undefined ? {} : { states: [...states] }),
        ...(categories === undefined ? {} : { categories: [...categories] }),
      };
      return [(await client.exports.create(id, request)).content];
    },
    runs: (project, options) => client.runs.list(project, options),
    run: (id) => client.runs.get(id),
    async *follow(id, options) {
      for await (const event of client.runs.open(id).events(options)) yield toldOf(event);
    },
    async cancel(run, options) {
      if (isTerminal(run.status)) return run;
      const handle = client.runs.open(run.id);
      await handle.cancel(options);
      return handle.done(options);
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}

async function entriesOf(client: GlossaryClient, project: ProjectId) {
  try {
    const { content } = await client.exports.create(project, { format: 'json', includeUnsupported: true });
    return parseGlossaryExport(content).entries;
  } catch (error) {
    if (isGenGlossaryError(error, 'glossary/none')) return undefined;
    throw error;
  }
}

function toldOf({ seq, ...rest }: RunEventMessage): Told {
  if (rest.type === 'events-truncated') return { type: 'truncated', from: rest.from, to: rest.to };
  if (rest.type === 'status-unsaved') return { type: 'status-unsaved' };
  const { at, ...event } = rest;
  return { type: 'event', seq, at, event };
}
