import { spawn } from 'node:child_process';
import { EventEmitter, on } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { createTestServer, HeldWork } from '@genglossary/server/testing';
import { initTRPC, tracked } from '@trpc/server';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer } from 'ws';

export interface FanOut {
  /** Seconds from the first event until every subscriber has the last one. */
  readonly seconds: number;
  /** Processor seconds of the server's process meanwhile. */
  readonly cpuSeconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly messages: number;
  readonly events: number;
}

interface Plan {
  readonly subscribers: number;
  /** In all. */
  readonly events: number;
  /** So many at once, every 50 ms; all at once where it is not told. */
  readonly burst?: number;
}

/** Our server: a run tells, everybody follows it. */
export async function pagedFanOut(plan: Plan): Promise<FanOut> {
  const work = new HeldWork();
  await using server = await createTestServer({ core: { work } });
  const { id } = await server.core.storage.projects.ensure('Fan-out');
  const run = await server.core.runs.start({ projectId: id, scope: 'full', input: '{}' });
  // Queued and started.
  const last = plan.events + 2;
  return await measured({ url: server.url, path: 'runs.events', input: { runId: run.id }, last, plan }, (count) =>
    work.tell(count),
  );
}

/** The documented way: an emitter in the process, one event a message. */
export async function plainFanOut(plan: Plan): Promise<FanOut> {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const t = initTRPC.create();
  const router = t.router({
    events: t.procedure.subscription(async function* ({ signal }) {
      for await (const [event] of on(emitter, 'event', { signal: signal ?? new AbortController().signal })) {
        const { seq } = event as { readonly seq: number };
        yield tracked(String(seq), event as { readonly seq: number; readonly at: number });
      }
    }),
  });
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, path: '/trpc' });
  applyWSSHandler({ wss: sockets, router, createContext: () => ({}) });
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  let seq = 0;
  try {
    return await measured({ url, path: 'events', input: {}, last: plan.events, plan }, (count) => {
      for (let left = count; left > 0; left -= 1) {
        seq += 1;
        emitter.emit('event', { seq, at: Date.now(), event: { type: 'log', level: 'info', message: `line ${seq}` } });
      }
    });
  } finally {
    for (const socket of sockets.clients) socket.terminate();
    http.close();
  }
}

async function measured(
  target: {
    readonly url: string;
    readonly path: string;
    readonly input: object;
    readonly last: number;
    readonly plan: Plan;
  },
  tell: (count: number) => void,
): Promise<FanOut> {
  const { url, path, input, last, plan } = target;
  const readers = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'readers.mjs'),
      url,
      path,
      JSON.stringify(input),
      String(plan.subscribers),
      String(last),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: readers.stdout })[Symbol.asyncIterator]();
  await lines.next();
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const { burst = plan.events } = plan;
  for (let told = 0; told < plan.events; told += burst) {
    tell(Math.min(burst, plan.events - told));
    if (told + burst < plan.events) await new Promise((next) => setTimeout(next, 50));
  }
  const { value } = await lines.next();
  const { user, system } = process.cpuUsage(cpu);
  const figures = JSON.parse(String(value)) as Omit<FanOut, 'seconds' | 'cpuSeconds'>;
  return { ...figures, seconds: (performance.now() - begun) / 1000, cpuSeconds: (user + system) / 1e6 };
}
