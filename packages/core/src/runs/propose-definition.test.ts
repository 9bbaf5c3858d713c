import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../core.ts';
import type { ConceptId, LanguageModelSettings, ProjectId } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { answerDefinitions, quoteFirst } from '../testing/llm/answers.ts';
import { openTestBuild, openTestCore, type TestBuild } from '../testing/llm/test-build.ts';

const documents = {
  'boats.md': `# Boats

A tiller is a lever that turns the rudder. The tiller is held with one hand.

The bilge pump is old. Water is taken out by the bilge pump every morning.
`,
};

let core: Core;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core[Symbol.asyncDispose]());

/** A project that the built-in engine has built. */
async function built(test: TestBuild): Promise<{ readonly project: ProjectId; readonly tiller: ConceptId }> {
  const { run, glossary } = await test.build({ languageModel: undefined });
  const tiller = glossary.concepts.find(({ designations }) => designations[0]?.text === 'tiller')?.id;
  if (tiller === undefined) throw new Error('The tiller has an entry.');
  return { project: run.projectId, tiller };
}

function open(settings: object = {}): Promise<TestBuild> {
  return openTestBuild({ core, documents, required: ['tiller', 'bilge pump'], settings });
}

function modelOf(test: TestBuild): LanguageModelSettings {
  const { languageModel } = test.request();
  if (languageModel === undefined) throw new Error('The test has a model.');
  return languageModel.settings;
}

async function codeOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return 'done';
  } catch (error) {
    return GlossaryError.is(error) ? error.code : String(error);
  }
}

describe('a proposed definition', () => {
  it('of the built-in engine is the one that a build writes, costs nothing and changes nothing', async () => {
    await using test = await open();
    const { project, tiller: entry } = await built(test);
    const before = await core.actions.entries.get(project, entry);
    const proposal = await core.proposeDefinition({ project, entry }, { languageModel: 'built-in' });
    expect(proposal).toEqual({
      version: before.version,
      definition: before.current,
      diff: [{ kind: 'same', text: 'A tiller is a lever that turns the rudder.' }],
      usage: { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, unpricedCalls: 0 },
    });
    expect(await core.actions.entries.get(project, entry)).toEqual(before);
    expect(await core.estimateProposal({ project, entry }, {})).toMatchObject({ calls: 0, tokens: 0 });
  });

  it('is asked for by the names that the entry has now: nothing tells what a name means that stands nowhere', async () => {
    await using test = await open();
    const { project, tiller: entry } = await built(test);
    const { version } = await core.actions.entries.get(project, entry);
    await core.actions.entries.update(project, entry, {
      ifVersion: version,
      designations: [{ text: 'bilge pump lever', kind: 'term', status: 'preferred', form: 'full' }],
    });
    const { definition } = await core.proposeDefinition({ project, entry }, {});
    expect(definition).toBeUndefined();
  });

  it('of a model follows an instruction that stands behind the rules, and is taken over with the version it names', async () => {
    await using test = await open({ price: { input: 1, output: 1 } });
    const { project, tiller: entry } = await built(test);
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    const order = { languageModel: modelOf(test), instruction: 'Say what it is held with.' };
    const before = await core.estimateProposal({ project, entry }, order);
    expect(test.server.calls).toHaveLength(0);
    const { version, definition, usage } = await core.proposeDefinition({ project, entry }, order);
    expect(before.calls).toBe(1);
    expect(usage.calls).toBe(1);
    expect(usage.cost).toBeGreaterThan(0);
    expect(JSON.stringify(test.server.calls[0])).toContain('Say what it is held with.');
    expect(definition).toMatchObject({ author: 'language-model', statements: [{ support: 'supported' }] });
    const statements = (definition?.statements ?? []).map(({ text, role, evidence }) => ({ text, role, evidence }));
    const { value } = await core.actions.entries.update(project, entry, {
      ifVersion: version,
      definition: { statements },
    });
    expect(value.current).toMatchObject({ author: 'person', statements: [{ support: 'supported' }] });
    const late = core.actions.entries.update(project, entry, { ifVersion: version, definition: { statements } });
    expect(await codeOf(late)).toBe('entry/conflict');
  });

  it('says why the model gave none', async () => {
    await using test = await open();
    const { project, tiller: entry } = await built(test);
    test.server.behave({ kind: 'say', text: 'I would rather not.' });
    const asked = core.proposeDefinition({ project, entry }, { languageModel: modelOf(test) });
    expect(await codeOf(asked)).toBe('llm/invalid-answer');
  });

  it('is refused for what is locked or not there, and where an instruction has nobody to follow it', async () => {
    await using test = await open();
    const { project, tiller: entry } = await built(test);
    const gone = 'gone' as ConceptId;
    expect(await codeOf(core.proposeDefinition({ project, entry: gone }, {}))).toBe('storage/not-found');
    expect(await codeOf(core.proposeDefinition({ project: 'gone' as ProjectId, entry }, {}))).toBe('storage/not-found');
    expect(await codeOf(core.proposeDefinition({ project, entry }, { instruction: 'Be short.' }))).toBe(
      'config/invalid',
    );
    await core.actions.entries.lock(project, entry);
    expect(await codeOf(core.proposeDefinition({ project, entry }, {}))).toBe('entry/locked');
    expect(await codeOf(core.estimateProposal({ project, entry }, {}))).toBe('entry/locked');
  });
});
