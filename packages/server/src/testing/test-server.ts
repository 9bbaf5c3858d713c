import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, type CoreSettings, openCore } from '@genglossary/core';
import { createServer, type RunningServer, type ServerSettings } from '../server.ts';

/** A server that tests own, with a database of its own. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly core: Core;
  /** Closes the server and its core and opens both again on the same port and the same database. */
  restart(): Promise<void>;
}

export interface TestServerOptions {
  readonly server?: Omit<ServerSettings, 'core' | 'port'>;
  readonly core?: Omit<CoreSettings, 'databasePath'>;
}

export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'genglossary-server-'));
  const open = async (port: number): Promise<{ core: Core; server: RunningServer }> => {
    const core = await openCore({ threads: 1, ...options.core, databasePath: join(folder, 'test.db') });
    return { core, server: await createServer({ ...options.server, core, port }) };
  };
  const close = async () => {
    await running.server.close();
    await running.core[Symbol.asyncDispose]();
  };
  let running = await open(0);
  const { url } = running.server;
  return {
    url,
    get core() {
      return running.core;
    },
    async restart() {
      await close();
      running = await open(Number(new URL(url).port));
    },
    async [Symbol.asyncDispose]() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
