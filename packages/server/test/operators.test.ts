import { on, once } from 'node:events';
import { jsonLogger } from '@genglossary/core';
import { Gauge } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { localTransport } from '../src/local.ts';
import { createServer } from '../src/server.ts';
import { call, healthy, open, socketUrl } from './raw-requests.ts';

type Line = Readonly<Record<string, unknown>>;

function keptLog() {
  const lines: Line[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Line) };
  return { logger: jsonLogger({ level: 'info', destination }), lines };
}

/** Subscribes, and answers what comes first. */
async function subscribed(url: string, path: string, input: object): Promise<unknown> {
  const socket = new WebSocket(url);
  await once(socket, 'open');
  const messages = on(socket, 'message') as AsyncIterable<[Buffer]>;
  socket.send(JSON.stringify({ id: 1, method: 'subscription', params: { path, input } }));
  for await (const [message] of messages) {
    const told = JSON.parse(message.toString()) as { readonly result?: { readonly type?: string } };
    if (told.result?.type === 'started') continue;
    socket.close();
    return told;
  }
  throw new Error('The server said nothing.');
}

function unreadable(): never {
  throw new Error('The disk does not answer.');
}

/** Asks for the projects, and answers how often that was done by the measurements of the server. */
async function asked({ url }: { readonly url: string }): Promise<number> {
  await (await fetch(`${url}/trpc/projects.list`)).json();
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toContain('genglossary_runs_executing 0');
  return Number(/requests_seconds_count\{procedure="projects.list".*\} (\d+)/u.exec(text)?.[1]);
}

describe('operators', () => {
  it('find in the log why a subscription ended, by the number that its client was told', async () => {
    const { logger, lines } = keptLog();
    await using server = await open({ server: { logger } });
    const refused = await subscribed(socketUrl(server), 'runs.events', { runId: 'nobody' });
    expect(refused).toMatchObject({ error: { data: { glossary: { code: 'run/not-found' } } } });
    // The database goes away under the server.
    await server.core.storage[Symbol.asyncDispose]();
    const failed = await subscribed(socketUrl(server), 'runs.events', { runId: 'nobody' });
    const { requestId } = (failed as { error: { data: { glossary: { requestId: string } } } }).error.data.glossary;
    expect(lines.filter(({ event }) => event === 'subscription-end')).toMatchObject([
      { level: 'info', code: 'run/not-found' },
      { level: 'error', code: 'server/unexpected', request: requestId, error: expect.anything() },
    ]);
    expect((await call(server, '/ready', {})).status).toBe(503);
    expect(lines.find(({ event }) => event === 'not-ready')).toMatchObject({ level: 'warn', error: expect.anything() });
  });

  it('get no measurements where one cannot be taken, and the server goes on', async () => {
    const { logger, lines } = keptLog();
    await using server = await open({ server: { logger } });
    const registers = [server.core.runs.metrics.registry];
    expect(new Gauge({ name: 'broken', help: 'Cannot be read.', registers, collect: unreadable })).toBeDefined();
    expect((await call(server, '/metrics', {})).status).toBe(500);
    expect(lines.find(({ event }) => event === 'metrics-failed')).toMatchObject({ level: 'error' });
    await healthy(server);
  });

  it('are told what the system said of an address that cannot be listened on', async () => {
    await using server = await open();
    const port = Number(new URL(server.url).port);
    await expect(createServer({ core: server.core, port })).rejects.toMatchObject({
      code: 'config/invalid',
      cause: { code: 'EADDRINUSE' },
    });
  });

  it('find no database closed under the sweep of the recycle bin', async () => {
    const { logger, lines } = keptLog();
    await using running = await open();
    const { core } = running;
    const mayGoOn = Promise.withResolvers<void>();
    const { trash } = core.actions;
    const sweep = () => mayGoOn.promise.then(() => trash.sweep());
    const slow = { ...core, actions: { ...core.actions, trash: { ...trash, sweep } } };
    const server = await createServer({ core: slow, port: 0, logger });
    const closed = server.close();
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    mayGoOn.resolve();
    await closed;
    expect(lines.map(({ event }) => event)).toEqual(['server-start', 'trash-sweep', 'server-end']);
  });

  it('count of each server over a core what that one is asked, also while the core is used without a port', async () => {
    await using first = await open();
    await using second = await createServer({ core: first.core, port: 0 });
    expect([await asked(first), await asked(first), await asked(second)]).toEqual([1, 2, 1]);
    const local = localTransport(first.core);
    expect([await asked(first), await asked(second)]).toEqual([3, 2]);
    local.close();
    await second.close();
    expect(await asked(first)).toBe(4);
  });
});
