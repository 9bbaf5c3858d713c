import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { tinyModel } from './tiny-model.ts';

/** A real server of models, over the tiny one. */
export interface LlamaServer extends AsyncDisposable {
  /** `http://127.0.0.1:port`, without a path. */
  readonly origin: string;
  /**
   * Waits until it is at work on so many answers, by its log: asked for that more than once a second, it does not look
   * whether anybody still waits for them.
   */
  untilBusy(count: number): Promise<void>;
}

export interface LlamaServerOptions {
  /** The executable `llama-server` of llama.cpp. */
  readonly program: string;
  /** Others are refused. */
  readonly key?: string;
  /** It chooses among the models of a folder, by their names, and loads none before it is asked for it. */
  readonly isRouter?: boolean;
}

/** The name under which the tiny model can be asked for. */
export const TINY_NAME = 'tiny';
/** Answers at once. */
export const TINY_SLOTS = 2;
/** Tokens, one a character, that a question and its answer may have together. */
export const TINY_CONTEXT = 16_384;

export async function startLlamaServer({ program, key, isRouter = false }: LlamaServerOptions): Promise<LlamaServer> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'genglossary-llama-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const models = join(folder, 'models');
  await mkdir(models);
  const file = join(models, `${TINY_NAME}.gguf`);
  await writeFile(file, tinyModel());
  const places = ['--threads', '1', '--parallel', String(TINY_SLOTS), '--ctx-size', String(TINY_SLOTS * TINY_CONTEXT)];
  const args = [
    ...(isRouter ? ['--models-dir', models] : ['--model', file, '--alias', TINY_NAME]),
    ...places,
    ...(key === undefined ? [] : ['--api-key', key]),
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--no-webui',
  ];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  opened.defer(async () => {
    if (child.exitCode !== null) return;
    child.kill();
    await once(child, 'exit');
  });
  const log = followLog(child.stderr);
  const origin = await log.origin;
  const owned = opened.move();
  return {
    origin,
    untilBusy: (count) => log.untilBusy(count),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** What it says of itself: where it listens, and of each answer when it begins and when it is over. */
function followLog(stream: NodeJS.ReadableStream) {
  const told: string[] = [];
  const listeners = new Set<() => void>();
  let busy = 0;
  const origin = new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: stream });
    lines.on('line', (line) => {
      told.push(line);
      if (/slot launch_slot_:/u.test(line)) busy += 1;
      if (/slot\s+release:/u.test(line)) busy -= 1;
      for (const listener of listeners) listener();
      const [, found] = /listening on (http:\S+)/u.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    lines.on('close', () => reject(new Error(`llama-server ended before it listened:\n${told.join('\n')}`)));
  });
  const untilBusy = (count: number) =>
    new Promise<void>((reached) => {
      const look = () => {
        if (busy !== count) return;
        listeners.delete(look);
        reached();
      };
      listeners.add(look);
      look();
    });
  return { origin, untilBusy };
}
