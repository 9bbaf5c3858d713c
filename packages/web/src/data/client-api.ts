import { createClient, type ExportFormat, type GlossaryClient, isGenGlossaryError } from '@genglossary/client';
import type { Api } from './api.ts';
import { WatchedSocket } from './connection.ts';
import type { EntryDetail, EntrySummary } from './shapes.ts';

/** The server that this page came from. */
export function openApi(): Api {
  return clientApi(createClient({ url: location.origin, WebSocket: WatchedSocket }));
}

/** What the app asks, asked of a client. */
export function clientApi(client: GlossaryClient): Api {
  const { projects, documents, runs, entries, exports } = client;
  return {
    projects: {
      list: () => projects.list(),
      get: (id) => projects.get(id),
      create: (project) => projects.create(project),
      remove: async (id) => (await projects.trash(id)).undo,
      async *changes(id, { signal }) {
        for await (const { touched } of projects.changes(id, { signal })) yield touched.map(({ noun }) => noun);
      },
    },
    documents: {
      list: (project) => documents.list(project),
      get: (project, id) => documents.get(project, id),
      places: (project, id) => entries.places(project, id),
      upload: async (project, files, { signal }) => (await documents.upload(project, files, { signal })).outcomes,
      remove: async (project, ids) => (await documents.trash(project, ids)).undo,
    },
    runs: {
      list: (project) => runs.list(project),
      get: (id) => runs.get(id),
      start: async (project, { title }) => (await runs.start(project, { title })).id,
      resume: async (id) => (await runs.resume(id)).id,
      async cancel(id) {
        await runs.open(id).cancel();
      },
      events: (id, options) => runs.open(id).events(options),
    },
    entries: {
      async list(project) {
        const all: EntrySummary[] = [];
        for await (const entry of entries.list(project)) all.push(entry);
        return all;
      },
      get: (project, id) => entries.get(project, id),
      contexts: async (project, id, { limit }) => (await entries.contexts(project, id, { limit })).items,
      async define(project, id, { ifVersion, statements }) {
        try {
          const { undo } = await entries.update(project, id, {
            ifVersion,
            definition: { statements: statements.map((text) => ({ text })) },
          });
          return { outcome: 'saved', undo };
        } catch (error) {
          if (!isGenGlossaryError(error, 'entry/conflict')) throw error;
          return { outcome: 'conflict', theirs: error.details.current as EntryDetail };
        }
      },
    },
    exports: {
      formats: async () => (await exports.formats()).map(({ name }) => name as ExportFormat),
      async create(project, format) {
        const { fileName, ...file } = await exports.create(project, { format });
        return [{ name: fileName, ...file }];
      },
    },
    async undo(token) {
      await client.undo(token);
    },
  };
}
