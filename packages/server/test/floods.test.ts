import { once } from 'node:events';
import { connect } from 'node:net';
import type { Run } from '@genglossary/core';
import { HeldWork, type TestServer } from '@genglossary/server/testing';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { limits } from '../src/limits.ts';
import { call, codeOf, healthy, open, post, socketUrl } from './raw-requests.ts';

const MINUTE = 60_000;

describe('however much is sent, or however slowly', () => {
  it('bodies and frames above the limit are refused while they arrive', async () => {
    await using server = await open();
    const large = await post(server, '/trpc/projects.create', `{"name":"${'x'.repeat(limits.bodyBytes)}"}`).catch(
      () => ({ status: 413, body: undefined }),
    );
    expect(large.status).toBe(413);
    const socket = new WebSocket(socketUrl(server));
    await once(socket, 'open');
    socket.send('x'.repeat(limits.frameBytes + 1));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1009);
    await healthy(server);
  });

  it(
    '2,000 calls at once are all answered',
    async () => {
      // Where the machine is busy they wait longer than a client may take for its headers; slow clients have their own test.
      await using server = await open({ server: { patience: { ...limits, headersMs: limits.requestMs } } });
      const calls = Array.from({ length: 2000 }, () => call(server, '/trpc/projects.list', {}));
      const statuses = (await Promise.all(calls)).map(({ status }) => status);
      expect(statuses.every((status) => status === 200)).toBe(true);
    },
    3 * MINUTE,
  );

  it('a batch above the limit is refused whole', async () => {
    await using server = await open();
    const path = Array.from({ length: limits.batchCalls + 1 }, () => 'projects.list').join(',');
    const { status } = await call(server, `/trpc/${path}?batch=1`, {});
    expect(status).toBe(400);
    await healthy(server);
  });

  it('who sends headers or a body slowly is closed, and keeps nobody waiting', async () => {
    const patience = { headersMs: 200, requestMs: 400, lookMs: 50 };
    await using server = await open({ server: { patience } });
    const { port } = new URL(server.url);
    const heads = [
      'GET /trpc/projects.list HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
      'POST /trpc/projects.create HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{',
    ];
    const slow = Array.from({ length: 60 }, (_, index) => ({
      head: heads[index % 2] ?? '',
      socket: connect(Number(port), '127.0.0.1'),
    }));
    const answers = slow.map(async ({ head, socket }) => {
      let answer = '';
      socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
      socket.on('error', () => undefined);
      socket.write(head);
      await once(socket, 'close');
      return answer.split(' ', 2)[1];
    });
    await healthy(server);
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['408']));
    await healthy(server);
  });

  it('subscriptions above the limit of a connection are refused, and the others go on', async () => {
    const work = new HeldWork();
    await using server = await open({ core: { work } });
    const run = await startRun(server, 'Flood');
    const { socket, refused } = await openSocket(server);
    const count = limits.subscriptionsPerConnection + 20;
    for (let sub = 1; sub <= count; sub += 1) {
      socket.send(
        JSON.stringify({ id: sub, method: 'subscription', params: { path: 'runs.events', input: { runId: run.id } } }),
      );
    }
    await expect.poll(() => refused.length, { timeout: 10_000 }).toBe(20);
    expect(new Set(refused)).toEqual(new Set(['request/too-many']));
    await expect
      .poll(() => server.core.runs.waitingFollowers, { timeout: 10_000 })
      .toBe(limits.subscriptionsPerConnection);
    await healthy(server);
    socket.terminate();
    await expect.poll(() => server.core.runs.waitingFollowers, { timeout: 10_000 }).toBe(0);
    work.finish();
  });

  it('subscriptions that are opened and given up in floods leave nothing behind', async () => {
    const work = new HeldWork();
    await using server = await open({ core: { work } });
    const run = await startRun(server, 'Flood');
    const { socket, refused } = await openSocket(server);
    for (let sub = 1; sub <= 5000; sub += 1) {
      const params = { path: 'runs.events', input: { runId: run.id } };
      socket.send(JSON.stringify({ id: sub, method: 'subscription', params }));
      socket.send(JSON.stringify({ id: sub, method: 'subscription.stop' }));
    }
    const last = once(socket, 'pong');
    socket.ping();
    await last;
    await expect.poll(() => server.core.runs.waitingFollowers, { timeout: 20_000 }).toBe(0);
    expect(refused.filter((code) => code !== 'request/too-many')).toEqual([]);
    await healthy(server);
    socket.terminate();
    work.finish();
  });

  it('row 33: a reader that stalls costs a bounded backlog and slows nobody', async () => {
    const work = new HeldWork();
    await using server = await open({ core: { work } });
    const run = await startRun(server, 'Stall');
    const subscribe = JSON.stringify({
      id: 1,
      method: 'subscription',
      params: { path: 'runs.events', input: { runId: run.id } },
    });
    const stalled = new WebSocket(socketUrl(server));
    await once(stalled, 'open');
    stalled.send(subscribe);
    await once(stalled, 'message');
    stalled.pause();
    const reader = new WebSocket(socketUrl(server));
    await once(reader, 'open');
    let seen = 0;
    reader.on('message', (data: Buffer) => {
      const { result } = JSON.parse(data.toString()) as { result?: { data?: { data?: { lastSeq: number } } } };
      seen = result?.data?.data?.lastSeq ?? seen;
    });
    reader.send(subscribe);
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
    work.tell(30_000);
    work.finish();
    await server.core.runs.settled(run.id);
    const { lastSeq } = await server.core.runs.find(run.id);
    await expect.poll(() => seen, { timeout: 20_000 }).toBe(lastSeq);
    const grown = process.memoryUsage().arrayBuffers + process.memoryUsage().external - before;
    expect(grown).toBeLessThan(32 * 1024 * 1024);
    stalled.terminate();
    reader.terminate();
  });
});

/** A run that goes on until its work is told to finish. */
async function startRun({ core }: TestServer, project: string): Promise<Run> {
  const { id } = await core.storage.projects.ensure(project);
  return core.runs.start({ projectId: id, scope: 'full', input: '{}' });
}

/** A socket, and the codes of what the server refuses on it. */
async function openSocket(
  server: TestServer,
): Promise<{ readonly socket: WebSocket; readonly refused: readonly string[] }> {
  const socket = new WebSocket(socketUrl(server));
  await once(socket, 'open');
  const refused: string[] = [];
  socket.on('message', (data: Buffer) => {
    const code = codeOf(JSON.parse(data.toString()));
    if (typeof code === 'string') refused.push(code);
  });
  return { socket, refused };
}
