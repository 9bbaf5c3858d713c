import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { variable } from './environment.ts';
import type { Io } from './io.ts';

/**
 * Where the database of a folder is: `.genglossary/genglossary.db` in the folder a person works in; where that cannot
 * be written, the user's data folder (XDG Base Directory Specification 0.8, `$XDG_DATA_HOME`).
 */
export function databasePath({ cwd, environment }: Pick<Io, 'cwd' | 'environment'>): string {
  const local = join(cwd, '.genglossary', 'genglossary.db');
  if (existsSync(local) || isWritable(cwd)) return local;
  const data =
    variable(environment, 'XDG_DATA_HOME') ?? join(variable(environment, 'HOME') ?? homedir(), '.local', 'share');
  return join(data, 'genglossary', 'genglossary.db');
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
