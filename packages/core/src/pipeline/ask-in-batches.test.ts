import { array, assert, asyncProperty, constantFrom, integer, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noUsage, type ReportEvent } from '../domain/index.ts';
import type { ErrorDetails } from '../errors/error-codes.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { LanguageModel, ModelAnswer } from '../llm/language-model.ts';
import { askInBatches, type ModelItem } from './ask-in-batches.ts';
import type { ExecutionContext } from './execution-context.ts';
import { standaloneExecution } from './standalone-execution.ts';

type Ask = (batch: readonly string[]) => ReadonlyMap<number, string>;

/** An execution that remembers in a map, and what it was told. */
function remembering(kept = new Map<string, unknown>(), isKept = () => Promise.resolve()) {
  const controller = new AbortController();
  const events: ReportEvent[] = [];
  const base = standaloneExecution({ signal: controller.signal, report: (event) => events.push(event) });
  const execution: ExecutionContext = {
    ...base,
    kept: <T>(keys: readonly string[]) =>
      Promise.resolve(new Map(keys.flatMap((key) => (kept.has(key) ? [[key, kept.get(key) as T] as const] : [])))),
    async makeEach(make) {
      const { value } = await make(controller.signal, () => Promise.resolve());
      await isKept();
      for (const [key, one] of value) kept.set(key, one);
      return value;
    },
  };
  const failed = () => events.flatMap((event) => (event.type === 'item-failed' ? [event] : []));
  return { execution, events, kept, failed, controller };
}

/** Asks with a model of so many lanes; notes the batches. */
async function run(names: readonly string[], ask: Ask, { lanes = 2, batchSize = 4, world = remembering() } = {}) {
  const batches: (readonly string[])[] = [];
  const model: LanguageModel = {
    identity: 'scripted',
    provider: 'scripted',
    model: 'scripted',
    lanes,
    batchSize,
    generate: () => Promise.reject(new Error('Nobody asks it directly.')),
  };
  const items = names.map((name): ModelItem<string> => ({ item: name, key: `key ${name}`, name, group: 'one' }));
  const answers = await askInBatches<string, string>(items, world.execution, {
    step: 'define',
    model,
    promptVersion: 'define/0',
    ask: async (batch): Promise<ModelAnswer<ReadonlyMap<number, string>>> => {
      batches.push(batch);
      await Promise.resolve();
      const provenance = { provider: '', model: '', reading: 'as-is', isTruncated: false, latencyMs: 0 } as const;
      return { value: ask(batch), usage: { ...noUsage, calls: 1 }, provenance };
    },
  });
  return { answers, batches, world };
}

const all: Ask = (batch) => new Map(batch.map((name, place) => [place, `about ${name}`]));
const failure = <Code extends keyof ErrorDetails>(code: Code, details: ErrorDetails[Code]) =>
  new GlossaryError(code, 'It failed.', { details });
const names = (count: number) => Array.from({ length: count }, (_, number) => `n${number}`);

describe('questions in batches', () => {
  it('are asked together, and what is remembered is not asked, however it was grouped', async () => {
    const first = await run(names(10), all);
    expect(first.batches.map(({ length }) => length)).toEqual([4, 4, 2]);
    const again = await run(['n9', 'n3', 'new', 'n0'], all, { world: remembering(first.world.kept) });
    expect(again.batches).toEqual([['new']]);
    expect(again.answers.size).toBe(4);
    const outcomes = again.world.events.flatMap((event) => (event.type === 'step-progress' ? [event.outcome] : []));
    expect(outcomes).toEqual(['reused', 'reused', 'reused', 'made']);
  });

  it('leave no lane empty for the sake of large batches', async () => {
    const { batches } = await run(names(8), all, { lanes: 8, batchSize: 8 });
    expect(batches).toHaveLength(8);
  });

  it('go on being asked while earlier answers are kept, and none is told before it is', async () => {
    const gate = Promise.withResolvers<void>();
    const world = remembering(new Map(), () => gate.promise);
    const told = () => world.events.filter(({ type }) => type === 'step-progress').length;
    const ahead = Promise.withResolvers<void>();
    let asked = 0;
    const asking = run(
      names(8),
      (batch) => {
        asked += 1;
        if (asked === 6) ahead.resolve();
        return all(batch);
      },
      { world, lanes: 2, batchSize: 1 },
    );
    await ahead.promise;
    expect(told()).toBe(0);
    // Three rounds of the lanes, and nobody runs further ahead of what a crash would lose.
    await new Promise((next) => setImmediate(next));
    expect(asked).toBe(6);
    gate.resolve();
    expect((await asking).answers.size).toBe(8);
    expect(told()).toBe(8);
  });

  it('end at once where every one of them would fail, and no item is blamed', async () => {
    const world = remembering();
    const lost = failure('llm/unauthorised', { provider: 'x', why: 'no key' });
    const asking = run(
      names(40),
      () => {
        throw lost;
      },
      { world },
    );
    await expect(asking).rejects.toBe(lost);
    expect(world.failed()).toEqual([]);
  });

  it('end where one after the other fails and none succeeds', async () => {
    let asked = 0;
    const asking = run(names(100), () => {
      asked += 1;
      throw failure('llm/rejected', { provider: 'x', status: 400, why: 'unknown parameter' });
    });
    await expect(asking).rejects.toMatchObject({ code: 'llm/rejected' });
    expect(asked).toBeLessThan(40);
  });

  it('tell what is left as failed when the budget is reached, and go on to the end', async () => {
    const world = remembering();
    let asked = 0;
    const { answers } = await run(
      names(20),
      (batch) => {
        asked += 1;
        if (asked > 2) throw failure('run/budget-reached', { limit: '2 calls' });
        return all(batch);
      },
      { world },
    );
    expect(answers.size).toBe(8);
    expect(world.failed().map(({ failure: { code } }) => code)).toEqual(
      Array.from({ length: 12 }, () => 'run/budget-reached'),
    );
  });

  it('stop for the signal, with its reason', async () => {
    const world = remembering();
    const reason = new Error('A person stopped it.');
    const asking = run(
      names(20),
      () => {
        world.controller.abort(reason);
        throw reason;
      },
      { world },
    );
    await expect(asking).rejects.toBe(reason);
  });

  it('are each answered or told as failed, once, whatever the model leaves out or spoils', async () => {
    await assert(
      asyncProperty(
        uniqueArray(integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 }),
        array(constantFrom('all', 'none', 'first', 'truncated', 'invalid'), { minLength: 1, maxLength: 12 }),
        integer({ min: 1, max: 8 }),
        async (numbers, moods, batchSize) => {
          const world = remembering();
          const wanted = ['always', ...numbers.map((number) => `n${number}`)];
          let asked = 0;
          const { answers } = await run(
            wanted,
            (batch) => {
              const mood = moods[asked % moods.length];
              asked += 1;
              if (batch.includes('always') || mood === 'all') return all(batch);
              if (mood === 'first') return new Map([[0, `about ${batch[0] ?? ''}`]]);
              if (mood === 'none') return new Map();
              if (mood === 'truncated') throw failure('llm/truncated', { raw: '' });
              throw failure('llm/invalid-answer', { problem: 'no JSON', raw: '' });
            },
            { world, batchSize, lanes: 1 },
          );
          const blamed = world.failed().map(({ item }) => item);
          expect([...Array.from(answers.keys(), (key) => key.slice(4)), ...blamed].toSorted()).toEqual(
            wanted.toSorted(),
          );
          for (const [key, answer] of answers) expect(answer).toBe(`about ${key.slice(4)}`);
        },
      ),
      { numRuns: 200 },
    );
  });
});
