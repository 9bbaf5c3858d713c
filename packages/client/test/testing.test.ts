import {
  GenGlossaryError,
  isGenGlossaryError,
  type ConceptId,
  type EntryDetail,
  type ProjectId,
} from '@genglossary/client';
import { createScriptedClient } from '@genglossary/client/testing';
import { describe, expect, it } from 'vitest';

const project = 'p' as ProjectId;
const entry = 'e' as ConceptId;

const log = (seq: number) => ({
  seq,
  at: 0,
  event: { type: 'log', level: 'info', message: `line ${seq}` } as const,
});

describe('a scripted client', () => {
  it('answers from its script as a server would, and tells what it was asked', async () => {
    const trashed = { id: project, name: 'Old', trashedAt: '2026-01-01T00:00:00.000Z' };
    const glossary = createScriptedClient({
      projects: { trashed: [trashed], create: ({ name }) => ({ id: project, name, createdAt: trashed.trashedAt }) },
      terms: {
        list: ({ cursor }) => ({ items: [], total: 0, offset: 0, ...(cursor === undefined ? { cursor: 'next' } : {}) }),
      },
    });
    const got = await glossary.projects.trashed();
    expect(got).toEqual([trashed]);
    expect(got[0]).not.toBe(trashed);
    expect(await glossary.projects.create({ name: 'Quay' })).toMatchObject({ id: project, name: 'Quay' });
    expect(await Array.fromAsync(glossary.terms.list(project))).toEqual([]);
    expect(glossary.calls).toEqual([
      { path: 'projects.trashed', input: undefined },
      { path: 'projects.create', input: { name: 'Quay' } },
      { path: 'terms.list', input: { projectId: project, limit: 500 } },
      { path: 'terms.list', input: { projectId: project, limit: 500, cursor: 'next' } },
    ]);
  });

  it('refuses with the errors that are thrown in the script', async () => {
    const current = { term: 'quay' } as EntryDetail;
    const glossary = createScriptedClient({
      entries: {
        update: () => {
          throw new GenGlossaryError('entry/conflict', 'Somebody was first.', {
            details: { id: entry, version: '2', current },
            hint: 'Look again.',
          });
        },
      },
    });
    const refused: unknown = await glossary.entries
      .update(project, entry, { ifVersion: '1', note: 'x' })
      .catch((error: unknown) => error);
    if (!isGenGlossaryError(refused, 'entry/conflict')) throw refused;
    expect([refused.details.current, refused.hint]).toEqual([current, 'Look again.']);
  });

  it('tells the events of a run in pages, and ends with them', async () => {
    const glossary = createScriptedClient({
      runs: {
        get: ({ runId }) => ({
          id: runId as never,
          projectId: project,
          scope: 'full',
          status: 'running',
          attempt: 1,
          counts: { done: 0, failed: 0, reused: 0 },
          usage: { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, unpricedCalls: 0 },
          failedItems: [],
          createdAt: 0,
          firstSeq: 1,
          lastSeq: 3,
        }),
        events: [
          { type: 'page', entries: [log(1), log(2)], lastSeq: 2 },
          { type: 'page', entries: [log(3)], lastSeq: 3 },
        ],
      },
    });
    const events = await Array.fromAsync(glossary.runs.open('r' as never).events());
    expect(events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'log'],
      [2, 'log'],
      [3, 'log'],
    ]);
  });

  it('fails for what nobody scripted, and says which call it was', async () => {
    await using glossary = createScriptedClient({});
    await expect(glossary.projects.list()).rejects.toThrow('Nothing is scripted for projects.list.');
    await expect(Array.fromAsync(glossary.runs.open('r' as never).events())).rejects.toThrow(
      'Nothing is scripted for runs.get.',
    );
    expect(glossary.calls.map(({ path }) => path)).toEqual(['projects.list', 'runs.get']);
  });

  it('refuses answers of another shape than the server gives, and says which it has to be', async () => {
    const wrong = {
      entries: { list: [{ term: 'quay' }] },
      terms: { list: () => undefined },
      projects: { get: {}, list: { items: [] }, changes: [{ changes: [] }] },
    };
    await using glossary = createScriptedClient(wrong as never);
    await expect(Array.fromAsync(glossary.entries.list(project))).rejects.toThrow(
      'The script answers entries.list with an array; it has to be an object with an array of items.',
    );
    await expect(Array.fromAsync(glossary.terms.list(project))).rejects.toThrow('terms.list with nothing;');
    await expect(glossary.projects.list()).rejects.toMatchObject({
      code: 'client/not-understood',
      message: 'The script answers projects.list with an object of items; it has to be an array.',
    });
    await expect(Array.fromAsync(glossary.projects.changes(project, { after: 0 }))).rejects.toThrow(
      'it has to be an array of pages, each with lastSeq.',
    );
  });
});
