import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestBuild, openTestCore } from '../testing/llm/test-build.ts';
import {
  type LlamaServer,
  type LlamaServerOptions,
  startLlamaServer,
  TINY_CONTEXT,
  TINY_NAME,
  TINY_SLOTS,
} from '../testing/llm/start-llama-server.ts';
import { TINY_SENTENCE } from '../testing/llm/tiny-model.ts';
import { type LanguageModelSettings, modelSteps } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { type LanguageModels, openLanguageModels } from './open-language-models.ts';

/**
 * The same paths as against the server of our own, against llama.cpp's. `GENGLOSSARY_LLAMA_SERVER` names its
 * executable; without it these tests are skipped.
 */
const program = process.env['GENGLOSSARY_LLAMA_SERVER'] ?? '';
const KEY = 'sk-test-0123456789abcdef';
const SPEAKING = ['openai-compatible', 'openai'] as const;
const schema = z.object({ words: z.array(z.string().min(1)), count: z.number().int() });

const question = (changes: object = {}) => ({
  instructions: 'List the words.',
  prompt: 'tide gate',
  schema,
  schemaName: 'words',
  signal: new AbortController().signal,
  ...changes,
});
const failure = (answer: Promise<unknown>) =>
  answer.then(
    () => undefined,
    (error: unknown) => error,
  );

const start = (options: Omit<LlamaServerOptions, 'program'> = {}) =>
  startLlamaServer({ program, key: KEY, ...options });

