import { expect } from 'vitest';
import { define, firstOf, freshKey, gone, type World } from './world.ts';

const started = ({ api, project }: World) => api.runs.start.mutate({ projectId: project, key: freshKey() });
/** A version, and an entry that is gone since. */
const withoutLock = async ({ client, project, lock }: World) => {
  await client.versions.publish(project);
  await client.entries.trash(project, [lock]);
};

/** A run that works until it is cancelled. */
const held = ({ api, project, silentModel }: World) => {
  const settings = { provider: 'openai-compatible', model: 'm', baseUrl: silentModel.baseUrl('openai') } as const;
  const languageModel = { settings, steps: ['define' as const] };
  return api.runs.start.mutate({ projectId: project, key: freshKey(), options: { languageModel } });
};
const modelAt = ({ model }: World) =>
  ({ provider: 'openai-compatible', model: 'm', baseUrl: model.baseUrl('openai') }) as const;
const metadata = { provider: 'openai-compatible', model: 'm', baseUrl: 'http://169.254.169.254/v1' } as const;
const table = 'term,definition\nweir,A wall in a river.\n';
const withoutGlossary = async ({ api, project }: World) =>
  (await api.projects.create.mutate({ name: `Empty beside ${project}` })).id;

/** Runs, and what is made of their results: versions, exports, imports, insights; models and settings. */
export const casesOfRuns = {
  'runs.estimate': define({
    call: ({ api, project }) => api.runs.estimate.query({ projectId: project }),
    answers: (estimate) => expect(estimate).toEqual({ calls: 0, tokens: 0, cost: { from: 0, to: 0 } }),
    refuses: { 'storage/not-found': ({ api }) => api.runs.estimate.query({ projectId: gone }) },
  }),
  'runs.questions': define({
    call: ({ api, project }) =>
      api.runs.questions.query({
        projectId: project,
        options: {
          languageModel: { settings: { provider: 'openai', model: 'harbour' }, steps: ['define'] },
        },
      }),
    answers: ({ items }) => {
      expect(items).toMatchObject([{ step: 'define', model: 'harbour' }]);
      expect(items[0]?.prompt).toContain(items[0]?.items[0]);
    },
    refuses: { 'storage/not-found': ({ api }) => api.runs.questions.query({ projectId: gone }) },
  }),
  'runs.start': define({
    call: started,
    answers: (run, { project }) => expect(run).toMatchObject({ projectId: project, scope: 'full' }),
    refuses: {
      'storage/not-found': ({ api }) => api.runs.start.mutate({ projectId: gone, key: freshKey() }),
      'run/key-reused': async ({ api, project }) => {
        const key = freshKey();
        await api.runs.start.mutate({ projectId: project, key });
        return api.runs.start.mutate({ projectId: project, key, scope: 'extract' });
      },
    },
    twice: ['done', 'run/already-active'],
  }),
  'runs.get': define({
    call: ({ api, run }) => api.runs.get.query({ runId: run }),
    answers: ({ status, settings }) => expect([status, settings?.models.define?.model]).toEqual(['completed', 'm']),
    refuses: { 'run/not-found': ({ api }) => api.runs.get.query({ runId: gone }) },
  }),
  'runs.list': define({
    prepare: started,
    call: async ({ api, project }) => (await api.runs.list.query({ projectId: project })).items.map(({ id }) => id),
    answers: (ids, _, run) => expect(ids).toEqual([run.id]),
    refuses: {
      'request/invalid': ({ api, project }) => api.runs.list.query({ projectId: project, limit: 0 }),
      'storage/not-found': ({ api }) => api.runs.list.query({ projectId: gone }),
    },
  }),
  'runs.current': define({
    call: ({ api, project }) => api.runs.current.query({ projectId: project }),
    answers: (run) => expect(run).toBeNull(),
    refuses: {
      'request/invalid': ({ api }) => api.runs.current.query({ projectId: '' }),
      'storage/not-found': ({ api }) => api.runs.current.query({ projectId: gone }),
    },
  }),
  'runs.cancel': define({
    prepare: held,
    call: async ({ api }, run) => {
      await api.runs.cancel.mutate({ runId: run.id });
      return run.id;
    },
    answers: async (id, { client }) => expect((await client.runs.open(id).done()).status).toBe('cancelled'),
    refuses: { 'run/not-found': ({ api }) => api.runs.cancel.mutate({ runId: gone }) },
  }),
  'runs.resume': define({
    prepare: async (world) => {
      const { id } = await held(world);
      await world.api.runs.cancel.mutate({ runId: id });
      await world.client.runs.open(id).done();
      return id;
    },
    call: ({ api }, runId) => api.runs.resume.mutate({ runId, key: freshKey() }),
    answers: (run, _, former) => expect(run.resumes).toBe(former),
    refuses: {
      'run/not-found': ({ api }) => api.runs.resume.mutate({ runId: gone, key: freshKey() }),
      'run/nothing-to-resume': ({ api, run }) => api.runs.resume.mutate({ runId: run, key: freshKey() }),
    },
    twice: ['done', 'run/already-active'],
  }),
  'runs.calls': define({
    call: ({ api, run }) => api.runs.calls.query({ runId: run }),
    answers: ({ items }) => expect(items.length).toBeGreaterThan(0),
    refuses: { 'run/not-found': ({ api }) => api.runs.calls.query({ runId: gone }) },
  }),
  'runs.callDetail': define({
    call: ({ api, run }) => api.runs.callDetail.query({ runId: run, number: 1 }),
    answers: (call) => expect(call).toMatchObject({ step: 'define' }),
    refuses: {
      'run/not-found': ({ api }) => api.runs.callDetail.query({ runId: gone, number: 1 }),
      'storage/not-found': ({ api, run }) => api.runs.callDetail.query({ runId: run, number: 99 }),
    },
  }),
  'runs.events': define({
    call: ({ api, run }) =>
      firstOf<{ data: { lastSeq: number; entries?: readonly object[] } }>((handlers) =>
        api.runs.events.subscribe({ runId: run }, handlers),
      ),
    answers: ({ data }) => expect(data.entries?.[0]).toMatchObject({ seq: 1, event: { type: 'run-queued' } }),
    refuses: {
      'run/not-found': ({ api }) => firstOf((handlers) => api.runs.events.subscribe({ runId: gone }, handlers)),
    },
  }),
  'versions.publish': define({
    call: ({ api, project }) => api.versions.publish.mutate({ projectId: project }),
    answers: (version) => expect(version.entries).toBeGreaterThan(2),
    refuses: {
      'glossary/none': async (world) => world.api.versions.publish.mutate({ projectId: await withoutGlossary(world) }),
      'storage/not-found': ({ api }) => api.versions.publish.mutate({ projectId: gone }),
    },
  }),
  'versions.list': define({
    prepare: ({ api, project }) => api.versions.publish.mutate({ projectId: project, name: 'first' }),
    call: ({ api, project }) => api.versions.list.query({ projectId: project }),
    answers: ({ items }) => expect(items).toMatchObject([{ number: 1, name: 'first' }]),
    refuses: { 'storage/not-found': ({ api }) => api.versions.list.query({ projectId: gone }) },
  }),
  'versions.diff': define({
    prepare: ({ api, project }) => api.versions.publish.mutate({ projectId: project }),
    call: ({ api, project }) => api.versions.diff.query({ projectId: project, from: 1 }),
    answers: ({ added, changed, removed }) => expect([added, changed, removed]).toEqual([[], [], []]),
    refuses: { 'storage/not-found': ({ api, project }) => api.versions.diff.query({ projectId: project, from: 9 }) },
  }),
  'versions.openChanges': define({
    prepare: withoutLock,
    call: ({ api, project }) => api.versions.openChanges.query({ projectId: project, version: 1 }),
    answers: (changes, { lock }) =>
      expect(changes).toMatchObject({ removed: [{ id: lock }], changed: [], accepted: 0 }),
    refuses: {
      'storage/not-found': ({ api, project }) => api.versions.openChanges.query({ projectId: project, version: 9 }),
    },
  }),
  'versions.decideChanges': define({
    prepare: withoutLock,
    call: ({ api, project, lock }) =>
      api.versions.decideChanges.mutate({ projectId: project, version: 1, ids: [lock], decision: 'rejected' }),
    answers: async ({ value }, { client, project, lock }) => {
      expect(value).toEqual([lock]);
      expect((await client.entries.get(project, lock)).term).toBe('lock');
    },
    refuses: {
      'storage/not-found': ({ api, project }) =>
        api.versions.decideChanges.mutate({ projectId: project, version: 9, decision: 'accepted' }),
    },
  }),
  'exports.formats': define({
    call: ({ api }) => api.exports.formats.query(),
    answers: (formats) => expect(formats.map(({ name }) => name)).toContain('markdown'),
    refuses: {},
  }),
  'exports.preview': define({
    call: ({ api, project }) => api.exports.preview.query({ projectId: project, format: 'csv' }),
    answers: ({ content, isWhole }) => expect([content.startsWith('term,'), isWhole]).toEqual([true, true]),
    refuses: { 'glossary/none': ({ api }) => api.exports.preview.query({ projectId: gone, format: 'csv' }) },
  }),
  'exports.create': define({
    call: ({ api, project }) => api.exports.create.mutate({ projectId: project, format: 'json' }),
    answers: ({ content }) => expect(JSON.parse(content)).toMatchObject({ schema: 'genglossary.glossary/1' }),
    refuses: {
      'glossary/none': async (world) =>
        world.api.exports.create.mutate({ projectId: await withoutGlossary(world), format: 'json' }),
      'category/not-found': ({ api, project }) =>
        api.exports.create.mutate({ projectId: project, format: 'csv', options: { categories: ['Nowhere'] } }),
      'request/invalid': ({ api, project }) =>
        api.exports.create.mutate({ projectId: project, format: 'docx' as never }),
    },
  }),
  'imports.plan': define({
    call: async ({ api, project }) =>
      (await api.imports.plan.mutate({ projectId: project, fileName: 'a.csv', content: table })).counts,
    answers: (counts) => expect(counts).toMatchObject({ create: 1, conflict: 0 }),
    refuses: {
      'storage/not-found': ({ api }) => api.imports.plan.mutate({ projectId: gone, fileName: 'a.csv', content: table }),
      'import/invalid': ({ api, project }) =>
        api.imports.plan.mutate({ projectId: project, fileName: 'a.json', content: '{}' }),
    },
  }),
  'imports.get': define({
    prepare: ({ api, project }) => api.imports.plan.mutate({ projectId: project, fileName: 'a.csv', content: table }),
    call: ({ api, project }, { id }) => api.imports.get.query({ projectId: project, planId: id }),
    answers: (found, _, plan) => expect(found).toEqual(plan),
    refuses: { 'storage/not-found': ({ api, project }) => api.imports.get.query({ projectId: project, planId: 'x' }) },
  }),
  'imports.applyPlan': define({
    prepare: ({ api, project }) => api.imports.plan.mutate({ projectId: project, fileName: 'a.csv', content: table }),
    call: ({ api, project }, { id }) => api.imports.applyPlan.mutate({ projectId: project, planId: id }),
    answers: ({ value }) => expect(value.created).toHaveLength(1),
    refuses: {
      'storage/not-found': ({ api, project }) => api.imports.applyPlan.mutate({ projectId: project, planId: 'x' }),
    },
    twice: ['done', 'import/conflict'],
  }),
  'insights.overview': define({
    call: ({ api, project }) => api.insights.overview.query({ projectId: project }),
    answers: ({ entries }) => expect(entries.defined).toBeGreaterThan(0),
    refuses: { 'storage/not-found': ({ api }) => api.insights.overview.query({ projectId: gone }) },
  }),
  'insights.graph': define({
    call: ({ api, project, lock }) => api.insights.graph.query({ projectId: project, around: lock }),
    answers: ({ nodes }, { lock }) => expect(nodes.map(({ id }) => id)).toContain(lock),
    refuses: { 'storage/not-found': ({ api }) => api.insights.graph.query({ projectId: gone }) },
  }),
  'languageModels.providers': define({
    call: ({ api }) => api.languageModels.providers.query(),
    answers: (list) => expect(list.map(({ name }) => name)).toContain('ollama'),
    refuses: {},
  }),
  'languageModels.list': define({
    call: (world) => world.api.languageModels.list.mutate(modelAt(world)),
    answers: ({ items }) => expect(items).toEqual([{ id: 'some-model' }]),
    refuses: {
      'llm/refused-address': ({ api }) => api.languageModels.list.mutate(metadata),
      'llm/unauthorised': ({ api }) => api.languageModels.list.mutate({ provider: 'google' }),
    },
  }),
  'languageModels.test': define({
    call: async (world) => (await world.api.languageModels.test.mutate(modelAt(world))).ok,
    answers: (isOk) => expect(isOk).toBe(true),
    refuses: {
      'request/invalid': ({ api }) => api.languageModels.test.mutate({ ...metadata, apiKey: 'sk-x' } as never),
    },
  }),
  'settings.get': define({
    call: ({ api, project }) => api.settings.get.query({ projectId: project }),
    answers: ({ own, effective }) => expect([own, effective.runsAfterUpload]).toEqual([{}, false]),
    refuses: { 'storage/not-found': ({ api }) => api.settings.get.query({ projectId: gone }) },
  }),
  'settings.update': define({
    prepare: async ({ api, project }) => (await api.settings.get.query({ projectId: project })).version,
    call: ({ api, project }, ifVersion) =>
      api.settings.update.mutate({ projectId: project, ifVersion, change: { styleGuide: 'Short.' } }),
    answers: ({ value }) => expect(value.own).toEqual({ styleGuide: 'Short.' }),
    refuses: {
      'llm/refused-address': ({ api, project }, ifVersion) =>
        api.settings.update.mutate({ projectId: project, ifVersion, change: { languageModel: metadata } }),
      'request/invalid': ({ api, project }, ifVersion) =>
        api.settings.update.mutate({ projectId: project, ifVersion, change: { apiKey: 'sk-x' } as never }),
    },
    twice: ['done', 'settings/conflict'],
  }),
  'settings.setKey': define({
    call: ({ api }) => api.settings.setKey.mutate({ provider: 'openai', key: 'sk-0123456789' }),
    answers: (told) => expect(told).toEqual({ provider: 'openai', source: 'stored' }),
    refuses: {
      'config/invalid': ({ api }) => api.settings.setKey.mutate({ provider: 'openai', key: 'two words' }),
    },
  }),
};
