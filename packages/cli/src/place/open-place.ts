import { existsSync } from 'node:fs';
import { ownerOfStorage } from '@genglossary/core';
import type { CommandContext } from '../context.ts';
import { databasePath } from '../database-path.ts';
import { variable } from '../environment.ts';
import { given } from '../given.ts';
import type { Place } from './place.ts';
import { openServerPlace, type ServerAddress, type ServerPlace } from './server-place.ts';

/** The server that was named, else the database of the folder; `undefined` where there is neither. */
export async function openPlace(context: CommandContext): Promise<Place | undefined> {
  const server = namedServer(context);
  if (server !== undefined) return openServerPlace(server);
  const path = databasePath(context.io);
  if (!existsSync(path)) return undefined;
  const { openDatabasePlace } = await import('./database-place.ts');
  return openDatabasePlace(path);
}

/**
 * Whoever may work on runs: the server that was named, or the one that has the folder's database open. `undefined`
 * where this process has to do the work itself.
 */
export async function openWorkingServer(context: CommandContext): Promise<ServerPlace | undefined> {
  const server = namedServer(context) ?? (await owningServer(context));
  return server === undefined ? undefined : openServerPlace(server);
}

/** What `--url` or `GENGLOSSARY_URL` names. */
function namedServer({ url, io: { environment } }: CommandContext): ServerAddress | undefined {
  const named = url ?? variable(environment, 'GENGLOSSARY_URL');
  return named === undefined || named === ''
    ? undefined
    : { url: named, ...given('token', variable(environment, 'GENGLOSSARY_TOKEN')) };
}

/** The server that has the folder's database open. */
export async function owningServer({ io }: CommandContext): Promise<ServerAddress | undefined> {
  const owner = await ownerOfStorage({ path: databasePath(io) });
  if (owner?.url === undefined || !isAlive(owner.pid)) return undefined;
  return { url: owner.url, ...given('token', variable(io.environment, 'GENGLOSSARY_TOKEN')) };
}

/** A server that was killed leaves its name behind. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
