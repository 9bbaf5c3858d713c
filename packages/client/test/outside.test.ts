import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createTestServer } from '@genglossary/server/testing';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const typescript = join(root, 'node_modules/typescript/bin/tsc');
const place = mkdtempSync(join(tmpdir(), 'genglossary-outside-'));

/** What the types must refuse; a line that is fine after all is an error too. */
const MISUSE = `import { createClient, type ConceptId, type DocumentId, type ProjectId, type RunEventMessage } from '@genglossary/client';

declare const projectId: ProjectId;
declare const documentId: DocumentId;
declare const entryId: ConceptId;
const glossary = createClient();

// @ts-expect-error: ids are not interchangeable
await glossary.projects.get(documentId);
// @ts-expect-error: a change names the version that was seen
await glossary.entries.update(projectId, entryId, { note: 'a word' });
// @ts-expect-error: there is no such scope
await glossary.runs.start(projectId, { scope: 'everything' });
// @ts-expect-error: there is no such format
await glossary.exports.create(projectId, { format: 'docx' });
// @ts-expect-error: there is no such procedure
await glossary.api.runs.explode.mutate({});

/** Every event is answered for. */
export function told(event: RunEventMessage): string {
  switch (event.type) {
    case 'run-queued':
    case 'run-start':
    case 'run-cancel':
    case 'run-interrupted':
    case 'run-end':
    case 'step-start':
    case 'step-progress':
    case 'step-end':
    case 'glossary-unchanged':
    case 'document-skipped':
    case 'item-failed':
    case 'log':
    case 'events-skipped':
    case 'events-truncated':
    case 'status-unsaved':
      return event.type;
    default:
      return event satisfies never;
  }
}
`;

