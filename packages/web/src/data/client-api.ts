import { createClient, type ExportFormat, type GlossaryClient, isGenGlossaryError } from '@genglossary/client';
import { modelSteps } from '@genglossary/core/domain';
import type { Api } from './api.ts';
import { WatchedSocket } from './connection.ts';
import type { EntryDetail } from './shapes.ts';

/** The server that this page came from. */
export function openApi(): Api {
  return clientApi(createClient({ url: location.origin, WebSocket: WatchedSocket }));
}

/** Places of a term that the workbench shows. */
const contextRows = 30;

/** What the app asks, asked of a client. */
export function clientApi(client: GlossaryClient): Api {
  const { projects, documents, runs, entries, terms, termLists, issues, versions, languageModels, exports } = client;
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
      prose: (project, id) => documents.prose(project, id),
      places: (project, id) => entries.places(project, id),
      upload: async (project, files, { signal }) => (await documents.upload(project, files, { signal })).outcomes,
      remove: async (project, ids) => (await documents.trash(project, ids)).undo,
    },
    runs: {
      list: (project) => runs.list(project),
      get: (id) => runs.get(id),
      start: async (project, { title, model }) => {
        const languageModel = model === undefined ? {} : { languageModel: { settings: model, steps: [...modelSteps] } };
        return (await runs.start(project, { title, ...languageModel })).id;
      },
      resume: async (id) => (await runs.resume(id)).id,
      async cancel(id) {
        await runs.open(id).cancel();
      },
      events: (id, options) => runs.open(id).events(options),
    },
    entries: {
      list: (project) => Array.fromAsync(entries.list(project)),
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
      restore: async (project, id, revision) => (await entries.restoreRevision(project, id, revision)).undo,
      remove: async (project, id) => (await entries.trash(project, [id])).undo,
    },
    terms: {
      list: (project) => Array.fromAsync(terms.list(project)),
      contexts: (project, id) => terms.contexts(project, id, { limit: contextRows }),
      decide: async (project, ids, verdict) => (await terms.decide(project, { ids: [...ids] }, verdict)).undo,
      addRule: async (project, { list, pattern }) => (await termLists.add(project, list, [{ pattern }])).undo,
      effect: (project, { list, pattern }) => termLists.effect(project, list, { pattern }),
    },
    issues: {
      list: (project) => Array.fromAsync(issues.list(project)),
      decide: async (project, ids, decision) => (await issues.decide(project, { ids: [...ids] }, decision)).undo,
      reopen: async (project, ids) => (await issues.reopen(project, { ids: [...ids] })).undo,
    },
    versions: {
      list: (project) => versions.list(project),
      publish: (project, options) => versions.publish(project, options),
      diff: (project, range) => versions.diff(project, range),
    },
    models: {
      providers: () => languageModels.providers(),
      test: (model, options) => languageModels.test(model, options),
    },
    exports: {
      formats: async () => (await exports.formats()).map(({ name }) => name as ExportFormat),
      async create(project, request) {
        const { fileName, ...file } = await exports.create(project, request);
        return [{ name: fileName, ...file }];
      },
    },
    async undo(token) {
      await client.undo(token);
    },
  };
}
