import { expect } from 'vitest';
import { define, firstOf, gone, type World } from './world.ts';

const inTrash = async ({ api, project }: World) => api.projects.trash.mutate({ projectId: project });

/** Projects, their documents, the trash and undo. */
export const casesOfProjects = {
  'projects.create': define({
    call: ({ api, project }) => api.projects.create.mutate({ name: `New beside ${project}`, language: 'en' }),
    answers: (made) => expect(made).toMatchObject({ language: 'en' }),
    refuses: {
      'project/invalid-name': ({ api }) => api.projects.create.mutate({ name: 'a\u202eb' }),
      'project/name-taken': ({ api }) => api.projects.create.mutate({ name: 'CANAL' }),
      'request/invalid': ({ api }) => api.projects.create.mutate({ name: '' }),
    },
    twice: ['done', 'project/name-taken'],
  }),
  'projects.get': define({
    call: ({ api, project }) => api.projects.get.query({ projectId: project }),
    answers: (found, { project }) => expect(found).toMatchObject({ id: project, documents: 1 }),
    refuses: { 'storage/not-found': ({ api }) => api.projects.get.query({ projectId: gone }) },
  }),
  'projects.list': define({
    call: ({ api }) => api.projects.list.query(),
    answers: (list, { project }) => expect(list.map(({ id }) => id)).toContain(project),
    refuses: { 'request/invalid': ({ api }) => api.projects.list.query({ includeArchived: 'yes' as never }) },
  }),
  'projects.update': define({
    call: ({ api, project }) => api.projects.update.mutate({ projectId: project, subject: 'Water' }),
    answers: ({ value }) => expect(value.subject).toBe('Water'),
    refuses: {
      'storage/not-found': ({ api }) => api.projects.update.mutate({ projectId: gone, subject: 'Water' }),
      'project/name-taken': ({ api, project }) => api.projects.update.mutate({ projectId: project, name: 'canal' }),
    },
  }),
  'projects.archive': define({
    call: ({ api, project }) => api.projects.archive.mutate({ projectId: project }),
    answers: ({ value }) => expect(value.archivedAt).toBeDefined(),
    refuses: { 'storage/not-found': ({ api }) => api.projects.archive.mutate({ projectId: gone }) },
  }),
  'projects.unarchive': define({
    prepare: ({ api, project }) => api.projects.archive.mutate({ projectId: project }),
    call: ({ api, project }) => api.projects.unarchive.mutate({ projectId: project }),
    answers: ({ value }) => expect(value.archivedAt).toBeUndefined(),
    refuses: { 'storage/not-found': ({ api }) => api.projects.unarchive.mutate({ projectId: gone }) },
  }),
  'projects.clone': define({
    call: ({ api, project }) => api.projects.clone.mutate({ projectId: project, name: `Copy of ${project}` }),
    answers: (made, { project }) => expect(made.id).not.toBe(project),
    refuses: { 'storage/not-found': ({ api }) => api.projects.clone.mutate({ projectId: gone, name: 'Copy' }) },
    twice: ['done', 'project/name-taken'],
  }),
  'projects.backup': define({
    call: ({ api, project }) => api.projects.backup.query({ projectId: project }),
    answers: ({ base64 }) => expect(Buffer.from(base64, 'base64').subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b])),
    refuses: { 'storage/not-found': ({ api }) => api.projects.backup.query({ projectId: gone }) },
  }),
  'projects.restoreBackup': define({
    call: async ({ api, project }) => {
      const content = await api.projects.backup.query({ projectId: project });
      return api.projects.restoreBackup.mutate({ content, name: `Moved ${project}` });
    },
    answers: (made, { project }) => expect(made.id).not.toBe(project),
    refuses: {
      'backup/invalid': ({ api }) => api.projects.restoreBackup.mutate({ content: { base64: 'AAAA' } }),
      'project/name-taken': async ({ api, project }) =>
        api.projects.restoreBackup.mutate({ content: await api.projects.backup.query({ projectId: project }) }),
    },
    twice: ['done', 'project/name-taken'],
  }),
  'projects.trash': define({
    call: inTrash,
    answers: ({ undo }) => expect(undo).toBeDefined(),
    refuses: { 'storage/not-found': ({ api }) => api.projects.trash.mutate({ projectId: gone }) },
    twice: ['done', 'storage/not-found'],
  }),
  'projects.trashed': define({
    prepare: inTrash,
    call: ({ api }) => api.projects.trashed.query(),
    answers: (list, { project }) => expect(list.map(({ id }) => id)).toContain(project),
    refuses: {},
  }),
  'projects.restore': define({
    prepare: inTrash,
    call: ({ api, project }) => api.projects.restore.mutate({ projectId: project }),
    answers: ({ value }, { project }) => expect(value.id).toBe(project),
    refuses: {
      'storage/not-found': ({ api }) => api.projects.restore.mutate({ projectId: gone }),
      'project/name-taken': ({ api, project }) => api.projects.restore.mutate({ projectId: project, name: 'Canal' }),
    },
    twice: ['done', 'storage/not-found'],
  }),
  'projects.purge': define({
    prepare: inTrash,
    call: ({ api, project }) => api.projects.purge.mutate({ projectId: project }),
    answers: (value, { project }) => expect(value).toEqual({ projectId: project }),
    refuses: { 'storage/not-found': ({ api }) => api.projects.purge.mutate({ projectId: gone }) },
    twice: ['done', 'storage/not-found'],
  }),
  'projects.changes': define({
    call: ({ api, project }) =>
      firstOf<{ data: { changes: readonly unknown[] } }>((handlers) =>
        api.projects.changes.subscribe({ projectId: project, after: 0 }, handlers),
      ),
    answers: ({ data }) => expect(data.changes[0]).toMatchObject({ seq: 1, kind: 'project-created' }),
    refuses: {
      'storage/not-found': ({ api }) =>
        firstOf((handlers) => api.projects.changes.subscribe({ projectId: gone, after: 0 }, handlers)),
    },
  }),
  'documents.upload': define({
    call: ({ api, project }) =>
      api.documents.upload.mutate({ projectId: project, files: [{ name: 'new.md', content: 'A weir holds water.' }] }),
    answers: ({ value }) => expect(value).toMatchObject({ outcomes: [{ outcome: 'added' }], isRunQueued: false }),
    refuses: {
      'storage/not-found': ({ api }) =>
        api.documents.upload.mutate({ projectId: gone, files: [{ name: 'new.md', content: 'x' }] }),
      'request/invalid': ({ api, project }) => api.documents.upload.mutate({ projectId: project, files: [] }),
    },
  }),
  'documents.list': define({
    call: ({ api, project }) => api.documents.list.query({ projectId: project }),
    answers: ({ items }) => expect(items).toMatchObject([{ name: 'canal.md', state: 'built' }]),
    refuses: { 'storage/not-found': ({ api }) => api.documents.list.query({ projectId: gone }) },
  }),
  'documents.get': define({
    call: ({ api, project, document }) => api.documents.get.query({ projectId: project, documentId: document }),
    answers: ({ text }) => expect(text).toContain('A sluice is'),
    refuses: {
      'storage/not-found': ({ api, project }) => api.documents.get.query({ projectId: project, documentId: gone }),
    },
  }),
  'documents.prose': define({
    call: ({ api, project, document }) => api.documents.prose.query({ projectId: project, documentId: document }),
    answers: (prose) => expect(prose?.text).toContain('A sluice is'),
    refuses: {
      'storage/not-found': ({ api, project }) => api.documents.prose.query({ projectId: project, documentId: gone }),
    },
  }),
  'documents.search': define({
    call: ({ api, project }) => api.documents.search.query({ projectId: project, text: 'SLUICE is', perDocument: 1 }),
    answers: (found) => expect(found).toMatchObject({ documents: 1, items: [{ match: 'sluice is' }] }),
    refuses: {
      'storage/not-found': ({ api }) => api.documents.search.query({ projectId: gone, text: 'sluice' }),
      'request/invalid': ({ api, project }) => api.documents.search.query({ projectId: project, text: ' ' }),
    },
  }),
  'documents.replace': define({
    call: ({ api, project, document }) =>
      api.documents.replace.mutate({ projectId: project, documentId: document, content: 'A new text.' }),
    answers: ({ value }) => expect(value.text).toBe('A new text.'),
    refuses: {
      'storage/not-found': ({ api, project }) =>
        api.documents.replace.mutate({ projectId: project, documentId: gone, content: 'x' }),
      'document/unreadable': ({ api, project, document }) =>
        api.documents.replace.mutate({ projectId: project, documentId: document, content: ' ' }),
    },
  }),
  'documents.impact': define({
    call: ({ api, project, document }) => api.documents.impact.query({ projectId: project, documentIds: [document] }),
    answers: (impact) => expect(impact).toBeDefined(),
    refuses: {
      'storage/not-found': ({ api, project }) =>
        api.documents.impact.query({ projectId: project, documentIds: [gone] }),
    },
  }),
  'documents.trash': define({
    call: ({ api, project, document }) => api.documents.trash.mutate({ projectId: project, documentIds: [document] }),
    answers: ({ value }, { document }) => expect(value).toEqual([document]),
    refuses: {
      'storage/not-found': ({ api, project }) =>
        api.documents.trash.mutate({ projectId: project, documentIds: [gone] }),
    },
    twice: ['done', 'storage/not-found'],
  }),
  'trash.list': define({
    prepare: ({ api, project, lock }) => api.entries.trash.mutate({ projectId: project, entryIds: [lock] }),
    call: ({ api, project }) => api.trash.list.query({ projectId: project }),
    answers: ({ items }, { lock }) => expect(items).toMatchObject([{ kind: 'entry', id: lock, name: 'lock' }]),
    refuses: { 'storage/not-found': ({ api }) => api.trash.list.query({ projectId: gone }) },
  }),
  'trash.restore': define({
    prepare: ({ api, project, lock }) => api.entries.trash.mutate({ projectId: project, entryIds: [lock] }),
    call: ({ api, project, lock }) => api.trash.restore.mutate({ projectId: project, entries: [lock] }),
    answers: ({ value }, { lock }) => expect(value.entries).toEqual([lock]),
    refuses: {
      'storage/not-found': ({ api, project }) => api.trash.restore.mutate({ projectId: project, entries: [gone] }),
    },
    twice: ['done', 'storage/not-found'],
  }),
  'undo.useToken': define({
    prepare: async ({ api, project }) => {
      const { undo } = await api.projects.update.mutate({ projectId: project, subject: 'Water' });
      return undo?.token ?? '';
    },
    call: ({ api }, token) => api.undo.useToken.mutate({ token }),
    answers: async ({ value }, { api, project }) => {
      expect(value.project).toBe(project);
      expect((await api.projects.get.query({ projectId: project })).subject).toBeUndefined();
    },
    refuses: {
      'undo/expired': ({ api }) => api.undo.useToken.mutate({ token: 'nobody gave it' }),
      'undo/conflict': async ({ api, project }, token) => {
        await api.projects.update.mutate({ projectId: project, subject: 'Earth' });
        return api.undo.useToken.mutate({ token });
      },
    },
    twice: ['done', 'undo/expired'],
  }),
  'undo.list': define({
    prepare: ({ api, project }) => api.projects.update.mutate({ projectId: project, subject: 'Water' }),
    call: ({ api, project }) => api.undo.list.query({ projectId: project }),
    answers: (list) => expect(list).toMatchObject([{ kind: 'project-updated' }]),
    refuses: { 'request/invalid': ({ api, project }) => api.undo.list.query({ projectId: project, limit: 0 }) },
  }),
};
