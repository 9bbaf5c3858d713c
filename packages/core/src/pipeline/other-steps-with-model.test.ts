import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../core.ts';
import type { Concept, Glossary } from '../domain/index.ts';
import { answerDefinitions } from '../testing/llm/answers.ts';
import type { WireCall } from '../testing/llm/protocols.ts';
import { dataOf, passagesOf, type ReadSection, readPrompt } from '../testing/llm/read-prompt.ts';
import { openTestBuild, openTestCore } from '../testing/llm/test-build.ts';

const documents = {
  'boats.md': `# Boats

A tiller is a lever that turns the rudder. The tiller is held with one hand.

A bilge is the lowest part inside a hull. The bilge of a ship is the place along the keel where water gathers.

The keel is the long beam along the bottom of a hull. A keel holds the bilge dry.
`,
  'minato.md': `# 港

岸壁とは、船を横付けする石の壁である。岸壁の長さは200メートルである。
`,
};
const required = ['tiller', 'bilge', 'keel', '岸壁'];

let core: Core;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core[Symbol.asyncDispose]());

const entry = (glossary: Glossary, name: string): Concept => {
  const found = glossary.concepts.find(({ designations }) => designations[0]?.text.toLowerCase() === name);
  if (found === undefined) throw new Error(`There is no entry ${name}.`);
  return found;
};
const nameOf = (section: ReadSection) => [...dataOf(section, 'name'), ...dataOf(section, '名前')][0] ?? '';

/** An answer with one element for each section of the prompt. */
function answerEach(call: WireCall, list: string, number: string, say: (section: ReadSection) => object): string {
  const elements = readPrompt(call.prompt).map((section, index) => ({ [number]: index + 1, ...say(section) }));
  return JSON.stringify({ [list]: elements });
}

describe('terms chosen with a language model', () => {
  const text = `# Harbours

The tide gate closes before high water. A tide gate is a door that keeps the sea out. The tide gate needs grease.
The mud berth dries at low water. A mud berth is a place where a boat lies on mud. The mud berth is cheap.
The harbour office opens at eight. The harbour office sells tide tables. A tide table is a list of heights.
`;

  it('leaves out general words and fragments, keeps names as names, and shows each candidate in use', async () => {
    await using test = await openTestBuild({ core, documents: { 'a.md': text }, required: [], steps: ['classify'] });
    const wide = await test.build({ limit: 3, languageModel: undefined });
    const terms = wide.glossary.concepts.map(({ designations }) => designations[0]?.text ?? '');
    expect(terms.length).toBeGreaterThan(2);
    const [dropped = '', named = ''] = terms;
    test.server.behave((call) => ({
      kind: 'say',
      text: answerEach(call, 'candidates', 'candidate', (section) => {
        const name = nameOf(section);
        // A word that stands inside other names alone has no use of its own to show.
        if (terms.includes(name)) expect(passagesOf(section).length, name).toBeGreaterThan(0);
        return { verdict: name === dropped ? 'general' : name === named ? 'name' : 'term' };
      }),
    }));
    const { glossary } = await test.build({ limit: 3 });
    const kept = glossary.concepts.map(({ designations }) => designations[0]);
    expect(kept.map((one) => one?.text)).not.toContain(dropped);
    expect(kept.find((one) => one?.text === named)?.kind).toBe('proper-name');
  });

  it('never loses what a person requires, and does not believe a model that would leave nothing', async () => {
    await using test = await openTestBuild({
      core,
      documents: { 'a.md': text },
      required: ['mud berth'],
      steps: ['classify'],
    });
    test.server.behave((call) => ({
      kind: 'say',
      text: answerEach(call, 'candidates', 'candidate', () => ({ verdict: 'general' })),
    }));
    const { glossary, events } = await test.build({ limit: 3 });
    const names = glossary.concepts.map(({ designations }) => designations[0]?.text);
    expect(names).toContain('mud berth');
    expect(names.length).toBeGreaterThan(1);
    expect(events.some((event) => event.type === 'log' && event.message.includes('the scores decide'))).toBe(true);
    expect(test.server.calls.flatMap(({ prompt }) => readPrompt(prompt)).map(nameOf)).not.toContain('mud berth');
  });
});

const finding = { kind: 'unclear', quote: '', message: '', other: '', relation: 'none' };

