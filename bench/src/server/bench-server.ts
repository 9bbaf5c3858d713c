import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createClient } from '@genglossary/client';
import { type FanOut, pagedFanOut, plainFanOut } from './fan-out.ts';
import { benchQueries } from './queries.ts';

const bin = resolve(import.meta.dirname, '../../../packages/cli/bin/genglossary.mjs');

/** What is measured, in this order. */
const parts = {
  start: benchStart,
  queries: benchQueries,
  'fan-out': benchFanOut,
  health: benchHealth,
} as const satisfies Readonly<Record<string, (folder: string) => Promise<void>>>;

/**
 * What the server costs and how fast it answers: `pnpm bench server [FOLDER] [--only start,queries,fan-out,health]`. Rates
 * are ratios to a bare tRPC server in the same run; the folder is what is built while `/health` is asked. Each part says
 * what else the machine was doing: its load as it began.
 */
export async function benchServer(folder: string, only: readonly string[] = Object.keys(parts)): Promise<void> {
  for (const [name, measure] of Object.entries(parts)) {
    if (!only.includes(name)) continue;
    console.log(`${name}, at a load of ${loadavg()[0]?.toFixed(1)}`);
    await measure(folder);
  }
}

async function benchFanOut(): Promise<void> {
  const many = { subscribers: 1000, events: 1000 };
  const paced = { ...many, burst: 10 };
  show('1,000 subscribers, 200 events/s, paged', await pagedFanOut(paced));
  show('1,000 subscribers, 200 events/s, one event a message', await plainFanOut(paced));
  const [ours, plain] = [await pagedFanOut(many), await plainFanOut(many)];
  show('1,000 subscribers, 1,000 events at once, paged', ours);
  show('1,000 subscribers, 1,000 events at once, one event a message', plain);
  console.log(
    `fan-out: ${(plain.seconds / ours.seconds).toFixed(1)} × as fast, p99 ${(ours.p99 / plain.p99).toFixed(2)} of the other's`,
  );
}

function show(row: string, { seconds, cpuSeconds, p50, p99, messages, events }: FanOut): void {
  console.log(
    `${row}: ${seconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} s of processor, ${events} events in ${messages} messages, late p50 ${p50} ms, p99 ${p99} ms`,
  );
}

async function benchStart(): Promise<void> {
  const cwd = mkdtempSync(join(tmpdir(), 'genglossary-bench-'));
  try {
    const seconds: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const begun = performance.now();
      const server = spawn(process.execPath, [bin, 'serve', '--port', '0', '--json'], {
        cwd,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next();
      seconds.push((performance.now() - begun) / 1000);
      const gone = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await gone;
    }
    const sorted = seconds.toSorted((a, b) => a - b);
    console.log(`from start to listening: median ${sorted[2]?.toFixed(2)} s, slowest ${sorted[4]?.toFixed(2)} s`);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

async function benchHealth(folder: string): Promise<void> {
  const cwd = mkdtempSync(join(tmpdir(), 'genglossary-bench-'));
  const server = spawn(process.execPath, [bin, 'serve', '--port', '0', '--json'], {
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = new Promise((done) => server.once('exit', done));
  try {
    const { value } = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next();
    const { url } = JSON.parse(String(value)) as { readonly url: string };
    await using client = createClient({ url });
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({ name, content: readFileSync(join(folder, name), 'utf8') }));
    const project = await client.projects.create({ name: 'Bench' });
    await client.documents.upload(project.id, files);
    const run = await client.runs.start(project.id);
    const followers = Promise.all(
      Array.from({ length: 100 }, async () => {
        let count = 0;
        for await (const event of run.events()) count += event.seq > 0 ? 1 : 0;
        return count;
      }),
    );
    const waits: number[] = [];
    const begun = performance.now();
    const over = followers.then(() => true);
    for (;;) {
      const asked = performance.now();
      await (await fetch(`${url}/health`)).text();
      waits.push(performance.now() - asked);
      if (await Promise.race([over, new Promise<false>((next) => setTimeout(() => next(false), 20))])) break;
    }
    const { status } = await run.done();
    const sorted = waits.toSorted((a, b) => a - b);
    const quantile = (q: number) => (sorted[Math.floor(q * (sorted.length - 1))] ?? 0).toFixed(1);
    console.log(
      `/health with 100 subscriptions during a build of ${files.length} files (${status}, ${((performance.now() - begun) / 1000).toFixed(1)} s): p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms, worst ${quantile(1)} ms of ${waits.length}`,
    );
  } finally {
    server.kill('SIGTERM');
    await gone;
    rmSync(cwd, { recursive: true, force: true });
  }
}
