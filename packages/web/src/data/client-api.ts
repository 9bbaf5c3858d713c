import {
  createClient,
  type DefinitionProposal,
  type ExportFormat,
  type GlossaryClient,
  isGenGlossaryError,
} from '@genglossary/client';
import { conceptId } from '@genglossary/core/domain';
import { inNaturalOrder } from '../search/natural-order.ts';
import { accessToken } from './access-token.ts';
import type { Api } from './api.ts';
import { WatchedSocket } from './connection.ts';
import type { Citation, DefineOutcome, DefinitionEdit, EntryDetail, Undo } from './shapes.ts';

/** The server that this page came from. */
export function openApi(): Api {
  const token = accessToken();
  const access = token === undefined ? {} : { token };
  return clientApi(createClient({ url: location.origin, WebSocket: WatchedSocket, ...access }));
}

/** Places of a term that the workbench shows. */
const contextRows = 30;

/** Places of what is looked for in the documents: so many, and so many of each document. */
const foundPlaces = { limit: 8, perDocument: 3, width: 40 };
/** A longer text is no search. */
const mostLetters = 200;

/** What the app asks, asked of a client. */
export function clientApi(client: GlossaryClient): Api {
  const { projects, documents, runs, entries, terms, termLists, issues, trash, versions, languageModels, exports } =
    client;
  return {
    projects: {
      list: () => projects.list(),
      get: (id) => projects.get(id),
      create: (project) => projects.create(project),
      rename: async (id, name) => (await projects.update(id, { name })).undo,
      remove: async (id) => (await projects.trash(id)).undo,
      trashed: () => projects.trashed(),
      async restore(id) {
        await projects.restore(id);
      },
      purge: (id) => projects.purge(id),
      clone: (id, name) => projects.clone(id, name),
      backup: (id) => projects.backup(id),
      restoreBackup: (file, name) => projects.restoreBackup(file, name === undefined ? {} : { name }),
      async *changes(id, { signal, onRun }) {
        for await (const { touched, kind } of projects.changes(id, { signal, onRun })) {
          const isBuilt = kind === 'glossary-built';
          const isChapter = isBuilt || kind === 'version-published';
          yield { nouns: touched.map(({ noun }) => noun), isChapter, isBuilt };
        }
      },
    },
    documents: {
      list: async (project) => inNaturalOrder(await documents.list(project), ({ name }) => name),
      get: (project, id) => documents.get(project, id),
      prose: (project, id) => documents.prose(project, id),
      places: (project, id) => entries.places(project, id),
      search: (project, text, options) =>
        documents.search(project, { text: text.slice(0, mostLetters), ...foundPlaces }, options),
      upload: async (project, files, { signal }) => (await documents.upload(project, files, { signal })).outcomes,
      impact: (project, ids) => documents.impact(project, ids),
      remove: async (project, ids) => (await documents.trash(project, ids)).undo,
    },
    runs: {
      list: (project) => runs.list(project),
      get: (id) => runs.get(id),
      start: async (project, { title, isBuiltIn = false, budget }) => {
        const worker = isBuiltIn ? { languageModel: 'built-in' as const } : {};
        return (await runs.start(project, { title, ...worker, ...(budget === undefined ? {} : { budget }) })).id;
      },
      estimate: (project) => runs.estimate(project),
      questions: (project, options) => runs.questions(project, options),
      calls: (run, query) => runs.callsPage(run, query),
      call: (run, number, options) => runs.call(run, number, options),
      resume: async (id) => (await runs.resume(id)).id,
      async cancel(id) {
        await runs.open(id).cancel();
      },
      events: (id, options) => runs.open(id).events(options),
    },
    entries: {
      list: (project) => Array.fromAsync(entries.list(project)),
      page: async (project, { limit }) => {
        const { items, total } = await entries.page(project, { limit });
        return { items, total };
      },
      get: (project, id) => entries.get(project, id),
      contexts: async (project, id, { limit }) => (await entries.contexts(project, id, { limit })).items,
      define: (project, id, edit) => definedOrNot(() => entries.update(project, id, definitionOf(edit))),
      cite: async (project, entry, citation) =>
        (
          await entries.update(project, entry.id, {
            ifVersion: entry.version,
            definition: withCitation(entry, citation),
          })
        ).undo,
      estimateProposal: (project, id, order) => entries.estimateRegenerate(project, id, order),
      propose: (project, id, order, options) => entries.regenerate(project, id, order, options),
      accept: (project, id, { version, definition }) =>
        definedOrNot(() => entries.update(project, id, { ifVersion: version, definition: takenOver(definition) })),
      preview: (project, name) => entries.preview(project, name),
      add: async (project, entry) => (await entries.add(project, entry)).undo,
      rename: async (project, id, { ifVersion, designations }) =>
        (await entries.update(project, id, { ifVersion, designations: [...designations] })).undo,
      async note(project, id, note) {
        const { version, note: before = '' } = await entries.get(project, id);
        if (note.trim() === before) return undefined;
        return (await entries.update(project, id, { ifVersion: version, note: note.trim() || null })).undo;
      },
      relate: async (project, id, relation) => (await entries.decideRelation(project, id, relation)).undo,
      history: (project, id) => entries.history(project, id),
      restore: async (project, id, revision) => (await entries.restoreRevision(project, id, revision)).undo,
      remove: async (project, id) => (await entries.trash(project, [id])).undo,
      lock: async (project, id, isLocked) =>
        (await (isLocked ? entries.lock(project, id) : entries.unlock(project, id))).undo,
    },
    terms: {
      page: (project, query, { around, ...rows }) =>
        terms.page(project, { ...query, ...rows, ...(around === undefined ? {} : { around: conceptId(around) }) }),
      index: (project) => terms.index(project),
      counts: (project) => terms.counts(project),
      contexts: (project, id) => terms.contexts(project, id, { limit: contextRows }),
      decide: async (project, choice, verdict) => (await terms.decide(project, choice, verdict)).undo,
      categorise: async (project, choice, category) => (await terms.categorise(project, choice, category)).undo,
      merge: async (project, merge) => (await terms.merge(project, merge)).undo,
      variants: (project) => terms.variants(project),
      dismissVariants: (project, ids) => terms.dismissVariants(project, ids),
      lists: (project) => termLists.get(project),
      addRule: async (project, { list, pattern }) => (await termLists.add(project, list, [{ pattern }])).undo,
      effect: (project, { list, pattern }) => termLists.effect(project, list, { pattern }),
    },
    categories: client.categories,
    issues: {
      list: (project) => Array.fromAsync(issues.list(project)),
      decide: async (project, ids, decision) => (await issues.decide(project, { ids: [...ids] }, decision)).undo,
      fix: (project, id, edit) => definedOrNot(() => issues.fix(project, id, definitionOf(edit))),
      reopen: async (project, ids) => (await issues.reopen(project, { ids: [...ids] })).undo,
    },
    trash: {
      list: (project) => trash.list(project),
      restore: async (project, choice) => (await trash.restore(project, choice)).undo,
    },
    versions: {
      list: (project) => versions.list(project),
      publish: (project, options) => versions.publish(project, options),
      openChanges: (project, version) => versions.openChanges(project, version),
      decideChanges: (project, decision) => versions.decideChanges(project, decision),
      diff: (project, range) => versions.diff(project, range),
    },
    settings: client.settings,
    imports: client.imports,
    insights: client.insights,
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
    undo: (token) => client.undo(token),
  };
}