describe('a glossary reviewed by a language model', () => {
  it('has its findings as issues, with quotations that are there and other entries that there are', async () => {
    await using test = await openTestBuild({ core, documents, required, steps: ['review'] });
    test.server.behave((call) => ({
      kind: 'say',
      text: answerEach(call, 'entries', 'entry', (section) => {
        if (nameOf(section) !== 'tiller') return { findings: [] };
        return {
          findings: [
            {
              ...finding,
              quote: 'turns the rudder',
              message: 'What a rudder is stays\nopen <b>here</b> http://a.example/x.',
            },
            { ...finding, quote: 'never written', message: 'Too short.' },
            { ...finding, kind: 'missing-relation', message: 'Belongs to no entry.', other: 'spanner' },
          ],
        };
      }),
    }));
    const { glossary } = await test.build();
    const tiller = entry(glossary, 'tiller');
    const issues = glossary.issues.filter(
      ({ conceptId, rule }) => conceptId === tiller.id && rule.startsWith('model-'),
    );
    expect(issues.map(({ rule, quote, message }) => [rule, quote, message])).toEqual([
      ['model-unclear', 'turns the rudder', 'What a rudder is stays open here …'],
      ['model-unclear', '', 'Too short.'],
    ]);
  });

  it('calls nothing unnecessary that a person requires', async () => {
    await using test = await openTestBuild({ core, documents, required, steps: ['review'] });
    test.server.behave((call) => ({
      kind: 'say',
      text: answerEach(call, 'entries', 'entry', () => ({
        findings: [{ ...finding, kind: 'unnecessary', message: 'Everybody knows it.' }],
      })),
    }));
    const { glossary } = await test.build();
    const named = new Set(required.map((name) => entry(glossary, name).id));
    expect(glossary.issues.filter(({ kind, conceptId }) => kind === 'unnecessary' && named.has(conceptId))).toEqual([]);
  });

  it('proposes a relation only where a sentence names both entries', async () => {
    await using test = await openTestBuild({ core, documents, required, steps: ['review'] });
    test.server.behave((call) => ({
      kind: 'say',
      text: answerEach(call, 'entries', 'entry', (section) => {
        const other = { bilge: 'keel', tiller: 'keel' }[nameOf(section)];
        if (other === undefined) return { findings: [] };
        const related = {
          ...finding,
          kind: 'missing-relation',
          message: `Goes with ${other}.`,
          other,
          relation: 'part-of',
        };
        return { findings: [related] };
      }),
    }));
    const { glossary } = await test.build();
    const keel = entry(glossary, 'keel');
    const toKeel = (name: string) => entry(glossary, name).relations.filter(({ target }) => target === keel.id);
    expect(toKeel('bilge')).toMatchObject([{ state: 'proposed' }]);
    expect(toKeel('bilge')[0]?.evidence[0]?.quote).toMatch(/bilge.*keel|keel.*bilge/u);
    expect(toKeel('tiller')).toEqual([]);
  });
});

const review = (call: WireCall) =>
  answerEach(call, 'entries', 'entry', (section) => ({
    findings:
      nameOf(section) === 'bilge'
        ? [{ kind: 'unclear', quote: '', message: 'Where is the bilge?', other: '', relation: 'none' }]
        : [],
  }));
const isRevision = (call: WireCall) => call.prompt.includes('<<issue ');

describe('a glossary refined by a language model', () => {
  it('answers an issue with a checked revision that says why', async () => {
    await using test = await openTestBuild({ core, documents, required, steps: ['review', 'refine'] });
    test.server.behave((call) => ({
      kind: 'say',
      text: isRevision(call)
        ? answerDefinitions(call, (passages) =>
            passages.flatMap((text, at) => (text.includes('gathers') ? [{ text, passages: [at + 1] }] : [])),
          )
        : review(call),
    }));
    const { glossary } = await test.build();
    const bilge = entry(glossary, 'bilge');
    expect(bilge.definition).toMatchObject({ state: 'refined', author: 'language-model', revision: 2 });
    expect(bilge.definition?.statements.map(({ support }) => support)).toEqual(['supported']);
    expect(bilge.definition?.reason).toContain('Where is the bilge?');
    expect(glossary.issues.find(({ rule }) => rule === 'model-unclear')?.state).toBe('resolved');
  });

  it('refuses a revision that stands on less than what it would replace', async () => {
    for (const lie of ['The bilge was invented by Ada Thorne.', 'Inside a hull a bilge is the lowest part.']) {
      await using test = await openTestBuild({ core, documents, required, steps: ['review', 'refine'] });
      test.server.behave((call) => ({
        kind: 'say',
        text: isRevision(call) ? answerDefinitions(call, () => [{ text: lie, passages: [1] }]) : review(call),
      }));
      const { glossary } = await test.build();
      expect(entry(glossary, 'bilge').definition).toMatchObject({ state: 'drafted', author: 'built-in' });
      expect(glossary.issues.find(({ rule }) => rule === 'model-unclear')?.state).toBe('open');
    }
  });
});
