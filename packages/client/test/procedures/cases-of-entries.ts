import { expect } from 'vitest';
import { define, gone, versionOf, type World } from './world.ts';

const version = (world: World) => versionOf(world, world.lock);
const category = async ({ client, project }: World, name = 'Parts') =>
  (await client.categories.create(project, { name })).value;
const spellings = async ({ client, project }: World) => {
  await client.termLists.add(project, 'required', [{ pattern: 'wind lass' }]);
  return (await client.terms.variants(project)).map(({ id }) => id);
};
const definition = { statements: [{ text: 'A chamber with gates.' }] };

const decide = ({ api, project, issue }: World) =>
  api.issues.decide.mutate({ projectId: project, issues: { ids: [issue] }, decision: { state: 'resolved' } });

/** Terms and lists, entries and issues. */
export const casesOfEntries = {
  'terms.list': define({
    call: ({ api, project }) => api.terms.list.query({ projectId: project, sort: 'term' }),
    answers: ({ items }) => expect(items.map(({ term }) => term)).toContain('sluice'),
    refuses: {
      'storage/not-found': ({ api }) => api.terms.list.query({ projectId: gone }),
      'list/invalid-cursor': ({ api, project }) => api.terms.list.query({ projectId: project, cursor: 'x' }),
    },
  }),
  'terms.index': define({
    call: ({ api, project }) => api.terms.index.query({ projectId: project }),
    answers: ({ ids, terms, decisions }) => {
      expect(terms).toContain('sluice');
      expect([ids.length, decisions.length]).toEqual([terms.length, terms.length]);
    },
    refuses: { 'storage/not-found': ({ api }) => api.terms.index.query({ projectId: gone }) },
  }),
  'terms.get': define({
    call: ({ api, project, lock }) => api.terms.get.query({ projectId: project, termId: lock }),
    answers: ({ term }) => expect(term).toBe('lock'),
    refuses: { 'storage/not-found': ({ api, project }) => api.terms.get.query({ projectId: project, termId: gone }) },
  }),
  'terms.counts': define({
    call: ({ api, project }) => api.terms.counts.query({ projectId: project }),
    answers: ({ required }) => expect(required).toBe(3),
    refuses: { 'storage/not-found': ({ api }) => api.terms.counts.query({ projectId: gone }) },
  }),
  'terms.contexts': define({
    call: ({ api, project, lock }) => api.terms.contexts.query({ projectId: project, termId: lock }),
    answers: ({ items }) => expect(items[0]).toMatchObject({ documentName: 'canal.md', line: 1 }),
    refuses: {
      'storage/not-found': ({ api, project }) => api.terms.contexts.query({ projectId: project, termId: gone }),
    },
  }),
  'terms.decide': define({
    call: ({ api, project, lock }) =>
      api.terms.decide.mutate({ projectId: project, terms: { ids: [lock] }, decision: 'excluded' }),
    answers: ({ value }, { lock }) => expect(value).toEqual([lock]),
    refuses: {
      'storage/not-found': ({ api, project }) =>
        api.terms.decide.mutate({ projectId: project, terms: { ids: [gone] }, decision: 'excluded' }),
    },
  }),
  'terms.merge': define({
    call: ({ api, project, lock, sluice }) =>
      api.terms.merge.mutate({ projectId: project, into: lock, from: [sluice] }),
    answers: ({ value }) => expect(value.names).toContain('sluice'),
    refuses: {
      'storage/not-found': ({ api, project, lock }) =>
        api.terms.merge.mutate({ projectId: project, into: lock, from: [gone] }),
      'entry/invalid': ({ api, project, lock }) =>
        api.terms.merge.mutate({ projectId: project, into: lock, from: [lock] }),
    },
  }),
  'terms.categorise': define({
    prepare: category,
    call: ({ api, project, lock }, { id: categoryId }) =>
      api.terms.categorise.mutate({ projectId: project, terms: { ids: [lock] }, categoryId }),
    answers: async ({ value }, { client, project, lock }, { id }) => {
      expect(value).toEqual([lock]);
      expect((await client.entries.get(project, lock)).categoryId).toBe(id);
    },
    refuses: {
      'storage/not-found': ({ api, project, lock }) =>
        api.terms.categorise.mutate({ projectId: project, terms: { ids: [lock] }, categoryId: gone }),
    },
  }),
  'terms.variants': define({
    call: ({ api, project }) => api.terms.variants.query({ projectId: project }),
    answers: ({ items }) =>
      expect(items.map(({ terms }) => terms.map(({ term }) => term))).toEqual([['windlass', 'wind lass']]),
    refuses: { 'storage/not-found': ({ api }) => api.terms.variants.query({ projectId: gone }) },
    prepare: spellings,
  }),
  'terms.dismissVariants': define({
    prepare: spellings,
    call: ({ api, project }, ids) => api.terms.dismissVariants.mutate({ projectId: project, ids }),
    answers: async (_, { client, project }) => expect(await client.terms.variants(project)).toEqual([]),
    refuses: {
      'storage/not-found': ({ api, project }) =>
        api.terms.dismissVariants.mutate({ projectId: project, ids: ['gone'] }),
    },
  }),
  'categories.list': define({
    prepare: category,
    call: ({ api, project }) => api.categories.list.query({ projectId: project }),
    answers: ({ items }, _, made) => expect(items).toEqual([made]),
    refuses: { 'storage/not-found': ({ api }) => api.categories.list.query({ projectId: gone }) },
  }),
  'categories.create': define({
    prepare: category,
    call: ({ api, project }) => api.categories.create.mutate({ projectId: project, name: 'Boats', colour: 3 }),
    answers: ({ value }) => expect(value).toMatchObject({ name: 'Boats', colour: 3, terms: 0 }),
    refuses: {
      'category/invalid': ({ api, project }) => api.categories.create.mutate({ projectId: project, name: ' ' }),
      'category/name-taken': ({ api, project }) => api.categories.create.mutate({ projectId: project, name: 'PARTS' }),
      'storage/not-found': ({ api }) => api.categories.create.mutate({ projectId: gone, name: 'Boats' }),
    },
    // Both cannot have the name.
    twice: ['done', 'category/name-taken'],
  }),
  'categories.update': define({
    prepare: category,
    call: ({ api, project }, { id }) =>
      api.categories.update.mutate({ projectId: project, categoryId: id, name: 'Parts of a lock' }),
    answers: ({ value }) => expect(value.name).toBe('Parts of a lock'),
    refuses: {
      'category/invalid': ({ api, project }, { id }) =>
        api.categories.update.mutate({ projectId: project, categoryId: id, name: ' ' }),
      'storage/not-found': ({ api, project }) =>
        api.categories.update.mutate({ projectId: project, categoryId: gone, name: 'x' }),
    },
  }),
  'categories.reorder': define({
    prepare: async (world) => [await category(world), await category(world, 'Boats')],
    call: ({ api, project }, [, boats]) =>
      api.categories.reorder.mutate({ projectId: project, ids: boats === undefined ? [] : [boats.id] }),
    answers: ({ value }) => expect(value.map(({ name }) => name)).toEqual(['Boats', 'Parts']),
    refuses: {
      'storage/not-found': ({ api, project }) => api.categories.reorder.mutate({ projectId: project, ids: [gone] }),
    },
  }),
  'categories.merge': define({
    prepare: async (world) => ({ into: (await category(world)).id, from: [(await category(world, 'Boats')).id] }),
    call: ({ api, project }, merge) => api.categories.merge.mutate({ projectId: project, ...merge }),
    answers: ({ value }) => expect(value.name).toBe('Parts'),
    refuses: {
      'category/invalid': ({ api, project }, { into }) =>
        api.categories.merge.mutate({ projectId: project, into, from: [into] }),
      'storage/not-found': ({ api, project }, { from }) =>
        api.categories.merge.mutate({ projectId: project, into: gone, from }),
    },
    // The second finds nothing to merge any more.
    twice: ['done', 'storage/not-found'],
  }),
  'categories.remove': define({
    prepare: async (world) => {
      const made = await category(world);
      await world.client.terms.categorise(world.project, { ids: [world.lock] }, made.id);
      return made;
    },
    call: ({ api, project }, { id }) =>
      api.categories.remove.mutate({ projectId: project, categoryId: id, replacement: null }),
    answers: ({ value }, _, { id }) => expect(value).toEqual({ id, terms: 1 }),
    refuses: {
      'category/invalid': ({ api, project }, { id }) =>
        api.categories.remove.mutate({ projectId: project, categoryId: id, replacement: id }),
      'storage/not-found': ({ api, project }) =>
        api.categories.remove.mutate({ projectId: project, categoryId: gone, replacement: null }),
    },
    twice: ['done', 'storage/not-found'],
  }),
  'termLists.get': define({
    call: ({ api, project }) => api.termLists.get.query({ projectId: project }),
    answers: ({ required }) => expect(required.map(({ pattern }) => pattern)).toContain('windlass'),
    refuses: { 'storage/not-found': ({ api }) => api.termLists.get.query({ projectId: gone }) },
  }),
  'termLists.add': define({
    call: ({ api, project }) =>
      api.termLists.add.mutate({ projectId: project, list: 'excluded', rules: [{ pattern: 'weir*' }] }),
    answers: ({ value }) => expect(value.excluded).toEqual([{ pattern: 'weir*' }]),
    refuses: {
      'term-list/invalid': ({ api, project }) =>
        api.termLists.add.mutate({ projectId: project, list: 'excluded', rules: [{ pattern: '**' }] }),
      'storage/not-found': ({ api }) =>
        api.termLists.add.mutate({ projectId: gone, list: 'excluded', rules: [{ pattern: 'weir' }] }),
    },
  }),
  'termLists.remove': define({
    call: ({ api, project }) =>
      api.termLists.remove.mutate({ projectId: project, list: 'required', patterns: ['windlass'] }),
    answers: ({ value }) => expect(value.required).toHaveLength(2),
    refuses: {
      'storage/not-found': ({ api }) =>
        api.termLists.remove.mutate({ projectId: gone, list: 'required', patterns: ['windlass'] }),
    },
  }),
  'termLists.replace': define({
    call: ({ api, project }) =>
      api.termLists.replace.mutate({ projectId: project, list: 'required', rules: [{ pattern: 'weir' }] }),
    answers: ({ value }) => expect(value.required).toEqual([{ pattern: 'weir' }]),
    refuses: {
      'storage/not-found': ({ api }) => api.termLists.replace.mutate({ projectId: gone, list: 'required', rules: [] }),
    },
  }),
  'termLists.effect': define({
    call: ({ api, project }) =>
      api.termLists.effect.query({ projectId: project, list: 'excluded', rule: { pattern: 'paddle' } }),
    answers: ({ matches }) => expect(matches).toBeGreaterThan(0),
    refuses: {
      'storage/not-found': ({ api }) =>
        api.termLists.effect.query({ projectId: gone, list: 'excluded', rule: { pattern: 'paddle' } }),
    },
  }),
  'entries.list': define({
    call: ({ api, project }) => api.entries.list.query({ projectId: project }),
    answers: ({ items }) => expect(items.map(({ term }) => term)).toContain('lock'),
    refuses: {
      'storage/not-found': ({ api }) => api.entries.list.query({ projectId: gone }),
      'list/invalid-cursor': ({ api, project }) => api.entries.list.query({ projectId: project, cursor: 'x' }),
    },
  }),
  'entries.get': define({
    call: ({ api, project, lock }) => api.entries.get.query({ projectId: project, entryId: lock }),
    answers: ({ term }) => expect(term).toBe('lock'),
    refuses: {
      'storage/not-found': ({ api, project }) => api.entries.get.query({ projectId: project, entryId: gone }),
    },
  }),
  'entries.contexts': define({
    call: ({ api, project, lock }) => api.entries.contexts.query({ projectId: project, entryId: lock }),
    answers: ({ items }) => expect(items[0]?.match.toLowerCase()).toBe('lock'),
    refuses: {
      'storage/not-found': ({ api, project }) => api.entries.contexts.query({ projectId: project, entryId: gone }),
    },
  }),
  'entries.places': define({
    call: ({ api, project, document }) => api.entries.places.query({ projectId: project, documentId: document }),
    answers: ({ items }) => expect(items.length).toBeGreaterThan(5),
    refuses: {
      'storage/not-found': ({ api, document }) => api.entries.places.query({ projectId: gone, documentId: document }),
    },
  }),
  'entries.update': define({
    prepare: version,
    call: ({ api, project, lock }, ifVersion) =>
      api.entries.update.mutate({ projectId: project, entryId: lock, ifVersion, note: 'The one on the canal.' }),
    answers: ({ value }) => expect(value.note).toBe('The one on the canal.'),
    refuses: {
      'entry/conflict': ({ api, project, lock }) =>
        api.entries.update.mutate({ projectId: project, entryId: lock, ifVersion: 'older', note: 'x' }),
      'entry/invalid': ({ api, project, lock }, ifVersion) =>
        api.entries.update.mutate({
          projectId: project,
          entryId: lock,
          ifVersion,
          definition: { statements: [{ text: ' ' }] },
        }),
      'entry/locked': async (world) => {
        const { api, project, lock } = world;
        await api.entries.lock.mutate({ projectId: project, entryId: lock });
        return api.entries.update.mutate({
          projectId: project,
          entryId: lock,
          ifVersion: await version(world),
          note: 'x',
        });
      },
      'storage/not-found': ({ api, project }, ifVersion) =>
        api.entries.update.mutate({ projectId: project, entryId: gone, ifVersion, note: 'x' }),
    },
    twice: ['done', 'entry/conflict'],
  }),
  'entries.regenerate': define({
    call: ({ api, project, lock }) => api.entries.regenerate.mutate({ projectId: project, entryId: lock }),
    answers: async ({ version: seen, definition: proposed }, world) => {
      expect(proposed?.statements[0]?.text).toContain('chamber with gates');
      expect(seen).toBe(await version(world));
    },
    refuses: {
      'storage/not-found': ({ api, project }) => api.entries.regenerate.mutate({ projectId: project, entryId: gone }),
      'config/invalid': ({ api, project, lock }) =>
        api.entries.regenerate.mutate({ projectId: project, entryId: lock, instruction: 'Be short.' }),
      'request/invalid': ({ api, project, lock }) =>
        api.entries.regenerate.mutate({ projectId: project, entryId: lock, instruction: 'x'.repeat(2001) }),
      'llm/refused-address': ({ api, project, lock }) =>
        api.entries.regenerate.mutate({
          projectId: project,
          entryId: lock,
          languageModel: { provider: 'openai-compatible', model: 'm', baseUrl: 'http://169.254.169.254/v1' },
        }),
      'entry/locked': async ({ api, project, lock }) => {
        await api.entries.lock.mutate({ projectId: project, entryId: lock });
        return api.entries.regenerate.mutate({ projectId: project, entryId: lock });
      },
    },
  }),
  'entries.estimateRegenerate': define({
    call: ({ api, project, lock, model }) =>
      api.entries.estimateRegenerate.query({
        projectId: project,
        entryId: lock,
        languageModel: { provider: 'openai-compatible', model: 'm', baseUrl: model.baseUrl('openai') },
      }),
    answers: ({ calls }, { model }) => {
      expect(calls).toBe(1);
      expect(model.calls).toHaveLength(0);
    },
    refuses: {
      'storage/not-found': ({ api, project }) =>
        api.entries.estimateRegenerate.query({ projectId: project, entryId: gone }),
    },
  }),
  'entries.lock': define({
    prepare: version,
    call: ({ api, project, lock }, ifVersion) =>
      api.entries.lock.mutate({ projectId: project, entryId: lock, ifVersion }),
    answers: ({ value }) => expect(value.isLocked).toBe(true),
    refuses: {
      'storage/not-found': ({ api, project }) => api.entries.lock.mutate({ projectId: project, entryId: gone }),
    },
    twice: ['done', 'entry/conflict'],
  }),
  'entries.unlock': define({
    prepare: async ({ api, project, lock }) =>
      (await api.entries.lock.mutate({ projectId: project, entryId: lock })).value.version,
    call: ({ api, project, lock }, ifVersion) =>
      api.entries.unlock.mutate({ projectId: project, entryId: lock, ifVersion }),
    answers: ({ value }) => expect(value.isLocked).toBe(false),
    refuses: {
      'storage/not-found': ({ api, project }) => api.entries.unlock.mutate({ projectId: project, entryId: gone }),
    },
    twice: ['done', 'entry/conflict'],
  }),
  'entries.history': define({
    prepare: ({ api, project, lock }) => api.entries.lock.mutate({ projectId: project, entryId: lock }),
    call: ({ api, project, lock }) => api.entries.history.query({ projectId: project, entryId: lock }),
    answers: ({ items }) => expect(items).toMatchObject([{ kind: 'entry-locked' }]),
    refuses: { 'storage/not-found': ({ api, lock }) => api.entries.history.query({ projectId: gone, entryId: lock }) },
  }),
  'entries.restoreRevision': define({
    prepare: async (world) => {
      const { api, project, lock } = world;
      const ifVersion = await version(world);
      const { value } = await api.entries.update.mutate({ projectId: project, entryId: lock, ifVersion, definition });
      return value;
    },
    call: ({ api, project, lock }, entry) =>
      api.entries.restoreRevision.mutate({
        projectId: project,
        entryId: lock,
        ifVersion: entry.version,
        revision: entry.revisions[0]?.revision ?? 0,
      }),
    answers: ({ value }) => expect(value.definition).toContain('lifts boats'),
    refuses: {
      'storage/not-found': ({ api, project, lock }, entry) =>
        api.entries.restoreRevision.mutate({
          projectId: project,
          entryId: lock,
          ifVersion: entry.version,
          revision: 99,
        }),
    },
    twice: ['done', 'entry/conflict'],
  }),
  'entries.decideRelation': define({
    call: ({ api, project, lock, sluice }) =>
      api.entries.decideRelation.mutate({
        projectId: project,
        entryId: lock,
        kind: 'see-also',
        target: sluice,
        state: 'accepted',
      }),
    answers: ({ value }) =>
      expect(value.relations).toContainEqual(expect.objectContaining({ kind: 'see-also', state: 'accepted' })),
    refuses: {
      'entry/invalid': ({ api, project, lock }) =>
        api.entries.decideRelation.mutate({
          projectId: project,
          entryId: lock,
          kind: 'see-also',
          target: lock,
          state: 'accepted',
        }),
    },
  }),
  'entries.add': define({
    call: ({ api, project }) => api.entries.add.mutate({ projectId: project, term: 'weir', definition }),
    answers: ({ value }) => expect(value).toMatchObject({ term: 'weir', isAdded: true }),
    refuses: {
      'entry/name-taken': ({ api, project }) => api.entries.add.mutate({ projectId: project, term: 'Locks' }),
      'entry/invalid': ({ api, project }) => api.entries.add.mutate({ projectId: project, term: 'a\u200bb' }),
    },
    twice: ['done', 'entry/name-taken'],
  }),
  'entries.preview': define({
    call: ({ api, project }) => api.entries.preview.query({ projectId: project, term: 'keeper' }),
    answers: (found) => expect(found).toMatchObject({ occurrences: 1, documents: 1 }),
    refuses: {
      'storage/not-found': ({ api }) => api.entries.preview.query({ projectId: gone, term: 'keeper' }),
      'entry/invalid': ({ api, project }) =>
        api.entries.preview.query({ projectId: project, term: 'keeper', matching: { forms: ['a\u200bb'] } }),
    },
  }),
  'entries.trash': define({
    call: ({ api, project, lock }) => api.entries.trash.mutate({ projectId: project, entryIds: [lock] }),
    answers: ({ value }, { lock }) => expect(value).toEqual([lock]),
    refuses: {
      'entry/locked': async ({ api, project, lock }) => {
        await api.entries.lock.mutate({ projectId: project, entryId: lock });
        return api.entries.trash.mutate({ projectId: project, entryIds: [lock] });
      },
    },
    twice: ['done', 'storage/not-found'],
  }),
  'entries.merge': define({
    prepare: version,
    call: ({ api, project, lock, sluice }, ifVersion) =>
      api.entries.merge.mutate({ projectId: project, into: lock, from: [sluice], ifVersion }),
    answers: ({ value }) => expect(value.names).toContain('sluice'),
    refuses: {
      'entry/invalid': ({ api, project, lock }) =>
        api.entries.merge.mutate({ projectId: project, into: lock, from: [lock] }),
    },
    twice: ['done', 'entry/conflict'],
  }),
  'entries.split': define({
    prepare: async ({ api, project, lock, sluice }) =>
      (await api.entries.merge.mutate({ projectId: project, into: lock, from: [sluice] })).value.version,
    call: ({ api, project, lock }, ifVersion) =>
      api.entries.split.mutate({ projectId: project, entryId: lock, name: 'sluice', ifVersion }),
    answers: ({ value }) => expect(value.term).toBe('sluice'),
    refuses: {
      'entry/invalid': ({ api, project, lock }) =>
        api.entries.split.mutate({ projectId: project, entryId: lock, name: 'lock' }),
    },
    twice: ['done', 'entry/conflict'],
  }),
  'issues.list': define({
    call: ({ api, project }) => api.issues.list.query({ projectId: project }),
    answers: ({ items }, { issue }) => expect(items.map(({ id }) => id)).toContain(issue),
    refuses: {
      'storage/not-found': ({ api }) => api.issues.list.query({ projectId: gone }),
      'list/invalid-cursor': ({ api, project }) => api.issues.list.query({ projectId: project, cursor: 'x' }),
    },
  }),
  'issues.get': define({
    call: ({ api, project, issue }) => api.issues.get.query({ projectId: project, issueId: issue }),
    answers: ({ state }) => expect(state).toBe('open'),
    refuses: { 'storage/not-found': ({ api, project }) => api.issues.get.query({ projectId: project, issueId: gone }) },
  }),
  'issues.counts': define({
    call: ({ api, project }) => api.issues.counts.query({ projectId: project }),
    answers: ({ items }) => expect(items[0]?.open).toBeGreaterThan(0),
    refuses: { 'storage/not-found': ({ api }) => api.issues.counts.query({ projectId: gone }) },
  }),
  'issues.decide': define({
    call: decide,
    answers: ({ value }, { issue }) => expect(value).toEqual([issue]),
    refuses: {
      'storage/not-found': ({ api, project }) =>
        api.issues.decide.mutate({ projectId: project, issues: { ids: [gone] }, decision: { state: 'resolved' } }),
      'request/invalid': ({ api, project, issue }) =>
        api.issues.decide.mutate({
          projectId: project,
          issues: { ids: [issue] },
          decision: { state: 'dismissed' } as never,
        }),
    },
  }),
  'issues.fix': define({
    prepare: async (world) => {
      const { api, project, issue } = world;
      const { conceptId } = await api.issues.get.query({ projectId: project, issueId: issue });
      return versionOf(world, conceptId);
    },
    call: ({ api, project, issue }, ifVersion) =>
      api.issues.fix.mutate({ projectId: project, issueId: issue, ifVersion, definition }),
    answers: ({ value }) => expect(value).toMatchObject({ definition: 'A chamber with gates.', isEdited: true }),
    refuses: {
      'storage/not-found': ({ api, project }, ifVersion) =>
        api.issues.fix.mutate({ projectId: project, issueId: gone, ifVersion, definition }),
    },
    twice: ['done', 'entry/conflict'],
  }),
  'issues.reopen': define({
    prepare: decide,
    call: ({ api, project, issue }) => api.issues.reopen.mutate({ projectId: project, issues: { ids: [issue] } }),
    answers: async ({ value }, { api, project, issue }) => {
      expect(value).toEqual([issue]);
      expect((await api.issues.get.query({ projectId: project, issueId: issue })).state).toBe('open');
    },
    refuses: {
      'storage/not-found': ({ api, project }) =>
        api.issues.reopen.mutate({ projectId: project, issues: { ids: [gone] } }),
    },
  }),
};