describe('a project outside of the workspace that installs the packed client', () => {
  beforeAll(async () => {
    await run(
      'pnpm',
      ['exec', 'turbo', 'run', 'build', '--filter=@genglossary/client', '--output-logs=errors-only'],
      root,
    );
    for (const name of ['contract', 'client'])
      await run('pnpm', ['pack', '--pack-destination', place], join(root, 'packages', name));
    const trpc = join(root, 'packages/client/node_modules/@trpc/client/package.json');
    const { version } = JSON.parse(readFileSync(trpc, 'utf8')) as { version: string };
    writeFileSync(
      join(place, 'package.json'),
      JSON.stringify({
        type: 'module',
        dependencies: {
          '@genglossary/client': `file:${tarball('client')}`,
          '@genglossary/contract': `file:${tarball('contract')}`,
          '@trpc/client': version,
          '@trpc/server': version,
        },
      }),
    );
    await run('npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps', '--prefer-offline'], place);
    mkdirSync(join(place, 'types'));
    const nodeTypes = realpathSync(join(root, 'node_modules/@types/node'));
    cpSync(nodeTypes, join(place, 'types/node'), { recursive: true });
    cpSync(join(nodeTypes, '../../undici-types'), join(place, 'node_modules/undici-types'), {
      recursive: true,
      dereference: true,
    });
    cpSync(join(root, 'examples'), join(place, 'examples'), {
      recursive: true,
      filter: (path) => !/\.(?:md|txt|rst|html)$/u.test(path),
    });
    writeFileSync(join(place, 'examples/misuse.ts'), MISUSE);
  }, 240_000);

  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('gets a client of at most 15 kB, a third of it code, and a contract that is types alone', () => {
    const [client, contract] = ['client', 'contract'].map((name) => join(place, 'node_modules/@genglossary', name));
    const dist = join(client ?? '', 'dist');
    expect(readdirSync(dist).toSorted()).toEqual(['index.d.ts', 'index.js', 'testing.d.ts', 'testing.js']);
    expect(readdirSync(join(contract ?? '', 'dist'))).toEqual(['index.d.ts']);
    // All that the door loads; the scripted client is for tests.
    const code = readFileSync(join(dist, 'index.js'));
    expect(code.length).toBeGreaterThan(10_000);
    expect(gzipSync(code).length).toBeLessThanOrEqual(5500);
    expect(readFileSync(join(place, tarball('client'))).length).toBeLessThanOrEqual(15_000);
    expect(readFileSync(join(place, tarball('contract'))).length).toBeLessThanOrEqual(22_000);
  });

  it('gets nothing of the server', () => {
    const installed = readdirSync(join(place, 'node_modules'));
    expect(installed.filter((name) => /sqlite|kysely|zod|pino/u.test(name))).toEqual([]);
    expect(readdirSync(join(place, 'node_modules/@genglossary'))).toEqual(['client', 'contract']);
    const types = ['client/dist/index', 'client/dist/testing', 'contract/dist/index'].map(typesOf).join('\n');
    const named = [...types.matchAll(/(?:from |import\(|import )"([^"]+)"/gu)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(0);
    expect(
      named.filter((name) => !/^@(?:trpc\/(?:client|server)(?:\/|$)|genglossary\/(?:client|contract)$)/u.test(name)),
    ).toEqual([]);
  });

  it('finds documentation at what the door has, its methods and what they answer, and at nothing behind it', () => {
    const types = ['client/dist/index', 'contract/dist/index'].map(typesOf).join('\n');
    const documented = (declaration: string) => {
      const text = types.slice(types.indexOf(`\n${declaration} {`));
      return text.slice(0, text.indexOf('\n}\n')).match(/\/\*\*/gu)?.length ?? 0;
    };
    const [, made = ''] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\ndeclare function createClient\(/u.exec(types) ?? [];
    expect([made.includes('A client of a glossary server.'), made.includes('@example')]).toEqual([true, true]);
    expect(types.includes('/** Where it stands, as lines of a concordance. */\n  contexts(')).toBe(true);
    expect(types.includes('/** 0–1, of the definition. */\n  readonly confidence?')).toBe(true);
    for (const name of ['EntriesRoom', 'RunsRoom', 'EntrySummary', 'BuildOptions'])
      expect(documented(`interface ${name}`)).toBeGreaterThan(5);
    for (const name of ['Candidate', 'Concept']) expect(documented(`interface ${name}`)).toBe(0);
    expect(types.includes('\ninterface Concept {')).toBe(true);
  });

  it.each(['nodenext', 'bundler'])('is checked under %s, and misuse does not compile', async (resolution) => {
    writeFileSync(
      join(place, `tsconfig.${resolution}.json`),
      JSON.stringify({
        compilerOptions: {
          target: 'es2024',
          lib: ['esnext', 'dom'],
          module: resolution === 'bundler' ? 'esnext' : 'nodenext',
          moduleResolution: resolution,
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          verbatimModuleSyntax: true,
          skipLibCheck: false,
          noEmit: true,
          typeRoots: ['./types'],
          types: ['node'],
        },
        include: ['examples'],
      }),
    );
    const checked = await tried(process.execPath, [typescript, '-p', `tsconfig.${resolution}.json`], place);
    expect(checked).toEqual({ code: 0, stdout: '' });
  });

  it('uploads, builds, is killed and resumed in the middle, and exports', async () => {
    await using server = await createTestServer();
    const environment = { GENGLOSSARY_URL: server.url };
    const program = (name: string, ...args: readonly string[]) =>
      run(process.execPath, [join('examples', name), ...args], place, environment);
    const project = await program('upload-a-folder.ts', 'Lighthouses', join(root, 'examples/lighthouse-handbook'));
    const entries = await program('start-and-follow.ts', project);
    expect(entries.split('\n').length).toBeGreaterThan(20);
    const { storage } = server.core;
    const [last] = await storage.runs.list((await storage.projects.list())[0]?.id ?? fail());

    // Killed as soon as it has something, then started again: the file holds every event once.
    const log = join(place, 'events.log');
    const follow = ['examples/resume-after-a-crash.ts', last?.id ?? fail(), log];
    const victim = spawn(process.execPath, follow, { cwd: place, env: { ...process.env, ...environment } });
    await expect.poll(() => linesOf(log).length, { timeout: 20_000, interval: 2 }).toBeGreaterThan(0);
    victim.kill('SIGKILL');
    await new Promise((done) => victim.once('exit', done));
    expect(await run(process.execPath, follow, place, environment)).toBe('completed');
    const numbers = linesOf(log).map((line) => Number(line.split(' ')[0]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBe(last?.lastSeq);

    expect(await program('export.ts', project, 'markdown')).toBe('glossary.md');
    expect(readFileSync(join(place, 'glossary.md'), 'utf8').length).toBeGreaterThan(10_000);
    expect(await program('plain-trpc.ts')).toContain('completed');
    expect(await program('test-with-a-script.ts')).toBe('passed');
  });
});

function tarball(name: string): string {
  return readdirSync(place).find((file) => file.startsWith(`genglossary-${name}-`) && file.endsWith('.tgz')) ?? fail();
}

function typesOf(file: string): string {
  return readFileSync(join(place, 'node_modules/@genglossary', `${file}.d.ts`), 'utf8');
}

/** Whole lines only: the last one may be half-written. */
function linesOf(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
}

/** What a program prints. */
async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { code, stdout } = await tried(command, args, cwd, environment);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${stdout.slice(-2000)}`);
  return stdout;
}

function tried(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((done, refuse) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.on('error', refuse);
    child.on('close', (code) => done({ code, stdout: stdout.trim() }));
  });
}

function fail(): never {
  throw new Error('It is not there.');
}
