import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTerminal, type JournalEntry, type Run, type RunId } from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import { Faults } from '../../runs/faults.ts';
import { type ModelServer, startModelServer } from '../../runs/model-server.ts';
import { type RunsFixture, TestRuns } from '../../runs/test-runs.ts';

type Command =
  | { readonly type: 'start'; readonly project: number; readonly items: number }
  | { readonly type: 'cancel'; readonly project: number }
  | { readonly type: 'resume'; readonly project: number }
  | { readonly type: 'follow' | 'drop'; readonly project: number }
  | { readonly type: 'fail-write'; readonly times: number }
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'restart' | 'crash' };

const project = fc.integer({ min: 0, max: 2 });
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('start' as const), project, items: fc.integer({ min: 0, max: 6 }) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('cancel' as const), project }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('resume' as const), project }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constantFrom('follow' as const, 'drop' as const), project }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('fail-write' as const), times: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 8 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('restart' as const, 'crash' as const) }) },
);

/** What is known of a run from outside: what was asked of it, and what its followers were told. */
interface Known {
  readonly id: RunId;
  readonly project: number;
  readonly items: number;
  mayBeCancelled: boolean;
  seen: JournalEntry[];
}

/**
 * Commands in any order against a small model: which answers are right, and that every run ends as asked, told as stored.
 * `sequences` says how many are tried; a failing one is printed with its seed.
 */
export function anyOrderRules(
  database: string,
  fixture: RunsFixture,
  { sequences, transient }: { readonly sequences: number; readonly transient: readonly string[] },
): void {
  describe(`runs in any order in ${database}`, () => {
    it(`row 50: ${sequences} sequences of commands, faults, crashes and reconnects end as the model says`, async () => {
      await using model = await startModelServer();
      model.behave({ kind: 'answer', delayMs: 1 });
      let place = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 25 }), async (commands) => {
          const location = await fixture.fresh();
          const world = new World(location, model, { transient, name: `w${(place += 1)}` });
          try {
            for (const one of commands) await world.obey(one);
            await world.judge();
          } finally {
            await world.close();
            await fixture.forget?.(location);
          }
        }),
        { numRuns: sequences },
      );
    });
  });
}

class World {
  readonly #location: Awaited<ReturnType<RunsFixture['fresh']>>;
  readonly #model: ModelServer;
  readonly #transient: readonly string[];
  readonly #name: string;
  readonly #faults = new Faults();
  readonly #known: Known[] = [];
  readonly #followers = new Map<RunId, AbortController>();
  readonly #following: Promise<void>[] = [];
  #test: TestRuns | undefined;

  constructor(
    location: Awaited<ReturnType<RunsFixture['fresh']>>,
    model: ModelServer,
    { transient, name }: { readonly transient: readonly string[]; readonly name: string },
  ) {
    this.#location = location;
    this.#model = model;
    this.#transient = transient;
    this.#name = name;
  }

