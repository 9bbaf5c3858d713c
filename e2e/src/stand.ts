import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openCore } from '@genglossary/core';
import { createServer, type RunningServer } from '@genglossary/server';

const webDirectory = resolve(import.meta.dirname, '../../packages/web/dist');

/** A real server with the built app over an empty database; gone, with everything in it, when it is disposed. */
export interface Stand extends AsyncDisposable {
  readonly url: string;
  /** Where a command line finds the same database. */
  readonly folder: string;
  stop(): Promise<void>;
  /** Another server over the same database, on the same port. */
  start(): Promise<void>;
}

export async function openStand(): Promise<Stand> {
  if (!existsSync(join(webDirectory, 'index.html'))) {
    throw new Error('The app is not built: pnpm --filter @genglossary/web build');
  }
  const directory = await mkdtemp(join(tmpdir(), 'genglossary-e2e-'));
  let opened = await open(directory, 0);
  const { url } = opened.server;
  return {
    url,
    folder: directory,
    stop: async () => opened[Symbol.asyncDispose](),
    async start() {
      opened = await open(directory, Number(new URL(url).port));
    },
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function open(directory: string, port: number): Promise<AsyncDisposable & { readonly server: RunningServer }> {
  await using stack = new AsyncDisposableStack();
  const core = stack.use(
    await openCore({ databasePath: join(directory, '.genglossary', 'genglossary.db'), threads: 1 }),
  );
  const server = stack.use(await createServer({ core, port, webDirectory }));
  const owned = stack.move();
  return { server, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
