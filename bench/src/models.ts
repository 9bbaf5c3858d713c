import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openCore, openLanguageModels, type LanguageModelSettings } from '@genglossary/core';
import { answerDefinitions, type FakeModelServer, quoteFirst, startFakeModel } from '@genglossary/core/testing';
import { z } from 'zod';

const schema = z.object({ word: z.string() });
/**
 * How fast language models are asked, against a real HTTP server of fixed latency that shares this process. Prints a
 * table; figures of one machine mean nothing on another, ratios do, and only where nothing else runs.
 */
export async function benchModels(): Promise<void> {
  const rows: (readonly [string, string, string])[] = [];

  for (const [latencyMs, calls] of [
    [50, 160],
    [500, 80],
  ] as const) {
    const { wallMs } = await askMany({ latencyMs, calls });
    const ideal = Math.ceil(calls / 8) * latencyMs;
    rows.push([
      `${calls} calls, ${latencyMs} ms each, 8 lanes`,
      `${wallMs.toFixed(0)} ms`,
      `${(wallMs / ideal).toFixed(3)} × ideal`,
    ]);
  }
  {
    // A server that takes 40 a second and refuses the rest, saying how long to wait.
    const perSecond = 40;
    const calls = 160;
    const { wallMs, asked } = await askMany({ latencyMs: 5, calls, perSecond });
    const ideal = (calls / perSecond) * 1000;
    rows.push([
      `${calls} calls to a server that takes ${perSecond} a second`,
      `${wallMs.toFixed(0)} ms, ${asked} requests`,
      `${(wallMs / ideal).toFixed(2)} × ideal`,
    ]);
  }
  {
    const single = await buildMany({ entries: 200, batchSize: 1 });
    const batched = await buildMany({ entries: 200, batchSize: 8 });
    rows.push([
      '200 entries, 8 in a call',
      `${batched.calls} calls for ${single.calls}, ${batched.promptLetters} letters for ${single.promptLetters}`,
      `${(batched.calls / single.calls).toFixed(2)} × calls, ${(batched.promptLetters / single.promptLetters).toFixed(2)} × prompt`,
    ]);
  }
  {
    const entries = 5000;
    const many = await buildMany({ entries, batchSize: 8 });
    rows.push([
      `${entries} entries in one run`,
      `${many.calls} calls, delay p99 ${many.delayMs.toFixed(0)} ms, ${many.peakMegabytes} MB`,
      `again: ${many.againCalls} calls, define ${many.againDefineMs.toFixed(0)} ms`,
    ]);
  }
  console.log('| what | measured | ratio |\n|---|---|---|');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

async function askMany({
  latencyMs,
  calls,
  perSecond,
}: {
  readonly latencyMs: number;
  readonly calls: number;
  readonly perSecond?: number;
}): Promise<{ readonly wallMs: number; readonly asked: number }> {
  await using server = await startFakeModel();
  let tokens = perSecond === undefined ? Number.POSITIVE_INFINITY : 1;
  let last = performance.now();
  server.behave(() => {
    if (perSecond !== undefined) {
      const now = performance.now();
      tokens = Math.min(1, tokens + ((now - last) / 1000) * perSecond);
      last = now;
      if (tokens < 1) {
        const waitMs = Math.ceil(((1 - tokens) / perSecond) * 1000);
        return { kind: 'status', status: 429, headers: { 'retry-after-ms': String(waitMs) } };
      }
      tokens -= 1;
    }
    return { kind: 'say', text: '{"word":"quay"}', delayMs: latencyMs };
  });
  await using models = openLanguageModels();
  const model = await models.open(settingsOf(server, { lanes: 8 }));
  const ask = () =>
    model.generate({
      instructions: 'Name a word.',
      prompt: 'harbour',
      schema,
      schemaName: 'word',
      signal: new AbortController().signal,
    });
  if (perSecond === undefined) await Promise.all(Array.from({ length: 8 }, ask));
  const warm = server.calls.length;
  const begun = performance.now();
  await Promise.all(Array.from({ length: calls }, ask));
  return { wallMs: performance.now() - begun, asked: server.calls.length - warm };
}

async function buildMany({ entries, batchSize }: { readonly entries: number; readonly batchSize: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'genglossary-bench-'));
  const delays = monitorEventLoopDelay({ resolution: 5 });
  try {
    await using server = await startFakeModel();
    server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst), delayMs: 10 }));
    const docs = join(folder, 'docs');
    mkdirSync(docs);
    const required = writeDocuments(docs, entries);
    await using core = await openCore({ databasePath: join(folder, 'bench.db') });
    let defineMs = 0;
    const build = async () => {
      let begun = 0;
      const report = (event: { readonly type: string; readonly step?: string }) => {
        if (event.step === 'define' && event.type === 'step-start') begun = performance.now();
        if (event.step === 'define' && event.type === 'step-end') defineMs = performance.now() - begun;
      };
      await core.build(
        {
          project: 'bench',
          paths: [docs],
          required,
          limit: 1,
          languageModel: { settings: settingsOf(server, { lanes: 8, batchSize }), steps: ['define'] },
        },
        { signal: new AbortController().signal, report },
      );
    };
    delays.enable();
    await build();
    delays.disable();
    const calls = server.calls.length;
    const promptLetters = server.calls.reduce(
      (sum, { instructions, prompt }) => sum + instructions.length + prompt.length,
      0,
    );
    await build();
    return {
      calls,
      promptLetters,
      delayMs: delays.percentile(99) / 1e6,
      peakMegabytes: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6),
      againCalls: server.calls.length - calls,
      againDefineMs: defineMs,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function settingsOf(server: FakeModelServer, extra: object): LanguageModelSettings {
  return { provider: 'openai-compatible', model: 'bench', baseUrl: server.baseUrl('openai'), ...extra };
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
