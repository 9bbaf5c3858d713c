import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../core.ts';
import { answerDefinitions, quoteFirst } from '../testing/llm/answers.ts';
import { openTestBuild, openTestCore } from '../testing/llm/test-build.ts';

const documents = {
  'boats.md': `# Boats

A tiller is a lever that turns the rudder. The tiller is held with one hand.

A bilge is the lowest part inside a hull. Water gathers in the bilge.

A cleat is a fitting that a rope is made fast to. Each cleat holds one rope.

A fender is a cushion that hangs between a hull and a wall. The fender is made of rubber.
`,
};
const required = ['tiller', 'bilge', 'cleat', 'fender'];
const price = { input: 100, output: 400 };

let core: Core;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core[Symbol.asyncDispose]());

const { signal } = new AbortController();

describe('an estimate', () => {
  it('asks nothing, and names the calls, tokens and cost that the run then has; afterwards there is nothing to pay', async () => {
    await using test = await openTestBuild({ core, documents, required, settings: { batchSize: 1, price } });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    const before = await core.estimate(test.request(), signal);
    expect(test.server.calls).toHaveLength(0);
    const { run } = await test.build();
    expect(before.calls).toBe(test.server.calls.length);
    const spent = run.usage.inputTokens + run.usage.outputTokens;
    expect(Number(before.tokens) / spent).toBeGreaterThan(2 / 3);
    expect(Number(before.tokens) / spent).toBeLessThan(4 / 3);
    if (before.cost === 'unknown') throw new Error('The price is known.');
    expect(run.usage.cost).toBeGreaterThan(before.cost.from * 0.8);
    expect(run.usage.cost).toBeLessThan(before.cost.to * 1.2);
    expect(await core.estimate(test.request(), signal)).toEqual({ calls: 0, tokens: 0, cost: { from: 0, to: 0 } });
  });

  it('changes nothing that people read, and tells nobody', async () => {
    await using test = await openTestBuild({ core, documents, required });
    await core.estimate(test.request(), signal);
    const project = await core.storage.projects.find(test.project);
    if (project === undefined) throw new Error('The project is there.');
    expect(await core.storage.glossary.read(project.id)).toBeUndefined();
    expect(await core.storage.runs.list(project.id)).toEqual([]);
  });

  it('counts every step that a model does', async () => {
    const steps = ['classify', 'define', 'review', 'refine'] as const;
    await using test = await openTestBuild({ core, documents, required, steps, settings: { batchSize: 8, lanes: 1 } });
    const { calls } = await core.estimate(test.request({ limit: 6 }), signal);
    // Candidates, definitions and the review of what the built-in engine would write.
    expect(calls).toBeGreaterThanOrEqual(3);
  });

  it('calls a cost unknown where the price is', async () => {
    await using test = await openTestBuild({ core, documents, required });
    const { settings, steps } = test.request().languageModel ?? {};
    if (settings === undefined || steps === undefined) throw new Error('It asks a model.');
    const far = { ...settings, baseUrl: 'http://models.example/v1' };
    const { cost } = await core.estimate({ ...test.request(), languageModel: { settings: far, steps } }, signal);
    expect(cost).toBe('unknown');
  });

  it('is nothing without a model', async () => {
    await using test = await openTestBuild({ core, documents, required });
    const free = { calls: 0, tokens: 0, cost: { from: 0, to: 0 } };
    expect(await core.estimate(test.request({ languageModel: undefined }), signal)).toEqual(free);
  });
});

describe('a question that is shown before it is asked', () => {
  it('is word for word the one that the run then asks about the term, style guide and all', async () => {
    await using test = await openTestBuild({ core, documents, required, settings: { batchSize: 1 } });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    const { run } = await test.build({ languageModel: undefined });
    const { projectId } = run;
    const { version } = await core.actions.settings.get(projectId);
    await core.actions.settings.update(projectId, { ifVersion: version, change: { styleGuide: 'Call boats “she”.' } });
    const { languageModel } = test.request();
    if (languageModel === undefined) throw new Error('It asks a model.');
    const options = { title: 'Boats', limit: 1, languageModel, keepsCallTexts: true };
    const planned = await core.planQuestions(projectId, { scope: 'full', options, about: 'bilge', signal });
    expect(test.server.calls).toHaveLength(0);
    expect(planned).toMatchObject([{ step: 'define', items: ['bilge'], model: 'fake' }]);
    expect(planned[0]?.instructions).toContain('Call boats “she”.');
    expect(planned[0]?.prompt).toContain('Water gathers in the bilge.');

    const { id } = await core.startBuild(projectId, { scope: 'full', options });
    await core.runs.settled(id);
    const { items } = await core.runs.calls(id, { limit: 50 });
    const asked = items.find(({ items: [name] }) => name === 'bilge');
    const { text } = await core.runs.call(id, asked?.number ?? 0);
    expect(text?.instructions).toBe(planned[0]?.instructions);
    // Each question draws its own mark for what is data.
    expect(unmarked(text?.prompt)).toBe(unmarked(planned[0]?.prompt));
    // What is answered is shown again all the same; a term that nobody asks about shows the first question.
    const [again] = await core.planQuestions(projectId, { scope: 'full', options, about: 'bilge' });
    expect(unmarked(again?.prompt)).toBe(unmarked(planned[0]?.prompt));
    expect(await core.planQuestions(projectId, { scope: 'full', options, about: 'anchor' })).toHaveLength(1);
    expect(await core.planQuestions(projectId, { scope: 'full', options: { title: 'Boats' } })).toEqual([]);
  });
});

function unmarked(prompt: string | undefined): string | undefined {
  return prompt?.replaceAll(/[0-9a-f]{16}/gu, 'mark');
}

describe('a budget', () => {
  it.each([
    ['calls', { calls: 2 }],
    ['tokens', { tokens: 500 }],
    ['US dollars', { cost: 0.05 }],
  ])('of %s ends the run as partial with that reason, and a resumed run does the rest', async (unit, budget) => {
    await using test = await openTestBuild({ core, documents, required, settings: { batchSize: 1, lanes: 1, price } });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    const { run } = await test.build({ budget });
    expect(run).toMatchObject({ status: 'partial', failure: { code: 'run/budget-reached' } });
    expect(run.failure?.message).toContain(unit);
    const asked = test.server.calls.length;
    expect(asked).toBeGreaterThan(0);
    const resumed = await core.resume(run.id, { signal, report: () => undefined });
    expect(resumed.run.status).toBe('completed');
    // Each entry was asked about once, in the one run or in the other.
    const { length } = resumed.glossary.concepts;
    expect(asked).toBeLessThan(length);
    expect(test.server.calls).toHaveLength(length);
  });

  it('is kept to the call where several are asked at once, and what was never sent is in no list', async () => {
    await using test = await openTestBuild({ core, documents, required, settings: { batchSize: 1, lanes: 3, price } });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst), delayMs: 1 }));
    const { run } = await test.build({ budget: { calls: 2 } });
    expect(run).toMatchObject({ status: 'partial', failure: { code: 'run/budget-reached' } });
    expect(test.server.calls).toHaveLength(2);
    expect(run.usage.calls).toBe(2);
    const { items } = await core.runs.calls(run.id, { limit: 10 });
    expect(items.map(({ outcome }) => outcome)).toEqual(['answered', 'answered']);
  });
});
