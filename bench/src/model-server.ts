import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface ModelCounts {
  readonly asked: number;
  readonly refused: number;
  readonly promptLetters: number;
  /** When the first question came, in milliseconds since 1970 with their fractions. */
  readonly firstAt: number;
}

/** A model server of another process. */
export interface ModelServer extends Disposable {
  readonly baseUrl: string;
  /** From now on it answers so, and counts anew. */
  behave(order: { readonly delayMs: number; readonly perSecond?: number; readonly saysWait?: boolean }): Promise<void>;
  counts(): Promise<ModelCounts>;
}

export async function startModelServer(): Promise<ModelServer> {
  const child = fork(join(import.meta.dirname, 'model-process.ts'), {
    execArgv: ['--conditions=@genglossary/source'],
  });
  const baseUrl = String(await message(child));
  return {
    baseUrl,
    async behave(order) {
      const ready = message(child);
      child.send(order);
      await ready;
    },
    counts() {
      const counted = message(child);
      child.send('count');
      return counted as Promise<ModelCounts>;
    },
    [Symbol.dispose]: () => void child.kill(),
  };
}

async function message(child: ChildProcess): Promise<unknown> {
  const [value] = (await once(child, 'message')) as readonly unknown[];
  return value;
}
