import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Core } from '@genglossary/core';
import { createTestServer } from '@genglossary/server/testing';
import { initTRPC } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { z } from 'zod';

const SECONDS = 1;
const ROUNDS = 10;

/**
 * What a query costs beside the same query on a bare tRPC server that only calls the same function of core: one that
 * reads the database, and one that does nothing, so that only what a server adds is seen. In processor time of the
 * server a query, the least of ten rounds in turns: that hardly depends on what else the machine does.
 */
export async function benchQueries(): Promise<void> {
  await using server = await createTestServer();
  const { id } = await server.core.actions.projects.create({ name: 'Bench' });
  const bare = createServer(bareHandler(server.core));
  await new Promise<void>((listening) => bare.listen(0, '127.0.0.1', listening));
  const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
  for (const [path, input] of [
    ['projects.get', { projectId: id }],
    ['exports.formats', null],
  ] as const) {
    const ours: Cost[] = [];
    const others: Cost[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await costOf(server.url, path, input));
      others.push(await costOf(bareUrl, path, input));
    }
    const [own, other] = [best(ours), best(others)];
    console.log(
      `batched ${path}: ${own.microseconds.toFixed(0)} µs of processor a query, ${(own.microseconds / other.microseconds).toFixed(2)} of a bare tRPC server (${other.microseconds.toFixed(0)}); ${own.rate.toFixed(0)}/s and ${other.rate.toFixed(0)}/s`,
    );
  }
  bare.close();
}

function bareHandler(core: Core) {
  const t = initTRPC.create();
  const formats = Array.from({ length: 4 }, (_, index) => ({
    name: `format-${index}`,
    fileExtension: '.md',
    mediaType: 'text/markdown',
  }));
  const router = t.router({
    exports: t.router({ formats: t.procedure.query(() => formats) }),
    projects: t.router({
      get: t.procedure
        .input(z.object({ projectId: z.string() }))
        .query(({ input }) =>
          core.actions.projects.get(input.projectId as Parameters<typeof core.actions.projects.get>[0]),
        ),
    }),
  });
  return createHTTPHandler({ router, basePath: '/trpc/' });
}

interface Cost {
  readonly microseconds: number;
  /** Queries in a second of wall time. */
  readonly rate: number;
}

async function costOf(url: string, path: string, input: unknown): Promise<Cost> {
  const asker = join(import.meta.dirname, 'asker.mjs');
  const begun = process.cpuUsage();
  const { stdout } = await promisify(execFile)(process.execPath, [
    asker,
    url,
    path,
    JSON.stringify(input),
    String(SECONDS),
  ]);
  const { user, system } = process.cpuUsage(begun);
  const answers = Number(stdout);
  if (!(answers > 0)) throw new Error(`${path} was not answered.`);
  return { microseconds: (user + system) / answers, rate: answers / SECONDS };
}

function best(costs: readonly Cost[]): Cost {
  return {
    microseconds: Math.min(...costs.map(({ microseconds }) => microseconds)),
    rate: Math.max(...costs.map(({ rate }) => rate)),
  };
}
