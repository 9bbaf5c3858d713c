import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, type IncomingMessage, request as requestHttp } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Core, type LanguageModelSettings, openCore, openLanguageModels } from '@genglossary/core';
import { z } from 'zod';
import { type ModelServer, startModelServer } from './model-server.ts';

const LANES = 8;
const schema = z.object({ word: z.string() });

/**
 * How fast language models are asked, against a real HTTP server of fixed latency in another process. Prints a table;
 * figures of one machine mean nothing on another, ratios do. Each ratio stands beside that of bare requests in the same
 * minute: what the machine itself was late by.
 */
export async function benchModels(): Promise<void> {
  using server = await startModelServer();
  const rows: (readonly [string, string, string])[] = [];
  for (const [latencyMs, calls] of [
    [50, 400],
    [500, 80],
  ] as const) {
    await server.behave({ delayMs: latencyMs });
    const ideal = Math.ceil(calls / LANES) * latencyMs;
    const asked = await askMany(server, calls);
    const bare = await requestMany(server, calls);
    rows.push([
      `${calls} questions, ${latencyMs} ms each, ${LANES} lanes`,
      cost(asked, calls, bare),
      times(asked, ideal, bare),
    ]);
    await server.behave({ delayMs: latencyMs });
    const run = await defineMany(server, calls);
    // One more than is required: the best of the others.
    const { asked: questions } = await server.counts();
    const idealRun = Math.ceil(questions / LANES) * latencyMs;
    rows.push([
      `${questions} of them as a step of a run, each answer kept`,
      cost(run, questions, bare),
      times(run, idealRun, { ...bare, wallMs: bare.wallMs * (idealRun / ideal) }),
    ]);
  }
  for (const saysWait of [true, false]) {
    const perSecond = 40;
    const calls = 160;
    await server.behave({ delayMs: 5, perSecond, saysWait });
    const { wallMs } = await askMany(server, calls, { isWarm: true });
    const { asked } = await server.counts();
    rows.push([
      `${calls} questions to a server that takes ${perSecond} a second and ${saysWait ? 'says' : 'does not say'} how long to wait`,
      `${ms(wallMs)}, ${asked} requests`,
      `${(wallMs / ((calls / perSecond) * 1000)).toFixed(2)} × ideal`,
    ]);
  }
  {
    const single = await buildMany(server, { entries: 200, batchSize: 1 });
    const batched = await buildMany(server, { entries: 200, batchSize: 8 });
    rows.push([
      '200 entries, 8 in a question',
      `${batched.calls} calls for ${single.calls}, ${batched.promptLetters} letters for ${single.promptLetters}`,
      `${(batched.calls / single.calls).toFixed(2)} × calls, ${(batched.promptLetters / single.promptLetters).toFixed(2)} × prompt`,
    ]);
  }
  const entries = 5000;
  {
    const { before, after, peakMegabytes } = await rememberMany(server, { entries, batchSize: 8 });
    const shares = after.map(({ share, megabytes }) => `${share * 100} %: ${megabytes} MB`);
    rows.push([
      `${entries} entries in one run: memory in use after a collection`,
      `before the first question: ${before} MB, ${shares.join(', ')}`,
      `peak of the process ${peakMegabytes} MB`,
    ]);
  }
  {
    const many = await buildMany(server, { entries, batchSize: 8 });
    rows.push([
      `${entries} entries in one run`,
      `${many.calls} calls, delay p99 ${many.delayMs.toFixed(0)} ms (idle: ${many.idleDelayMs.toFixed(0)} ms), longest ${many.longestMs.toFixed(0)} ms, ${many.peakMegabytes} MB`,
      `again, nothing changed: ${many.againCalls} calls, ${ms(many.againMs)} in all; define without a model ${ms(many.builtInDefineMs)}`,
    ]);
  }
  {
    const { firstMs, againMs } = await buildTwice(2 * entries);
    rows.push([
      `${2 * entries} entries without a model, and again with nothing changed`,
      ms(firstMs),
      `again ${ms(againMs)}, with reading the glossary`,
    ]);
  }
  console.log('| what | measured | ratio |\n|---|---|---|');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log(`\nLoad of the machine: ${loadavg()[0]?.toFixed(1)}.`);
}

