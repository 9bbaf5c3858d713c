import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { Clock } from '../runtime/clock.ts';
import { systemClock } from '../runtime/clock.ts';
import { settingsAt } from '../testing/llm/provider-cases.ts';
import { type FakeModelServer, startFakeModel } from '../testing/llm/fake-model-server.ts';
import { openLanguageModels } from './open-language-models.ts';
import { environmentSecrets } from './secrets.ts';
import type { Exchange } from './transport.ts';

const schema = z.object({ word: z.string() });
const GOOD = '{"word":"quay"}';

/** Waits that a provider asks for, or that we choose, are not waited for; limits in time are. */
const hastyClock: Clock = { ...systemClock, after: (ms, work) => systemClock.after(ms > 5000 ? ms : 0, work) };

async function open(server: FakeModelServer, extra: object = {}, clock = hastyClock) {
  const exchanges: Exchange[] = [];
  const models = openLanguageModels({
    clock,
    random: () => 0,
    secrets: environmentSecrets({ OPENAI_COMPATIBLE_API_KEY: 'sk-test-0123456789abcdef' }),
    onExchange: (exchange) => exchanges.push(exchange),
  });
  const model = await models.open({ ...settingsAt('openai-compatible', server.baseUrl('openai')), ...extra });
  const ask = (signal = new AbortController().signal) =>
    model.generate({ instructions: 'Name a word.', prompt: 'harbour', schema, schemaName: 'word', signal });
  return { models, model, ask, exchanges, [Symbol.asyncDispose]: () => models[Symbol.asyncDispose]() };
}

const enough = () => Promise.reject(new GlossaryError('run/budget-reached', 'Enough.', { details: { limit: '0' } }));

async function failure(answer: Promise<unknown>): Promise<GlossaryError> {
  const error = await answer.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (GlossaryError.is(error)) return error;
  throw new Error(`It ended with ${String(error)}.`);
}

