import { openStorage, RunManager, type Storage, GlossaryError, runId } from '@genglossary/core';
import { createTestWork } from '@genglossary/core/testing';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { VictimMessage, VictimOrders } from './messages.ts';

/** The life of a victim: works on runs, follows them, tells what it sees, until it is killed or told to end. */
export async function live(orders: VictimOrders, firstLineAt: number): Promise<void> {
  const since = () => Date.now() - firstLineAt;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let passed = 0;
  const points = {
    reach(name: string, run: string) {
      if (name === 'after:claim') tell({ t: 'executing', run, attempt: 0, sinceFirstLineMs: since() });
      if (name !== orders.dieAt?.point) return;
      passed += 1;
      if (passed === orders.dieAt.count) process.kill(process.pid, 'SIGKILL');
    },
  };
  let storage: Storage;
  try {
    storage = await openStorage(orders.location);
  } catch (error) {
    tell({ t: 'refused', code: GlossaryError.is(error) ? error.code : String(error) });
    return;
  }
  const runs = await RunManager.open(storage, createTestWork(orders.modelUrl), {
    points,
    settings: {
      concurrency: orders.projects.length,
      ...(orders.leaseMs === undefined ? {} : { leaseMs: orders.leaseMs, heartbeatMs: orders.leaseMs / 3 }),
    },
  });
  tell({ t: 'ready', sinceFirstLineMs: since() });
  delay.enable();
  const over = new AbortController();
  const shutdown = () => {
    over.abort();
    void runs[Symbol.asyncDispose]()
      .then(() => storage[Symbol.asyncDispose]())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', shutdown);
  const following = new Map<string, Promise<void>>();
  const follow = (id: string): Promise<void> => {
    const known = following.get(id) ?? followOnce(id, orders.cursors[id] ?? 0);
    following.set(id, known);
    return known;
  };
  const followOnce = async (id: string, after: number): Promise<void> => {
    for await (const followed of runs.journal.follow(runId(id), { after, signal: over.signal })) {
      if (followed.type !== 'page') continue;
      const entries = followed.entries.map(({ seq, event }) =>
        event.type === 'run-end' ? ([seq, event.type, event.status] as const) : ([seq, event.type] as const),
      );
      tell({ t: 'events', run: id, entries });
    }
    const { status } = await patiently(() => runs.find(runId(id)));
    tell({ t: 'followed', run: id, status });
  };
  const serve = async (name: string): Promise<void> => {
    const project = await patiently(() => storage.projects.ensure(name));
    while (!over.signal.aborted) {
      let run = await patiently(() => storage.runs.active(project.id));
      if (run === undefined) {
        if (!orders.startsRuns) return;
        const former = await patiently(() => storage.runs.list(project.id, { limit: 1_000_000 }));
        const marker = `${name}-${former.length}`;
        const input = JSON.stringify({ marker, items: orders.items });
        run = await patiently(() => runs.start({ projectId: project.id, scope: 'full', input, key: marker }));
      }
      await follow(run.id);
    }
  };
  const resumed = Object.keys(orders.cursors).map(follow);
  await Promise.all([...resumed, ...orders.projects.map(serve)]).catch((error: unknown) => {
    if (!over.signal.aborted) throw error;
  });
  if (over.signal.aborted) return;
  tell({ t: 'loop', longestMs: delay.max / 1e6 });
  await runs[Symbol.asyncDispose]();
  await storage[Symbol.asyncDispose]();
}

function tell(message: VictimMessage): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

/** What a server's client would do: ask again when the database was not there for a moment. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!GlossaryError.is(error, 'storage/interrupted')) throw error;
      await new Promise((next) => setTimeout(next, 20));
    }
  }
}