const ms = (wallMs: number) => `${wallMs.toFixed(0)} ms`;
const times = ({ wallMs }: Spent, ideal: number, bare: Spent) =>
  `${(wallMs / ideal).toFixed(3)} × ideal (bare requests ${(bare.wallMs / ideal).toFixed(3)})`;
const cost = ({ wallMs, threadMs }: Spent, calls: number, bare: Spent) =>
  `${ms(wallMs)}, ${(threadMs / calls).toFixed(2)} ms of the thread for each (a bare request ${(bare.threadMs / bare.calls).toFixed(2)})`;

/** What so many calls took: `threadMs` is processor time of the thread that asks, which a busy machine hardly changes. */
interface Spent {
  readonly calls: number;
  readonly wallMs: number;
  readonly threadMs: number;
}

function startWatch(): (calls: number) => Spent {
  const begun = performance.now();
  const used = process.threadCpuUsage();
  return (calls) => {
    const { user, system } = process.threadCpuUsage(used);
    return { calls, wallMs: performance.now() - begun, threadMs: (user + system) / 1000 };
  };
}

/** The floor: as many bare HTTP requests in as many lanes, and nothing else. */
async function requestMany({ baseUrl }: ModelServer, count: number): Promise<Spent> {
  const agent = new Agent({ keepAlive: true, maxSockets: LANES });
  const body = JSON.stringify({ model: 'bench', messages: [{ role: 'user', content: 'harbour' }] });
  const ask = async () => {
    const sent = requestHttp(`${baseUrl}/chat/completions`, { method: 'POST', agent });
    sent.end(body);
    const [answer]: readonly IncomingMessage[] = await once(sent, 'response');
    await answer?.toArray();
  };
  await Promise.all(Array.from({ length: LANES }, ask));
  const watch = startWatch();
  let left = count;
  const lane = async () => {
    while (left-- > 0) await ask();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const spent = watch(count);
  agent.destroy();
  return spent;
}

async function askMany(server: ModelServer, calls: number, { isWarm = false } = {}): Promise<Spent> {
  await using models = openLanguageModels();
  const model = await models.open(settingsOf(server, { lanes: LANES }));
  const ask = () =>
    model.generate({
      instructions: 'Name a word.',
      prompt: 'harbour',
      schema,
      schemaName: 'word',
      signal: new AbortController().signal,
    });
  // Libraries are loaded and connections opened with the first calls.
  if (!isWarm) await Promise.all(Array.from({ length: LANES }, ask));
  const watch = startWatch();
  await Promise.all(Array.from({ length: calls }, ask));
  return watch(calls);
}

/** From the first question of the step, as its server saw it, to its last answer that is kept. */
async function defineMany(server: ModelServer, entries: number): Promise<Spent> {
  return inFolder(entries, async (core, request) => {
    let watch: ReturnType<typeof startWatch> | undefined;
    let told = 0;
    let lastAt = 0;
    let spent: Spent = { calls: 0, wallMs: 0, threadMs: 0 };
    const report = (event: { readonly type: string; readonly step?: string }) => {
      if (event.type !== 'step-progress' || event.step !== 'define') return;
      told += 1;
      watch ??= startWatch();
      spent = watch(told);
      lastAt = performance.timeOrigin + performance.now();
    };
    const settings = settingsOf(server, { lanes: LANES, batchSize: 1 });
    await core.build(
      { ...request, languageModel: { settings, steps: ['define'] } },
      { signal: new AbortController().signal, report },
    );
    const { firstAt } = await server.counts();
    return { ...spent, wallMs: lastAt - firstAt };
  });
}

async function buildMany(
  server: ModelServer,
  { entries, batchSize }: { readonly entries: number; readonly batchSize: number },
) {
  await server.behave({ delayMs: 10 });
  return inFolder(entries, async (core, request) => {
    const idle = monitorEventLoopDelay({ resolution: 5 });
    idle.enable();
    await new Promise((next) => setTimeout(next, 2000));
    idle.disable();
    let defineMs = 0;
    const build = async ({ isAsking = true } = {}) => {
      let begun = 0;
      const report = (event: { readonly type: string; readonly step?: string }) => {
        if (event.step === 'define' && event.type === 'step-start') begun = performance.now();
        if (event.step === 'define' && event.type === 'step-end') defineMs = performance.now() - begun;
      };
      const settings = settingsOf(server, { lanes: LANES, batchSize });
      const asked = isAsking ? { ...request, languageModel: { settings, steps: ['define'] as const } } : request;
      await core.build(asked, { signal: new AbortController().signal, report });
      return defineMs;
    };
    const delays = monitorEventLoopDelay({ resolution: 5 });
    delays.enable();
    await build();
    delays.disable();
    const { asked, promptLetters } = await server.counts();
    const begun = performance.now();
    await build();
    const againMs = performance.now() - begun;
    const againCalls = (await server.counts()).asked - asked;
    const builtInDefineMs = await build({ isAsking: false });
    return {
      calls: asked,
      promptLetters,
      delayMs: delays.percentile(99) / 1e6 - 5,
      idleDelayMs: idle.percentile(99) / 1e6 - 5,
      longestMs: delays.max / 1e6 - 5,
      peakMegabytes: peakOfProcess(),
      againCalls,
      againMs,
      builtInDefineMs,
    };
  });
}

/** Whole builds, from asking for one to holding its glossary. */
async function buildTwice(entries: number): Promise<{ readonly firstMs: number; readonly againMs: number }> {
  return inFolder(entries, async (core, request) => {
    const build = async () => {
      const begun = performance.now();
      await core.build(request, { signal: new AbortController().signal, report: () => undefined });
      return performance.now() - begun;
    };
    return { firstMs: await build(), againMs: await build() };
  });
}

/** What is in use, by the share of entries that are done: not in one go with the delays, since collecting holds it up. */
async function rememberMany(
  server: ModelServer,
  { entries, batchSize }: { readonly entries: number; readonly batchSize: number },
) {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('Start with --expose-gc.');
  await server.behave({ delayMs: 10 });
  const megabytesInUse = () => {
    gc();
    return Math.round(process.memoryUsage().heapUsed / 1e6);
  };
  return inFolder(entries, async (core, request) => {
    let before = 0;
    const after: { readonly share: number; readonly megabytes: number }[] = [];
    const settings = settingsOf(server, { lanes: LANES, batchSize });
    await core.build(
      { ...request, languageModel: { settings, steps: ['define'] } },
      {
        signal: new AbortController().signal,
        report(event) {
          if (event.type !== 'step-progress' || event.step !== 'define') return;
          before ||= megabytesInUse();
          const share = SHARES[after.length];
          const isReached = share !== undefined && event.done >= share * event.total;
          if (isReached) after.push({ share, megabytes: megabytesInUse() });
        },
      },
    );
    return { before, after, peakMegabytes: peakOfProcess() };
  });
}

const SHARES = [0.1, 0.5, 1] as const;

function peakOfProcess(): number {
  return Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
}

interface Request {
  readonly project: string;
  readonly paths: readonly string[];
  readonly required: readonly string[];
  readonly limit: number;
}

/** A core over documents of so many things, all of them required. */
async function inFolder<T>(entries: number, work: (core: Core, request: Request) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'genglossary-bench-'));
  try {
    const docs = join(folder, 'docs');
    mkdirSync(docs);
    const required = writeDocuments(docs, entries);
    await using core = await openCore({ databasePath: join(folder, 'bench.db') });
    return await work(core, { project: 'bench', paths: [docs], required, limit: 1 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function settingsOf({ baseUrl }: ModelServer, extra: object): LanguageModelSettings {
  return { provider: 'openai-compatible', model: 'bench', baseUrl, ...extra };
}

/** Made-up things, each defined and used once. */
function writeDocuments(folder: string, count: number): string[] {
  const names: string[] = [];
  const lines: string[][] = [];
  for (let number = 0; number < count; number += 1) {
    const name = `${syllables(number)} valve`;
    names.push(name);
    (lines[Math.floor(number / 50)] ??= []).push(
      `A ${name} is a valve that opens at step ${number} of the cycle.\n\nThe crew checks the ${name} every morning before work begins.\n`,
    );
  }
  for (const [at, part] of lines.entries()) writeFileSync(join(folder, `part-${at}.md`), part.join('\n'));
  return names;
}

function syllables(number: number): string {
  const parts = ['ba', 'do', 'fi', 'gu', 'ka', 'lo', 'mi', 'nu', 'pa', 'so'];
  return String(number + 10_000)
    .split('')
    .map((digit) => parts[Number(digit)] ?? '')
    .join('');
}
