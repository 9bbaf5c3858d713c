import { createClient, isGenGlossaryError, type RunEventMessage, type RunHandle } from '@genglossary/client';
import { HeldWork } from '@genglossary/server/testing';
import { once } from 'node:events';
import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type Fixture, openFixture } from './clients.ts';

/** What followers meet on the wire, with the client that people install: each row names its fault. */
describe('following a run over the network', () => {
  it('row 31: a socket that is broken again and again leaves no gap and no duplicate', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture('over the network', { core: { work } });
    const sockets: WebSocket[] = [];
    await using client = createClient({ url: fixture.server.url, WebSocket: watched(sockets) });
    const run = client.runs.open((await startRun(fixture)).id);
    const seen: number[] = [];
    let breaks = 0;
    work.tell(20);
    for await (const event of run.events()) {
      seen.push(event.seq);
      if (event.type !== 'log' || !event.message.endsWith('0')) continue;
      if (breaks === 25) work.finish();
      else {
        breaks += 1;
        work.tell(20);
        sockets.at(-1)?.close();
      }
    }
    expect(breaks).toBe(25);
    expect(sockets.length).toBeGreaterThan(2);
    expect(seen).toEqual(seen.map((_, index) => index + 1));
  });

  it('row 32: a connection that went silent is dropped by the server, and its client comes back without a gap', async () => {
    const work = new HeldWork();
    const keepAlive = { pingMs: 100, pongWaitMs: 100 };
    await using fixture = await openFixture('over the network', { core: { work }, server: { keepAlive } });
    await using proxy = await openProxy(fixture.server.url);
    await using client = createClient({ url: proxy.url, keepAlive: { intervalMs: 100, pongTimeoutMs: 100 } });
    const run = client.runs.open((await startRun(fixture)).id);
    const seen: RunEventMessage[] = [];
    work.tell(5);
    for await (const event of run.events()) {
      seen.push(event);
      if (event.type !== 'log') continue;
      if (event.message === 'line 5') {
        proxy.silence();
        work.tell(5);
      }
      if (event.message === 'line 10') work.finish();
    }
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
    expect(seen.at(-1)?.type).toBe('run-end');
    // Both ends gave the silent connection up: nothing of it is left on the server.
    await expect.poll(() => fixture.server.core.runs.waitingFollowers).toBe(0);
    expect(proxy.connections()).toBeGreaterThan(2);
  });

  it('row 33: a reader who stops for thirty thousand events holds little, and then gets every one', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture('over the network', { core: { work } });
    const { server } = fixture;
    const run = await startRun(fixture);
    const reading = run.events()[Symbol.asyncIterator]();
    await reading.next();
    work.tell(30_000);
    work.finish();
    const { lastSeq } = await server.core.runs.settled(run.id);
    // It has read nothing since: on the server it holds nothing, or one page.
    await expect.poll(() => server.core.runs.waitingFollowers).toBe(0);
    let expected = 2;
    for await (const { seq } of { [Symbol.asyncIterator]: () => reading }) {
      expect(seq).toBe(expected);
      expected += 1;
    }
    expect(expected - 1).toBe(lastSeq);
  });

  // The bars are those of an idle machine: 5 s, and no turn of the event loop above 200 ms. On one that does other work
  // a clock on the wall tells what the others did, so both are taken from what decides them: the waits that the clients
  // drew before they came back, and the processor time of this thread, in which both ends work.
  it('row 34: a thousand followers that come back at once after a restart all go on within 5 s, one after another', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture('over the network', { core: { work } });
    const { id } = await startRun(fixture);
    await using clients = new AsyncDisposableStack();
    const attempts: number[] = [];
    class NotedSocket extends WebSocket {
      constructor(...args: ConstructorParameters<typeof WebSocket>) {
        super(...args);
        attempts.push(performance.now());
      }
    }
    const followers = Array.from({ length: 10 }, () =>
      clients.use(createClient({ url: fixture.server.url, WebSocket: NotedSocket })),
    ).flatMap((client) => Array.from({ length: 100 }, () => client.runs.open(id)));
    let heard = 0;
    const readings = followers.map(async (run) => {
      const seqs: number[] = [];
      for await (const { seq, type } of run.events()) {
        seqs.push(seq);
        if (type === 'log') heard += 1;
      }
      return seqs;
    });
    work.tell(1);
    await expect.poll(() => heard, { timeout: 30_000 }).toBe(1000);
    const known = attempts.length;
    await fixture.server.restart();
    const began = performance.now();
    using turns = watchTurns();
    work.tell(1);
    await expect.poll(() => heard, { timeout: 60_000 }).toBe(2000);
    const { worstMs, sumMs } = turns.processorTime();
    work.finish();
    for (const seqs of await Promise.all(readings)) expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    const waits = attempts.slice(known).map((at) => at - began);
    expect(Math.max(0, ...waits) + sumMs).toBeLessThan(5000);
    expect(worstMs).toBeLessThan(200);
    // They do not come at the same moment: each drew its own wait.
    expect(new Set(waits.map((wait) => Math.round(wait / 5))).size).toBeGreaterThan(3);
  });

  it('row 35: who comes after the end gets all of it and the end; of a run that is unknown a refusal', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture('over the network', { core: { work } });
    const { server, client } = fixture;
    const run = await startRun(fixture);
    work.tell(10);
    work.finish();
    const { lastSeq, projectId } = await run.done();
    const all = await Array.fromAsync(run.events());
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: lastSeq }, (_, index) => index + 1));
    expect(await Array.fromAsync(run.events({ after: lastSeq }))).toEqual([]);
    const next = await client.runs.start(projectId);
    work.finish();
    await next.done();
    await server.core.storage.journals.prune(projectId, { keepRuns: 1 });
    // What was read is remembered for a moment; another process reads what is kept.
    await server.restart();
    const late = await Array.fromAsync(run.events());
    expect(late).toEqual([{ type: 'events-truncated', from: 1, to: lastSeq, seq: lastSeq }]);
    const unknown: unknown = await Array.fromAsync(client.runs.open('none' as RunHandle['id']).events()).catch(
      (error: unknown) => error,
    );
    expect(isGenGlossaryError(unknown, 'run/not-found')).toBe(true);
  });

  it('rows 36, 37: followers who leave, throw, are aborted or never read leave nothing behind', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture('over the network', { core: { work } });
    const run = await startRun(fixture);
    work.tell(1);
    const leave = async () => {
      for await (const event of run.events()) if (event.type === 'log') break;
    };
    const fail = async () => {
      for await (const event of run.events()) if (event.type === 'log') throw new Error('a reader that fails');
    };
    const abort = async () => {
      const stop = new AbortController();
      for await (const event of run.events({ signal: stop.signal })) if (event.type === 'log') stop.abort();
    };
    const never = () => Promise.resolve(run.events());
    for (let round = 0; round < 50; round += 1) {
      await Promise.allSettled([leave(), fail(), abort(), never(), leave()]);
    }
    await expect.poll(() => fixture.server.core.runs.waitingFollowers, { timeout: 1000 }).toBe(0);
    work.finish();
    await expect(run.done()).resolves.toMatchObject({ status: 'completed' });
  });

  it('row 38: every frame of data carries the id to go on from', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture('over the network', { core: { work } });
    const sockets: WebSocket[] = [];
    const frames: string[] = [];
    await using client = createClient({ url: fixture.server.url, WebSocket: watched(sockets, frames) });
    const handle = await startRun(fixture);
    const { projectId } = await handle.get();
    const stop = new AbortController();
    const changes = Array.fromAsync(client.projects.changes(projectId, { after: 0, signal: stop.signal }));
    work.tell(50);
    work.finish();
    await Array.fromAsync(client.runs.open(handle.id).events());
    stop.abort();
    await changes.catch(() => undefined);
    const data = frames
      .filter((frame) => frame.startsWith('{'))
      .map((frame) => JSON.parse(frame) as { result?: { type?: string; id?: string; data?: unknown } })
      .filter(({ result }) => result?.type === 'data');
    expect(data.length).toBeGreaterThan(1);
    expect(data.filter(({ result }) => !/^\d+$/u.test(result?.id ?? ''))).toEqual([]);
  });
});