describe('a language model', () => {
  it.each([
    ['a refusal for speed', { kind: 'status', status: 429, headers: { 'retry-after-ms': '20' } }],
    ['an overloaded server', { kind: 'status', status: 529 }],
    ['a failing server', { kind: 'status', status: 500 }],
    ['a broken connection', { kind: 'drop' }],
    ['a page instead of an answer', { kind: 'garbage' }],
  ] as const)('asks again after %s', async (_what, trouble) => {
    await using server = await startFakeModel();
    server.behave((_call, count) => (count <= 2 ? trouble : { kind: 'say', text: GOOD }));
    await using opened = await open(server);
    expect((await opened.ask()).value).toEqual({ word: 'quay' });
    expect(server.calls).toHaveLength(3);
  });

  it.each([
    ['llm/unauthorised', { kind: 'status', status: 401, message: 'Incorrect key sk-test-0123456789abcdef' }],
    ['llm/unauthorised', { kind: 'status', status: 403 }],
    ['llm/quota-exhausted', { kind: 'status', status: 429, code: 'insufficient_quota' }],
    ['llm/quota-exhausted', { kind: 'status', status: 400, message: 'Your credit balance is too low.' }],
    ['llm/model-not-found', { kind: 'status', status: 404, message: 'The model "x" does not exist.' }],
    ['llm/model-not-found', { kind: 'status', status: 400, code: 'model_not_found' }],
    [
      'llm/prompt-too-long',
      { kind: 'status', status: 400, message: 'This model has a maximum context length of 4096.' },
    ],
    ['llm/rejected', { kind: 'status', status: 400, message: 'Unknown parameter.' }],
    ['llm/wrong-address', { kind: 'redirect', to: 'http://169.254.169.254/' }],
    ['llm/rate-limited', { kind: 'status', status: 429, headers: { 'retry-after': '86400' } }],
  ] as const)('fails at once and once with %s', async (code, behaviour) => {
    await using server = await startFakeModel();
    server.behave(behaviour);
    await using opened = await open(server);
    const error = await failure(opened.ask());
    expect(error.code).toBe(code);
    expect(`${error.message} ${JSON.stringify(error.details)}`).not.toContain('sk-test');
    expect(server.calls).toHaveLength(1);
  });

  it('gives up after three more tries, and says why', async () => {
    await using server = await startFakeModel();
    server.behave({ kind: 'status', status: 503, message: 'Loading model' });
    await using opened = await open(server);
    const error = await failure(opened.ask());
    expect(error).toMatchObject({ code: 'llm/failed', details: { status: 503, why: 'Loading model' } });
    expect(server.calls).toHaveLength(4);
  });

  it('says that nobody is there', async () => {
    const { origin } = await (async () => {
      await using server = await startFakeModel();
      return server;
    })();
    await using models = openLanguageModels({ clock: hastyClock, random: () => 0 });
    const report = await models.test(settingsAt('openai-compatible', `${origin}/v1`));
    expect(report).toMatchObject({ ok: false, code: 'llm/unreachable' });
  });

  it('stops waiting for a silent server, and closes the connection', async () => {
    await using server = await startFakeModel();
    server.behave({ kind: 'hang' });
    const impatient: Clock = { ...systemClock, after: (_ms, work) => systemClock.after(0, work) };
    await using opened = await open(server, { timeoutMs: 1000 }, impatient);
    expect(await failure(opened.ask())).toMatchObject({ code: 'llm/timeout', details: { afterMs: 1000 } });
    await server.untilAbandoned(server.calls.length);
    expect(server.waiting()).toBe(0);
  });

  it('refuses an answer without end', async () => {
    await using server = await startFakeModel();
    server.behave({ kind: 'huge', bytes: 9_000_000 });
    await using opened = await open(server);
    expect(await failure(opened.ask())).toMatchObject({ code: 'llm/invalid-answer' });
  });

  it('asks once more, with the reason, for an answer that cannot be read, and counts both calls', async () => {
    await using server = await startFakeModel();
    server.behave((_call, count) => ({ kind: 'say', text: count === 1 ? '{"name":"quay"}' : GOOD }));
    await using opened = await open(server);
    const { value, usage, provenance } = await opened.ask();
    expect(value).toEqual({ word: 'quay' });
    expect(usage.calls).toBe(2);
    expect(provenance.reading).toBe('asked-again');
    expect(server.calls[1]?.prompt).toContain('could not be used');
  });

  it('keeps the words of an answer that could never be read', async () => {
    await using server = await startFakeModel();
    server.behave({ kind: 'say', text: 'A quay is nice.' });
    await using opened = await open(server);
    expect(await failure(opened.ask())).toMatchObject({
      code: 'llm/invalid-answer',
      details: { raw: 'A quay is nice.' },
    });
    expect(server.calls).toHaveLength(2);
  });

  it('does not take half an answer for a whole one', async () => {
    await using server = await startFakeModel();
    server.behave({ kind: 'say', text: '{"word":"qu', finish: 'length' });
    await using opened = await open(server);
    expect(await failure(opened.ask())).toMatchObject({ code: 'llm/truncated', details: { raw: '{"word":"qu' } });
    expect(server.calls).toHaveLength(1);
  });

  it('tells the model the shape where the server takes none, and remembers that', async () => {
    await using server = await startFakeModel();
    server.behave(({ schema: told }) =>
      told === undefined
        ? { kind: 'say', text: GOOD }
        : { kind: 'status', status: 400, message: 'response_format is not supported.' },
    );
    await using opened = await open(server);
    expect((await opened.ask()).value).toEqual({ word: 'quay' });
    expect((await opened.ask()).value).toEqual({ word: 'quay' });
    expect(server.calls.map(({ schema: told }) => told !== undefined)).toEqual([true, false, false]);
    expect(server.calls[2]?.instructions).toContain('"word"');
  });

  it('asks for a stream where the server says that it answers in no other way', async () => {
    await using server = await startFakeModel();
    server.behave(({ body }) =>
      body['stream'] === true
        ? { kind: 'say', text: GOOD }
        : { kind: 'status', status: 400, message: 'This model supports stream mode only.' },
    );
    await using opened = await open(server);
    expect((await opened.ask()).value).toEqual({ word: 'quay' });
    expect((await opened.ask()).value).toEqual({ word: 'quay' });
    expect(server.calls.map(({ body }) => body['stream'] === true)).toEqual([false, true, true]);
  });

  it('does without a temperature where the model takes none', async () => {
    await using server = await startFakeModel();
    server.behave(({ body }) =>
      body['temperature'] === undefined
        ? { kind: 'say', text: GOOD }
        : { kind: 'status', status: 400, message: "Unsupported value: 'temperature' does not support 0." },
    );
    await using opened = await open(server);
    expect((await opened.ask()).value).toEqual({ word: 'quay' });
    expect((await opened.ask()).value).toEqual({ word: 'quay' });
    expect(server.calls.map(({ body }) => body['temperature'])).toEqual([0, undefined, undefined]);
    expect(server.calls.every(({ schema: told }) => told !== undefined)).toBe(true);
  });

  it('loses no question to a server that refuses every other one for speed', async () => {
    await using server = await startFakeModel();
    server.behave((_call, count) =>
      count % 2 === 0
        ? { kind: 'status', status: 429, headers: { 'retry-after-ms': '2' } }
        : { kind: 'say', text: GOOD, delayMs: 1 },
    );
    await using opened = await open(server, { lanes: 8 });
    const answers = await Promise.all(Array.from({ length: 200 }, () => opened.ask()));
    expect(answers.map(({ value }) => value.word)).toEqual(Array.from({ length: 200 }, () => 'quay'));
    expect(server.calls.length).toBeLessThanOrEqual(400);
  });

  it('keeps to its connections and its lanes', async () => {
    await using server = await startFakeModel();
    server.behave({ kind: 'say', text: GOOD, delayMs: 2 });
    await using opened = await open(server, { lanes: 4 });
    await Promise.all(Array.from({ length: 60 }, () => opened.ask()));
    expect(server.calls).toHaveLength(60);
    expect(server.mostWaiting()).toBe(4);
    expect(server.connections()).toBeLessThanOrEqual(4);
  });

  it('sends the next question before it reads the answer to the last one', async () => {
    await using server = await startFakeModel();
    server.behave({ kind: 'say', text: GOOD });
    await using opened = await open(server, { lanes: 1 });
    const { signal } = new AbortController();
    const order: string[] = [];
    const ask = async (name: string) => {
      const onSend = () => void order.push(`${name} sent`);
      await opened.model.generate({ instructions: '', prompt: name, schema, schemaName: 'word', signal, onSend });
      order.push(`${name} read`);
    };
    await Promise.all([ask('first'), ask('second'), ask('third')]);
    expect(order).toEqual(['first sent', 'second sent', 'first read', 'third sent', 'second read', 'third read']);
  });

  it('sends nothing where that is refused at the last moment, and lets the next one go', async () => {
    await using server = await startFakeModel();
    server.behave({ kind: 'say', text: GOOD });
    await using opened = await open(server, { lanes: 1 });
    const { signal } = new AbortController();
    const request = { instructions: '', prompt: '', schema, schemaName: 'word', signal, onSend: enough };
    const refused = opened.model.generate(request);
    expect(await failure(refused)).toMatchObject({ code: 'run/budget-reached', message: 'Enough.' });
    expect(server.calls).toHaveLength(0);
    expect((await opened.ask()).value).toEqual({ word: 'quay' });
  });

  it('shows what was sent and what came, without the key', async () => {
    await using server = await startFakeModel();
    server.behave({ kind: 'say', text: GOOD });
    await using opened = await open(server);
    await opened.ask();
    expect(opened.exchanges).toMatchObject([{ status: 200, url: `${server.baseUrl('openai')}/chat/completions` }]);
    expect(opened.exchanges[0]?.request).toContain('harbour');
    expect(JSON.stringify(opened.exchanges)).not.toContain('sk-test');
  });

  it('calls a cost unknown where the price or the tokens are not known', async () => {
    await using server = await startFakeModel();
    server.behave({ kind: 'say', text: GOOD });
    await using opened = await open(server, { price: { input: 1, output: 2 } });
    const { usage } = await opened.ask();
    expect(usage.cost).toBeCloseTo((usage.inputTokens + 2 * usage.outputTokens) / 1e6);
    expect(usage.unpricedCalls).toBe(0);
  });
});
