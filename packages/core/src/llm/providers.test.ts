import { providerNames } from '../domain/index.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { protocolOf, settingsAt } from '../testing/llm/provider-cases.ts';
import { asksForStream } from '../testing/llm/stream-answers.ts';
import { startFakeModel } from '../testing/llm/fake-model-server.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { openLanguageModels } from './open-language-models.ts';
import type { Secrets } from './secrets.ts';
import { languageModelSettings } from './providers/index.ts';

const KEY = 'sk-test-0123456789abcdef';
const held = (value: string): Secrets => ({ find: ([name = '']) => ({ name, value, source: 'stored' }) });
const secrets = held(KEY);
const schema = z.object({ words: z.array(z.string().min(1)), count: z.number().int() });
const question = (signal = new AbortController().signal) => ({
  instructions: 'List the words.',
  prompt: 'tide gate',
  schema,
  schemaName: 'words',
  signal,
});

/** Every provider against its documented protocol. */
describe.each(providerNames)('%s', (provider) => {
  const protocol = protocolOf[provider];

  it('asks with instructions, prompt, schema and key, and reads value, usage and provenance', async () => {
    await using server = await startFakeModel({ key: KEY });
    server.behave({ kind: 'say', text: '{"words":["tide","gate"],"count":2}' });
    await using models = openLanguageModels({ secrets });
    const model = await models.open(settingsAt(provider, server.baseUrl(protocol)));
    const answer = await model.generate(question());
    expect(answer.value).toEqual({ words: ['tide', 'gate'], count: 2 });
    expect(answer.usage).toMatchObject({ calls: 1, cost: 0, unpricedCalls: 0 });
    expect(answer.usage.inputTokens).toBeGreaterThan(0);
    expect(answer.usage.outputTokens).toBeGreaterThan(0);
    expect(answer.provenance).toMatchObject({ model: 'some-model', reading: 'as-is', isTruncated: false });
    const [call] = server.calls;
    expect(call).toMatchObject({ protocol, model: 'some-model', prompt: 'tide gate', key: KEY });
    expect(call?.instructions).toContain('List the words.');
    expect(call?.schema).toMatchObject({ type: 'object', required: ['words', 'count'] });
    expect(JSON.stringify(call?.schema)).not.toMatch(/minLength|maximum/u);
  });

  it('reads an answer that comes piece by piece, where it is asked for so', async () => {
    await using server = await startFakeModel({ key: KEY });
    await using models = openLanguageModels({ secrets });
    const model = await models.open({ ...settingsAt(provider, server.baseUrl(protocol)), streams: true });
    server.behave({ kind: 'say', text: '{"words":["tide","gate"],"count":2}' });
    const { value, usage, provenance } = await model.generate(question());
    expect(value).toEqual({ words: ['tide', 'gate'], count: 2 });
    expect(usage).toMatchObject({ calls: 1, unpricedCalls: 0 });
    expect(usage.inputTokens).toBeGreaterThan(0);
    expect(usage.outputTokens).toBe(9);
    expect(provenance).toMatchObject({ reading: 'as-is', isTruncated: false });
    server.behave({ kind: 'say', text: '{"words":["ti', finish: 'length' });
    const failure = await model.generate(question()).catch((error: unknown) => error);
    expect(GlossaryError.is(failure, 'llm/truncated')).toBe(true);
    expect(server.calls.every(asksForStream)).toBe(true);
  });

  it('asks for streams where the server answers in no other way, and remembers that', async () => {
    await using server = await startFakeModel();
    await using models = openLanguageModels({ secrets });
    const model = await models.open(settingsAt(provider, server.baseUrl(protocol)));
    server.behave({ kind: 'say', text: '{"words":["tide"],"count":1}', alwaysStreams: true });
    expect((await model.generate(question())).value.words).toEqual(['tide']);
    expect((await model.generate(question())).value.words).toEqual(['tide']);
    // What Ollama streams can be read as it comes.
    expect(server.calls.map(asksForStream)).toEqual(provider === 'ollama' ? [false, false] : [false, true, true]);
  });

  it('lists the models there are', async () => {
    await using server = await startFakeModel({ models: ['one', 'two'], key: KEY });
    await using models = openLanguageModels({ secrets });
    const listed = await models.list(settingsAt(provider, server.baseUrl(protocol)));
    expect(listed.map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it('tells a good connection, a wrong key, a wrong name and a wrong address apart', async () => {
    await using server = await startFakeModel({ models: ['tern-8b', 'gull-2'], key: KEY });
    await using models = openLanguageModels({ secrets });
    await using strangers = openLanguageModels({ secrets: held('sk-wrong-0123456789') });
    const at = (url: string, model = 'tern-8b') => settingsAt(provider, url, model);
    const baseUrl = server.baseUrl(protocol);
    expect(await models.test(at(baseUrl))).toMatchObject({ ok: true, baseUrl, reading: 'as-is' });
    const refused = await strangers.test(at(baseUrl));
    expect(refused).toMatchObject({ ok: false, code: 'llm/unauthorised' });
    expect(JSON.stringify(refused)).not.toContain('sk-wrong');
    expect(await models.test(at(baseUrl, 'gull'))).toMatchObject({
      ok: false,
      code: 'llm/model-not-found',
      models: ['gull-2', 'tern-8b'],
    });
    const wrong = provider === 'ollama' ? `${baseUrl}/v1` : `${baseUrl}/chat/completions`;
    expect(await models.test(at(wrong))).toMatchObject({
      ok: false,
      code: 'llm/wrong-address',
      healedBaseUrl: baseUrl,
    });
  });

  it('fails at once on a wrong model name', async () => {
    await using server = await startFakeModel({ models: ['tern-8b'], key: KEY });
    await using models = openLanguageModels({ secrets });
    const model = await models.open(settingsAt(provider, server.baseUrl(protocol), 'tern-9b'));
    const failure = await model.generate(question()).catch((error: unknown) => error);
    expect(GlossaryError.is(failure, 'llm/model-not-found') && failure.details.model).toBe('tern-9b');
    expect(server.calls).toHaveLength(1);
  });

  it('closes the connection when it is aborted, before the answer and in it', async () => {
    for (const kind of ['hang', 'hang-in-body'] as const) {
      await using server = await startFakeModel();
      server.behave({ kind });
      await using models = openLanguageModels({ secrets });
      const model = await models.open(settingsAt(provider, server.baseUrl(protocol)));
      const controller = new AbortController();
      const answer = model.generate(question(controller.signal));
      await server.untilAsked(1);
      const reason = new Error('A person stopped it.');
      controller.abort(reason);
      await expect(answer).rejects.toBe(reason);
      await server.untilAbandoned(1);
      expect(server.waiting()).toBe(0);
    }
  });
});

describe('settings of a language model', () => {
  it('are read by the provider they name, and refused where nobody knows them', () => {
    expect(languageModelSettings.safeParse({ provider: 'ollama', model: 'm', contextTokens: 4096 }).success).toBe(true);
    expect(languageModelSettings.safeParse({ provider: 'openai', model: 'm', contextTokens: 4096 }).success).toBe(
      false,
    );
    expect(languageModelSettings.safeParse({ provider: 'openai', model: ' ' }).success).toBe(false);
    expect(languageModelSettings.safeParse({ provider: 'parrot', model: 'm' }).success).toBe(false);
    expect(languageModelSettings.safeParse({ provider: 'openai', model: 'm', apiKey: KEY }).success).toBe(false);
  });

  it('name a model by everything its answers depend on, and never by a key', async () => {
    await using models = openLanguageModels({ secrets });
    const identity = async (extra: object) =>
      (await models.open({ provider: 'openai', model: 'm', ...extra })).identity;
    expect(await identity({ lanes: 2, requestsPerMinute: 9 })).toBe(await identity({}));
    expect(await identity({ temperature: 1 })).not.toBe(await identity({}));
    expect(await identity({})).not.toContain(KEY);
  });
});
