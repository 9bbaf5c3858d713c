import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { VictimMessage, VictimOrders } from './messages.ts';

export interface Victim {
  readonly child: ChildProcess;
  /** Resolves when the process is gone, with its exit code or signal. */
  readonly gone: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** What it wrote to standard error: nothing, when all is well. */
  readonly complaints: () => string;
}

/** Starts a victim; every line it tells is handed on. */
export function spawnVictim(orders: VictimOrders, onMessage: (message: VictimMessage) => void): Victim {
  const child = spawn(
    process.execPath,
    ['--conditions=@genglossary/source', join(import.meta.dirname, 'victim.mjs'), JSON.stringify(orders)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    // A killed process may leave half a line.
    if (line.endsWith('}')) onMessage(JSON.parse(line) as VictimMessage);
  });
  const gone = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => {
      if (child.stdout.readableEnded) resolve({ code, signal });
      else lines.once('close', () => resolve({ code, signal }));
    });
  });
  return { child, gone, complaints: () => complaints };
}