/** Its sentences with what they stand on: whoever takes it over says it. */
function takenOver(definition: DefinitionProposal['definition']) {
  return {
    statements: (definition?.statements ?? []).map(({ text, role, evidence }) => ({
      text,
      role,
      evidence: evidence.map(({ documentId, range, quote }) => ({ documentId, range, quote })),
    })),
  };
}

function definitionOf({ ifVersion, statements }: DefinitionEdit) {
  return { ifVersion, definition: { statements: statements.map((text) => ({ text })) } };
}

/** What it says now; statements of which nothing is said here keep the passages that they have. */
function withCitation({ current }: EntryDetail, { statement: cited, ...passage }: Citation) {
  return {
    statements: (current?.statements ?? []).map(({ text, role, evidence }, index) => {
      if (index !== cited) return { text, role };
      const had = evidence.map(({ documentId, range, quote }) => ({ documentId, range, quote }));
      return { text, role, evidence: [...had, passage] };
    }),
  };
}

/** That somebody else was first is no failure, but a question. */
async function definedOrNot(write: () => Promise<{ readonly undo?: Undo }>): Promise<DefineOutcome> {
  try {
    return { outcome: 'saved', undo: (await write()).undo };
  } catch (error) {
    if (!isGenGlossaryError(error, 'entry/conflict')) throw error;
    return { outcome: 'conflict', theirs: error.details.current };
  }
}
