import { GenGlossaryError } from '@genglossary/client';
import { createScriptedClient } from '@genglossary/client/testing';
import { exporterNamed } from '@genglossary/core';
import type { RunFailure, RunId, RunEvent } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import { serverBuilder } from './server-builder.ts';
import type { ServerPlace } from './server-place.ts';

const id = 'run' as RunId;
const start: RunEvent = { type: 'run-start', attempt: 1 };
const skipped: RunEvent = { type: 'document-skipped', name: 'map.md', reason: 'too-large' };

/** A builder over a server whose run tells these events and has then ended. */
function builderTelling(events: readonly RunEvent[], failure?: RunFailure) {
  const entries = events.map((event, index) => ({ seq: index + 1, at: 0, event }));
  const status = failure === undefined ? 'completed' : 'failed';
  const run = { id, projectId: 'project', status, lastSeq: events.length, failure } as never;
  const glossary = { title: 'Harbour', documents: [], concepts: [], issues: [] };
  const client = createScriptedClient({
    runs: {
      resume: run,
      get: run,
      events: [{ type: 'page', entries, lastSeq: events.length, status }] as never,
    },
    exports: {
      create: {
        fileName: 'glossary.json',
        mediaType: 'application/json',
        entries: 0,
        content: [...exporterNamed('json').write(glossary, {})].join(''),
      },
    },
  });
  return serverBuilder({ url: 'http://server.example', client } as unknown as ServerPlace);
}

const watch = { signal: new AbortController().signal, report: () => undefined };

describe('a build that a server does', () => {
  it('tells whoever stops it that its server cannot be told, instead of waiting for its end', async () => {
    const stop = new AbortController();
    const client = createScriptedClient({
      runs: {
        resume: { id, projectId: 'project', status: 'running', lastSeq: 1 } as never,
        get: { id, projectId: 'project', status: 'running', lastSeq: 1 } as never,
        events: () => {
          stop.abort();
          return Promise.withResolvers<never>().promise;
        },
        cancel: () => {
          throw new GenGlossaryError('client/unreachable', 'The server does not answer.', {
            details: { url: 'http://server.example' },
          });
        },
      },
    });
    const builder = serverBuilder({ url: 'http://server.example', client } as unknown as ServerPlace);
    const stopped = builder.resume(id, { ...watch, signal: stop.signal });
    await expect(stopped).rejects.toMatchObject({ code: 'client/unreachable' });
  });

  it('goes into the project of that name also where that was archived', async () => {
    const archived = { id: 'project', name: 'docs' };
    const client = createScriptedClient({
      projects: { list: ({ includeArchived } = {}) => (includeArchived === true ? [archived] : []) as never },
      runs: { estimate: { calls: 0, tokens: 0, cost: { from: 0, to: 0 } } },
    });
    const builder = serverBuilder({ url: 'http://server.example', client } as unknown as ServerPlace);
    await builder.estimate({ project: 'docs', paths: [], exclude: [] }, watch.signal);
    expect(client.calls.at(-1)).toMatchObject({ path: 'runs.estimate', input: { projectId: 'project' } });
  });

  it('names a file that was not read once, though another attempt began anew', async () => {
    const builder = builderTelling([
      start,
      skipped,
      { type: 'run-interrupted', attempt: 1 } as RunEvent,
      start,
      skipped,
    ]);
    const { skippedFiles } = await builder.resume(id, watch);
    expect(skippedFiles).toEqual([{ name: 'map.md', reason: 'too-large' }]);
  });

  it('fails with the error that the run failed with', async () => {
    const failure = { code: 'storage/disk-full', message: 'The disk is full.', details: { path: 'x.db' } } as const;
    const failed = builderTelling([start], failure).resume(id, watch);
    await expect(failed).rejects.toMatchObject({ code: 'storage/disk-full', details: { path: 'x.db' } });
  });
});