  async obey(one: Command): Promise<void> {
    const test = await this.#open();
    switch (one.type) {
      case 'start':
        await this.#start(test, one);
        break;
      case 'resume': {
        const last = this.#last(one.project);
        if (last === undefined) return;
        const before = await test.runs.find(last.id);
        const resumed = await test.runs.resume(last.id).catch((error: unknown) => error);
        if (GlossaryError.is(resumed)) {
          // It may have ended between the look and the request, but never the other way.
          const codes = isTerminal(before.status) ? [] : ['run/already-active'];
          expect([...codes, 'run/nothing-to-resume']).toContain(resumed.code);
          return;
        }
        expect(before.status).not.toBe('completed');
        this.#known.push({ ...last, id: (resumed as Run).id, mayBeCancelled: false, seen: [] });
        break;
      }
      case 'cancel': {
        const last = this.#last(one.project);
        if (last === undefined) return;
        const before = await test.runs.find(last.id);
        const { kind } = await test.runs.cancel(last.id);
        if (isTerminal(before.status)) expect(kind).toBe('already-over');
        last.mayBeCancelled ||= kind !== 'already-over';
        break;
      }
      case 'follow': {
        const last = this.#last(one.project);
        if (last !== undefined) this.#follow(test, last);
        break;
      }
      case 'drop': {
        const last = this.#last(one.project);
        if (last !== undefined) this.#followers.get(last.id)?.abort();
        break;
      }
      case 'fail-write':
        this.#faults.fail(/^(?:update|insert into) "run/u, {
          code: this.#transient[one.times % this.#transient.length] ?? '',
          times: one.times,
        });
        break;
      case 'wait':
        await new Promise((next) => setTimeout(next, one.ms));
        break;
      case 'restart':
        await this.#disconnect();
        await test[Symbol.asyncDispose]();
        this.#test = undefined;
        break;
      case 'crash':
        await this.#disconnect();
        // Without a word: the database is gone under everything that is going on.
        await test.storage[Symbol.asyncDispose]();
        this.#test = undefined;
        void test[Symbol.asyncDispose]().catch(() => undefined);
        break;
      default:
        one satisfies never;
    }
  }

  /** Waits until all is over, and compares. */
  async judge(): Promise<void> {
    this.#faults.heal();
    const test = await this.#open();
    for (const known of this.#known) {
      const run = await test.runs.settled(known.id);
      this.#followers.get(known.id)?.abort();
      await Promise.all(this.#following);
      const rest = await test.entries(known.id, known.seen.at(-1)?.seq ?? 0);
      const told = [...known.seen, ...rest];
      expect(told.map(({ seq }) => seq)).toEqual(Array.from({ length: run.lastSeq }, (_, index) => index + 1));
      expect(told.filter(({ event }) => event.type === 'run-end').map(({ event }) => event)).toMatchObject([
        { status: run.status },
      ]);
      expect(known.mayBeCancelled ? ['cancelled', 'completed'] : ['completed']).toContain(run.status);
      if (run.status === 'completed') expect(run.counts.done + run.counts.reused).toBe(known.items);
    }
    expect(await test.storage.runs.countActive()).toEqual({});
  }

  async close(): Promise<void> {
    await this.#disconnect();
    await this.#test?.[Symbol.asyncDispose]();
  }

  async #open(): Promise<TestRuns> {
    this.#test ??= await TestRuns.open({
      location: this.#location,
      model: this.#model,
      intercept: this.#faults.intercept,
      settings: {
        leaseMs: 300,
        heartbeatMs: 100,
        statusRetry: { baseMs: 1, capMs: 4 },
        appendRetry: { baseMs: 1, capMs: 4, limitMs: 5000 },
      },
    });
    return this.#test;
  }

  async #start(
    test: TestRuns,
    { project: number, items }: { readonly project: number; readonly items: number },
  ): Promise<void> {
    const last = this.#last(number);
    const before = last === undefined ? undefined : await test.runs.find(last.id);
    const marker = `${this.#name}-${this.#known.length}`;
    try {
      const run = await test.start(`project-${number}`, { marker, items });
      this.#known.push({ id: run.id, project: number, items, mayBeCancelled: false, seen: [] });
    } catch (error) {
      expect(error).toMatchObject({ code: 'run/already-active', details: { runId: last?.id } });
      expect(before === undefined || isTerminal(before.status)).toBe(false);
    }
  }

  #last(number: number): Known | undefined {
    return this.#known.findLast((known) => known.project === number);
  }

  #follow(test: TestRuns, known: Known): void {
    if (this.#followers.has(known.id)) return;
    const stop = new AbortController();
    this.#followers.set(known.id, stop);
    const follow = async () => {
      const after = known.seen.at(-1)?.seq ?? 0;
      for await (const followed of test.runs.journal.follow(known.id, { after, signal: stop.signal })) {
        if (followed.type === 'page') known.seen.push(...followed.entries);
      }
    };
    this.#following.push(
      follow()
        .catch((error: unknown) => {
          if (!stop.signal.aborted) throw error;
        })
        .finally(() => this.#followers.delete(known.id)),
    );
  }

  async #disconnect(): Promise<void> {
    for (const stop of this.#followers.values()) stop.abort();
    await Promise.all(this.#following.splice(0));
  }
}
