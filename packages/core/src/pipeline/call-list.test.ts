import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../core.ts';
import { answerDefinitions, quoteFirst } from '../testing/llm/answers.ts';
import { dataOf, readPrompt } from '../testing/llm/read-prompt.ts';
import { openTestBuild, openTestCore } from '../testing/llm/test-build.ts';

const documents = {
  'boats.md': `# Chandlery

A tiller is a lever that turns the rudder. The tiller is held with one hand.

A bilge is the lowest part inside a hull. Water gathers in the bilge.

A cleat is a fitting that a rope is made fast to. Each cleat holds one rope, and sk-abcdefghijklmnop0123 is its number.
`,
};
const required = ['tiller', 'bilge', 'cleat'];

let core: Core;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core[Symbol.asyncDispose]());

describe('the list of what a run asked', () => {
  it('names every question with its entries, tokens and tries, and the words only where they are asked for', async () => {
    await using test = await openTestBuild({ core, documents, required, settings: { batchSize: 1, lanes: 1 } });
    test.server.behave((call, count) =>
      count === 1 ? { kind: 'status', status: 503 } : { kind: 'say', text: answerDefinitions(call, quoteFirst) },
    );
    const { run } = await test.build();
    const { items, total } = await core.runs.calls(run.id, { limit: 10, order: 'oldest' });
    expect(total).toBe(3);
    expect(new Set(items.flatMap((one) => one.items))).toEqual(new Set(required));
    // What has to be asked again lets the others go first.
    expect(items.map(({ tries }) => tries)).toEqual([1, 1, 2]);
    for (const one of items) {
      expect(one).toMatchObject({ step: 'define', outcome: 'answered', model: 'fake', reading: 'as-is', cost: 0 });
      expect(one.promptVersion).toMatch(/^define\//u);
      expect(one.hasText).toBe(false);
    }
    expect(items.reduce((sum, { inputTokens = 0 }) => sum + inputTokens, 0)).toBe(run.usage.inputTokens);
    expect(items.reduce((sum, { outputTokens = 0 }) => sum + outputTokens, 0)).toBe(run.usage.outputTokens);

    await test.write({ 'other.md': 'The sea is grey today.' });
    const again = await test.build({ keepsCallTexts: true });
    const reused = await core.runs.calls(again.run.id, { limit: 10 });
    expect(reused.items).toMatchObject([{ outcome: 'reused', itemCount: 3, tries: 0 }]);
  });

  it('holds the words as they went over the wire where the run keeps them, with keys masked', async () => {
    await using test = await openTestBuild({ core, documents, required, settings: { batchSize: 8, lanes: 1 } });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    const { run } = await test.build({ keepsCallTexts: true });
    const { text } = await core.runs.call(run.id, 1);
    const [sent] = test.server.calls;
    expect(sent?.prompt).toContain('sk-abcdefghijklmnop0123');
    expect(text?.prompt).toBe(sent?.prompt.replaceAll('sk-abcdefghijklmnop0123', '[masked]'));
    expect(text?.instructions).toBe(sent?.instructions);
    expect(text?.answers).toHaveLength(1);
    expect(text?.answers[0]).toContain('lowest part inside a hull');
  });

  it('tells why a question failed, what it cost all the same, and what the model said', async () => {
    await using test = await openTestBuild({ core, documents, required, settings: { batchSize: 1, lanes: 1 } });
    test.server.behave((call) => {
      const name = dataOf(readPrompt(call.prompt)[0], 'name')[0];
      return { kind: 'say', text: name === 'bilge' ? 'I would rather not.' : answerDefinitions(call, quoteFirst) };
    });
    const { run } = await test.build();
    expect(run.status).toBe('partial');
    const { items } = await core.runs.calls(run.id, { limit: 10, outcome: 'failed' });
    expect(items).toMatchObject([
      {
        items: ['bilge'],
        tries: 2,
        failure: { code: 'llm/invalid-answer', details: { raw: 'I would rather not.' } },
      },
    ]);
    expect(run.failedItems).toMatchObject([{ item: 'bilge', details: { raw: 'I would rather not.' } }]);
    expect(run.usage.calls).toBe(test.server.calls.length);
  });
});
