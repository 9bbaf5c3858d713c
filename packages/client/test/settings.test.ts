import { createClient, type RunEventMessage } from '@genglossary/client';
import { environmentSecrets, jsonLogger } from '@genglossary/core';
import { answerDefinitions, quoteFirst, startFakeModel } from '@genglossary/core/testing';
import { createTestServer } from '@genglossary/server/testing';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { modes, openFixture } from './clients.ts';

const KEY = 'sk-harbour-0123456789abcdef';
const TEXT = `# Quay

A quay is a wall of stone where boats are moored. The quay is long. Each quay has bollards.
`;

describe.each(modes)('settings %s', (mode) => {
  it('are what a run is asked with, unless it is told otherwise, and its row says with what it worked', async () => {
    await using model = await startFakeModel({ key: KEY });
    model.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    await using fixture = await openFixture(mode, { core: { languageModels: {} } });
    const { client } = fixture;
    const { id: projectId } = await client.projects.create({ name: 'Harbour', language: 'en' });
    await client.documents.upload(projectId, [{ name: 'quay.md', content: TEXT }]);
    await client.settings.setKey('openai-compatible', KEY);
    const languageModel = {
      provider: 'openai-compatible',
      model: 'of-the-server',
      baseUrl: model.baseUrl('openai'),
    } as const;
    const { version } = await client.settings.get();
    await client.settings.update({ ifVersion: version, change: { stepModels: { define: languageModel } } });
    const own = await client.settings.get({ projectId });
    await client.settings.update(
      {
        ifVersion: own.version,
        change: {
          stepModels: { define: { ...languageModel, model: 'of-the-project' } },
          styleGuide: 'Write as the harbour office does.',
          budget: { calls: 100 },
        },
      },
      { projectId },
    );
    const run = await client.runs.start(projectId, { required: ['quay'], limit: 1 });
    const done = await run.done();
    expect(done.status).toBe('completed');
    expect(model.calls.length).toBeGreaterThan(0);
    for (const { model: asked, instructions, key } of model.calls) {
      expect([asked, key]).toEqual(['of-the-project', KEY]);
      expect(instructions).toContain('Write as the harbour office does.');
    }
    expect(done.budget).toEqual({ calls: 100 });
    expect(done.settings).toMatchObject({
      styleGuide: 'Write as the harbour office does.',
      models: { define: { model: 'of-the-project' } },
    });

    const asked = model.calls.length;
    const free = await client.runs.start(projectId, { languageModel: 'built-in' });
    await expect(free.done()).resolves.toMatchObject({ status: 'completed', settings: { models: {} } });
    expect(model.calls).toHaveLength(asked);
  });

  it('that change between two sendings of one start leave it one run', async () => {
    await using fixture = await openFixture(mode);
    const { client } = fixture;
    const { id: projectId } = await client.projects.create({ name: 'Harbour' });
    await client.documents.upload(projectId, [{ name: 'quay.md', content: TEXT }]);
    const first = await client.runs.start(projectId, { key: 'one and the same' });
    const { version } = await client.settings.get({ projectId });
    await client.settings.update({ ifVersion: version, change: { budget: { calls: 3 } } }, { projectId });
    expect((await client.runs.start(projectId, { key: 'one and the same' })).id).toBe(first.id);
    await first.done();
  });
});

it('a key that was given is in no answer, no log, no error, no event and no export', async () => {
  await using model = await startFakeModel({ key: KEY });
  const lines: string[] = [];
  const log = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const logger = jsonLogger({ level: 'debug', destination: log });
  await using server = await createTestServer({
    server: { logger },
    core: { logger, languageModels: { secrets: environmentSecrets({}) } },
  });
  await using client = createClient({ url: server.url });
  const { id: projectId } = await client.projects.create({ name: 'Harbour', language: 'en' });
  await client.documents.upload(projectId, [{ name: 'quay.md', content: TEXT }]);
  const wrong = `${KEY}-wrong`;
  const told: unknown[] = [await client.settings.setKey('openai-compatible', wrong)];
  const settings = { provider: 'openai-compatible', model: 'm', baseUrl: model.baseUrl('openai') } as const;
  const events: RunEventMessage[] = [];
  const run = await client.runs.start(projectId, { languageModel: { settings, steps: ['define'] } });
  for await (const event of run.events()) events.push(event);
  told.push(events, await run.get(), await client.languageModels.test(settings));
  told.push(await client.settings.setKey('openai-compatible', 'not a key').catch((error: unknown) => String(error)));
  told.push(
    await client.settings.get(),
    await client.settings.get({ projectId }),
    await client.languageModels.providers(),
  );
  await (await client.runs.start(projectId, { languageModel: 'built-in' })).done();
  told.push(await client.exports.create(projectId, { format: 'json' }), await client.runs.list(projectId));
  told.push(await firstOf(client.projects.changes(projectId, { after: 0 })), await client.projects.get(projectId));
  expect((await client.settings.get()).keys).toContainEqual({
    provider: 'openai-compatible',
    variable: 'OPENAI_COMPATIBLE_API_KEY',
    needsKey: false,
    source: 'stored',
  });
  expect(lines.length).toBeGreaterThan(5);
  expect(`${JSON.stringify(told)}${lines.join('')}`).not.toContain(KEY);
});

async function firstOf(items: AsyncIterable<unknown>): Promise<unknown> {
  for await (const item of items) return item;
  return undefined;
}
