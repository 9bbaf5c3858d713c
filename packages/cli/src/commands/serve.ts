import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GlossaryError, jsonLogger, logLevelNamed, openCore } from '@genglossary/core';
import { createServer, type RunningServer, type ServerSettings } from '@genglossary/server';
import type { CommandContext } from '../context.ts';
import { databasePath } from '../database-path.ts';
import { variable } from '../environment.ts';
import { exitCodes } from '../exit-codes.ts';
import { given } from '../given.ts';
import { invalid } from '../invalid.ts';
import { modelTools } from '../language-model.ts';
import { owningServer } from '../place/open-place.ts';

export interface ServeOptions {
  readonly host?: string;
  readonly port?: number;
  /** A file that holds the token, for servers that others can reach. */
  readonly tokenFile?: string;
  readonly allowOrigin?: readonly string[];
  readonly open?: true;
  readonly threads?: number;
}

/** `genglossary serve`: the web app and the API over the database of this folder, until it is interrupted. */
export async function serve(options: ServeOptions, context: CommandContext): Promise<number> {
  const { io, words, version } = context;
  const logger = jsonLogger({ level: logLevelNamed(variable(io.environment, 'GENGLOSSARY_LOG') ?? 'warn') });
  const database = databasePath(io);
  const running = options.host === undefined && options.port === undefined ? await owningServer(context) : undefined;
  if (running !== undefined) return alreadyServed(running.url, options, context);
  await using core = await openCore({
    databasePath: database,
    logger,
    languageModels: modelTools(io.environment),
    // One processor stays free for those who ask.
    threads: options.threads ?? Math.max(1, availableParallelism() - 1),
  });
  const token = tokenOf(options, context);
  await using server = await listen({
    core,
    version,
    logger,
    ...given('token', token),
    ...given('host', options.host),
    ...given('port', options.port),
    ...given('allowedOrigins', options.allowOrigin),
    ...given('webDirectory', webDirectory()),
  });
  core.storage.announce(server.url);
  if (context.json)
    io.stdout.write(`${JSON.stringify({ schema: 'genglossary.serve/1', version, ok: true, url: server.url })}\n`);
  else io.stdout.write(`${words.serving(server.url)}\n`);
  io.stderr.write(`${words.database(database)}\n${words.stopsWithInterrupt}\n`);
  if (options.open === true) await openBrowser(server.url);
  await interrupted(io.signal);
  io.stderr.write(`${words.serverEnds}\n`);
  return exitCodes.success;
}

/** Whoever asks for no other address has what they want: the app on what is in this folder. */
async function alreadyServed(
  url: string,
  { open }: ServeOptions,
  { io, json, version, words }: CommandContext,
): Promise<number> {
  if (json) io.stdout.write(`${JSON.stringify({ schema: 'genglossary.serve/1', version, ok: true, url })}\n`);
  else io.stdout.write(`${words.alreadyServing(url)}\n`);
  if (open === true) await openBrowser(url);
  return exitCodes.success;
}

/** On the usual port, or on any free one where that is taken and no other was asked for. */
async function listen(settings: ServerSettings): Promise<RunningServer> {
  try {
    return await createServer(settings);
  } catch (error) {
    if (settings.port !== undefined || !GlossaryError.is(error, 'config/invalid')) throw error;
    if (!isTaken(error.cause)) throw error;
    return createServer({ ...settings, port: 0 });
  }
}

/** Windows keeps whole ranges of ports for itself, and says that they are forbidden. */
function isTaken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'EADDRINUSE' || cause.code === 'EACCES');
}

function tokenOf({ tokenFile }: ServeOptions, { io }: CommandContext): string | undefined {
  if (tokenFile === undefined) return variable(io.environment, 'GENGLOSSARY_TOKEN');
  const path = resolve(io.cwd, tokenFile);
  const problem = `The token file ${tokenFile} cannot be read or is empty.`;
  try {
    const token = readFileSync(path, 'utf8').trim();
    if (token !== '') return token;
  } catch (cause) {
    throw invalid(problem, cause);
  }
  throw invalid(problem);
}

/** The built web app, where it was built. */
function webDirectory(): string | undefined {
  const page = fileURLToPath(new URL('dist/', import.meta.resolve('@genglossary/web/package.json')));
  return existsSync(page) ? page : undefined;
}

async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  await open(url);
}

function interrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }));
}
