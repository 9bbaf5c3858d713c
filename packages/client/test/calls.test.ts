import { isGenGlossaryError, type RunHandle } from '@genglossary/client';
import { answerDefinitions, quoteFirst, startFakeModel } from '@genglossary/core/testing';
import { describe, expect, it } from 'vitest';
import { modes, openFixture } from './clients.ts';

const MANUAL = `A tiller is a lever that turns the rudder. The tiller is held with one hand.

A bilge is the lowest part inside a hull. Water gathers in the bilge.
`;

describe.each(modes)('what a run asked a language model %s', (mode) => {
  it('is listed in pages, and its words are given one by one', async () => {
    await using model = await startFakeModel();
    model.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    await using fixture = await openFixture(mode);
    const { runs } = fixture.client;
    const { id } = await fixture.client.projects.create({ name: 'Handbook' });
    await fixture.client.documents.upload(id, [{ name: 'manual.md', content: MANUAL }]);
    const run = await runs.start(id, {
      required: ['tiller', 'bilge'],
      limit: 1,
      keepsCallTexts: true,
      languageModel: {
        settings: { provider: 'openai-compatible', model: 'fake', baseUrl: model.baseUrl('openai'), batchSize: 1 },
        steps: ['define'],
      },
    });
    await run.done();
    const page = await runs.callsPage(run.id, { limit: 1, order: 'oldest' });
    expect(page.items).toHaveLength(1);
    const all = await Array.fromAsync(runs.calls(run.id));
    expect(all).toHaveLength(page.total);
    expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => all.length - index));
    expect(await Array.fromAsync(runs.calls(run.id, { outcome: 'failed' }))).toEqual([]);
    const { text } = await runs.call(run.id, 1);
    expect(text?.prompt).toBe(model.calls[0]?.prompt);

    const nobody = await runs.callsPage('nothing' as RunHandle['id']).catch((error: unknown) => error);
    expect(isGenGlossaryError(nobody, 'run/not-found')).toBe(true);
  });
});
