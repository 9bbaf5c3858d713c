import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from './command-line.ts';

/** `genglossary serve` as a process of its own, over an empty database. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  /** Where its database is. */
  readonly folder: string;
  /** Everything that it wrote, both ways. */
  readonly output: () => string;
  /** Ends it between two instructions: nothing in it can say goodbye. */
  kill(): Promise<void>;
  /** Another process over the same database, on the same port. */
  start(): Promise<void>;
}

/** Starts it with these variables beside the ordinary ones; over a folder of its own, or one that is kept. */
export async function startServerProcess(
  environment: Readonly<Record<string, string>> = {},
  { kept }: { readonly kept?: string | undefined } = {},
): Promise<ServerProcess> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'genglossary-process-')));
  const port = await freePort();
  let output = '';
  let running: ChildProcess | undefined;
  const start = async () => {
    const child = spawn(process.execPath, [program, 'serve', '--port', String(port), '--threads', '1'], {
      cwd: folder,
      env: { ...process.env, GENGLOSSARY_LOG: 'debug', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
    await Promise.race([
      untilSaid(child),
      once(child, 'exit').then(() => Promise.reject(new Error(`The server ended.\n${output}`))),
    ]);
  };
  const kill = async () => {
    if (running?.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    output: () => output,
    kill,
    start,
    async [Symbol.asyncDispose]() {
      await kill();
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Its first line on standard output says that it serves. */
async function untilSaid({ stdout }: ChildProcess): Promise<void> {
  if (stdout !== null) await once(stdout, 'data');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}