async function startRun({ client, server }: Fixture): Promise<RunHandle> {
  const { id } = await server.core.storage.projects.ensure('Handbook');
  return client.runs.start(id);
}

/** The runtime's own, whose sockets a test can break and whose frames it can read. */
function watched(sockets: WebSocket[], frames: string[] = []): typeof WebSocket {
  return class extends WebSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      sockets.push(this);
      this.addEventListener('message', ({ data }) => frames.push(String(data)));
    }
  };
}

interface Proxy extends AsyncDisposable {
  readonly url: string;
  readonly connections: () => number;
  /** What is open now stays open, and nothing passes any more. */
  readonly silence: () => void;
}

async function openProxy(target: string): Promise<Proxy> {
  const { port, hostname } = new URL(target);
  const pairs: { readonly inner: Socket; readonly outer: Socket }[] = [];
  const server = createServer((outer) => {
    const inner = connect(Number(port), hostname);
    pairs.push({ inner, outer });
    for (const [from, to] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
      from.pipe(to);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => pairs.length,
    silence() {
      for (const { inner, outer } of pairs) {
        inner.unpipe(outer);
        outer.unpipe(inner);
        inner.resume();
        outer.resume();
      }
    },
    async [Symbol.asyncDispose]() {
      for (const { inner, outer } of pairs) {
        inner.destroy();
        outer.destroy();
      }
      server.close();
      await once(server, 'close');
    },
  };
}

/** What the turns of the event loop take of the processor: the longest one, and all together. */
function watchTurns(): Disposable & {
  readonly processorTime: () => { readonly worstMs: number; readonly sumMs: number };
} {
  const begun = threadMs();
  let last = begun;
  let worstMs = 0;
  const watching = setInterval(() => {
    const now = threadMs();
    worstMs = Math.max(worstMs, now - last);
    last = now;
  }, 1);
  return {
    processorTime: () => ({ worstMs, sumMs: threadMs() - begun }),
    [Symbol.dispose]: () => clearInterval(watching),
  };
}

/** Of the processor, so far. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