describe.skipIf(program === '')('llama-server (GENGLOSSARY_LLAMA_SERVER names it)', () => {
  const opened = new AsyncDisposableStack();
  let server: LlamaServer;
  let models: LanguageModels;
  const at = (extra: object = {}): LanguageModelSettings => ({
    provider: 'openai-compatible',
    model: TINY_NAME,
    baseUrl: `${server.origin}/v1`,
    ...extra,
  });

  beforeAll(async () => {
    server = opened.use(await start());
    models = opened.use(openLanguageModels({ secrets: held(KEY) }));
  });
  afterAll(() => opened.disposeAsync());

  it.each(SPEAKING)('answers %s by the schema, with its count of tokens', async (provider) => {
    const model = await models.open(at({ provider }));
    const { value, usage, provenance } = await model.generate(question());
    expect(value).toEqual({ words: [TINY_SENTENCE], count: 1 });
    expect(provenance).toMatchObject({ reading: 'as-is', isTruncated: false, servedModel: TINY_NAME });
    // One token a character, and some of the form around.
    expect(usage.inputTokens).toBeGreaterThan('List the words.tide gate'.length);
    expect(usage.outputTokens).toBeGreaterThan(20);
    expect(usage.outputTokens).toBeLessThan(60);
  });

  it.each(SPEAKING)('tells a good connection, a wrong key and a wrong address of %s apart', async (provider) => {
    expect(await models.test(at({ provider }))).toMatchObject({ ok: true, servedModel: TINY_NAME, reading: 'as-is' });
    await using strangers = openLanguageModels({ secrets: held('sk-wrong-0123456789') });
    expect(await strangers.test(at({ provider }))).toMatchObject({ ok: false, code: 'llm/unauthorised' });
    expect(await models.test(at({ provider, baseUrl: `${server.origin}/api` }))).toMatchObject({
      ok: false,
      code: 'llm/wrong-address',
    });
  });

  it('answers the same piece by piece', async () => {
    const [whole, streamed] = [await models.open(at()), await models.open(at({ streams: true }))];
    const { usage, ...first } = await whole.generate(question());
    const second = await streamed.generate(question());
    expect(second.value).toEqual(first.value);
    expect(second.usage).toEqual(usage);
    expect(second.provenance).toMatchObject({ reading: 'as-is', isTruncated: false, servedModel: TINY_NAME });
  });

  it('is found again from what people type by mistake', async () => {
    expect(await models.list(at())).toEqual([{ id: TINY_NAME }]);
    expect(await models.test(at({ baseUrl: `${server.origin}/v1/chat/completions` }))).toMatchObject({
      healedBaseUrl: `${server.origin}/v1`,
    });
  });

  it('names the models there are where it does not know the one that is asked for', async () => {
    await using router = await start({ isRouter: true });
    const settings = at({ baseUrl: `${router.origin}/v1`, model: 'tin' });
    expect(await models.test(settings)).toMatchObject({
      ok: false,
      code: 'llm/model-not-found',
      models: [TINY_NAME],
    });
  });

  it('refuses what is longer than it can read', async () => {
    const model = await models.open(at());
    const error = await failure(model.generate(question({ prompt: 'tide '.repeat(TINY_CONTEXT / 4) })));
    expect(GlossaryError.is(error, 'llm/prompt-too-long')).toBe(true);
  });

  it('says that it broke off where its answer is longer than it may be', async () => {
    const model = await models.open(at());
    const error = await failure(model.generate(question({ maxOutputTokens: 16 })));
    expect(GlossaryError.is(error, 'llm/truncated')).toBe(true);
  });

  it('is told the form in words where it is not held to the schema', async () => {
    const model = await models.open(at({ structuredOutput: 'prompt' }));
    const error = await failure(model.generate(question({ maxOutputTokens: 64 })));
    expect(error).toMatchObject({ code: 'llm/truncated', details: { raw: expect.stringContaining('zyx') as string } });
  });

  it('speaks the protocol of Anthropic too, where it holds its model to no schema', async () => {
    const model = await models.open(at({ provider: 'anthropic' }));
    const error = await failure(model.generate(question({ maxOutputTokens: 64 })));
    expect(error).toMatchObject({ code: 'llm/truncated', details: { raw: expect.stringContaining('zyx') as string } });
  });

  it('stops working on an answer that nobody waits for any more', async () => {
    const model = await models.open(at({ structuredOutput: 'prompt' }));
    const controller = new AbortController();
    const answer = model.generate(question({ maxOutputTokens: TINY_CONTEXT / 2, signal: controller.signal }));
    await server.untilBusy(1);
    const reason = new Error('A person stopped it.');
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
    await server.untilBusy(0);
  });

  it('gives up an answer that takes too long, and frees the server of it', async () => {
    const model = await models.open(at({ structuredOutput: 'prompt', timeoutMs: 1000 }));
    const error = await failure(model.generate(question({ maxOutputTokens: TINY_CONTEXT / 2 })));
    expect(GlossaryError.is(error, 'llm/timeout')).toBe(true);
    await server.untilBusy(0);
  });

  it('answers more questions at once than it has places for', async () => {
    const model = await models.open(at({ lanes: 4 * TINY_SLOTS }));
    const answers = await Promise.all(Array.from({ length: 40 }, () => model.generate(question())));
    expect(answers.map(({ value }) => value.count)).toEqual(Array.from({ length: 40 }, () => 1));
  });

  it('does all steps of a build, and nothing of what it makes up gets into the glossary', async () => {
    await using core = await openTestCore({ secrets: held(KEY) });
    await using test = await openTestBuild({ core, steps: modelSteps, documents, required: ['bollard', 'fairlead'] });
    const languageModel = { settings: at({ batchSize: 4 }), steps: modelSteps };
    const built = await test.build({ languageModel });
    expect(built.run.status).toBe('completed');
    expect(built.run.usage.calls).toBeGreaterThanOrEqual(4);
    expect(built.run.usage.inputTokens).toBeGreaterThan(1000);
    expect(built.run.usage.unpricedCalls).toBe(0);
    const exported = built.glossary.concepts.flatMap(({ definition }) =>
      (definition?.statements ?? []).filter(({ support }) => support !== 'unsupported').map(({ text }) => text),
    );
    expect(exported.length).toBeGreaterThanOrEqual(2);
    expect(exported.join(' ')).not.toContain('zyx');
    const again = await test.build({ languageModel });
    expect(again.run.usage.calls).toBe(0);
    expect(again.glossary).toEqual(built.glossary);
  });
});

const documents = {
  'deck.md':
    'A bollard is a short post that ropes are tied to. The bollard stands at the edge of the quay.\n\nA fairlead is a ring that guides a rope. Every rope runs through a fairlead.\n',
};

function held(value: string) {
  return { find: ([name = '']: readonly string[]) => ({ name, value, source: 'stored' as const }) };
}
