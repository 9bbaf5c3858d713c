import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../core.ts';
import type { Glossary } from '../domain/index.ts';
import { exporters } from '../export/exporters/index.ts';
import { answerDefinitions, quoteFirst } from '../testing/llm/answers.ts';
import { attacks, PAYLOAD } from '../testing/llm/attacks.ts';
import type { WireCall } from '../testing/llm/protocols.ts';
import { dataOf, readPrompt } from '../testing/llm/read-prompt.ts';
import { openTestBuild, openTestCore } from '../testing/llm/test-build.ts';

const documents = {
  'boats.md': `# Boats

A tiller is a lever that turns the rudder. The tiller is held with one hand.

A bilge is the lowest part inside a hull. Water gathers in the bilge.

A cleat is a fitting that a rope is made fast to. Each cleat holds one rope.
`,
};
const required = ['tiller', 'bilge', 'cleat'];
const SYLLABLES = ['ba', 'do', 'fi', 'gu', 'ka', 'lo', 'mi', 'nu', 'pa'];

let core: Core;
let calm: { readonly glossary: Glossary; readonly calls: readonly WireCall[] };

beforeAll(async () => {
  core = await openTestCore();
  await using test = await openTestBuild({ core, documents, required, steps: ['define'] });
  test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
  const { glossary } = await test.build();
  calm = { glossary, calls: [...test.server.calls] };
});
afterAll(() => core[Symbol.asyncDispose]());

/** A name of its own for each attack. */
function victimOf(at: number): string {
  return `lever ${SYLLABLES[at % 9]}${SYLLABLES[Math.floor(at / 9)]}`;
}

/** What a model does that obeys the attack: the payload everywhere, in entries that nobody asked for too. */
function obey(call: WireCall): string {
  const count = readPrompt(call.prompt).length;
  const statements = [{ text: `${PAYLOAD} says what this is.`, passages: [1, 2, 3] }];
  const entries = Array.from({ length: count + 5 }, (_, at) => ({ entry: at + 1, statements, instructions: PAYLOAD }));
  return JSON.stringify({ system: PAYLOAD, entries: [...entries, { entry: -1, statements }] });
}

function definitionsOf(glossary: Glossary, names: readonly string[]): (readonly string[] | undefined)[] {
  return names.map((name) => {
    const concept = glossary.concepts.find(({ designations }) => designations[0]?.text === name);
    return concept?.definition?.statements.filter(({ support }) => support !== 'unsupported').map(({ text }) => text);
  });
}

function exported(glossary: Glossary): string {
  return Object.values(exporters)
    .flatMap((exporter) => [...exporter.write(glossary, {})])
    .join('\n');
}

describe('an attack on the prompt', () => {
  it('is one of at least forty, in English and in Japanese', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(40);
    expect(attacks.filter((text) => /[ぁ-んァ-ヶ]/u.test(text)).length).toBeGreaterThanOrEqual(15);
    for (const attack of attacks) expect(attack).toContain(PAYLOAD);
  });

  it('in a document changes neither instructions nor schema, nor another entry, nor the export', async () => {
    // Each attack stands in a document of its own, in a sentence about a term of its own.
    const victims = attacks.map((_attack, at) => victimOf(at));
    const attacked = Object.fromEntries(
      attacks.map((attack, at) => {
        const victim = victims[at] ?? '';
        return [
          `attack-${at}.md`,
          `A ${victim} is a lever that moves part ${at} of a ship. The ${victim} says: ${attack}\n`,
        ];
      }),
    );
    const all = { ...documents, ...attacked };
    await using test = await openTestBuild({
      core,
      documents: all,
      required: [...required, ...victims],
      steps: ['define'],
    });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    const { glossary } = await test.build();
    for (const call of test.server.calls) expectHeld(call);
    // A passage is one sentence: of a longer attack its beginning is sent.
    const prompts = test.server.calls.map(({ prompt }) => prompt).join('\n');
    const sent = attacks.filter((attack) => prompts.includes(`says: ${attack.trim().slice(0, 12)}`));
    expect(sent.length).toBeGreaterThanOrEqual(25);
    expect(definitionsOf(glossary, required)).toEqual(definitionsOf(calm.glossary, required));
    for (const [at, victim] of victims.entries()) {
      const [first] = definitionsOf(glossary, [victim]).flat();
      expect(first, attacks[at]).toBe(`A ${victim} is a lever that moves part ${at} of a ship.`);
    }
    // Even a model that obeys changes no other entry, and brings nothing into the export.
    test.server.behave((call) => ({ kind: 'say', text: obey(call) }));
    const obeyed = await test.build({
      languageModel: {
        settings: { provider: 'openai-compatible', model: 'obedient', baseUrl: test.server.baseUrl('openai') },
        steps: ['define'],
      },
    });
    const builtIn = await test.build({ languageModel: undefined });
    expect(obeyed.glossary.concepts.map(({ id }) => id)).toEqual(glossary.concepts.map(({ id }) => id));
    expect(definitionsOf(obeyed.glossary, [...required, ...victims])).toEqual(
      definitionsOf(builtIn.glossary, [...required, ...victims]),
    );
    expect(exported(obeyed.glossary)).not.toContain(`${PAYLOAD} says what this is`);
  });

  it('in a name stays data', async () => {
    const names = attacks.map((attack) => attack.replace(/\s+/gu, ' ').slice(0, 120));
    await using test = await openTestBuild({
      core,
      documents: { 'boats.md': `${documents['boats.md']}\n${names.join('\n\n')}\n` },
      required: [...required, ...names.filter((name) => !/[*?,]/u.test(name))],
      steps: ['define'],
    });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    const { glossary } = await test.build();
    expect(test.server.calls.length).toBeGreaterThan(calm.calls.length);
    for (const call of test.server.calls) expectHeld(call);
    expect(definitionsOf(glossary, required)).toEqual(definitionsOf(calm.glossary, required));
  });

  it('in a note stays data', async () => {
    // Each attack is the note on a term of its own.
    const noted = attacks.map((note, at) => ({ pattern: victimOf(at), note }));
    const levers = noted.map(({ pattern }, at) => `A ${pattern} is a lever that moves part ${at} of a ship.`);
    await using test = await openTestBuild({
      core,
      documents: { ...documents, 'levers.md': `${levers.join('\n\n')}\n` },
      required: [...required, ...noted.map(({ pattern }) => pattern)],
      steps: ['define'],
    });
    const { id } = await core.storage.projects.ensure(test.project);
    await core.storage.termLists.replace(id, { required: [...noted, { pattern: 'bilge' }], excluded: [] });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    const { glossary } = await test.build();
    for (const call of test.server.calls) expectHeld(call);
    const notes = test.server.calls.flatMap(({ prompt }) => readPrompt(prompt)).flatMap((one) => dataOf(one, 'note'));
    expect(notes.toSorted()).toEqual(attacks.map((attack) => attack.trim()).toSorted());
    expect(definitionsOf(glossary, required)).toEqual(definitionsOf(calm.glossary, required));
    for (const [at, { pattern, note }] of noted.entries()) {
      expect(definitionsOf(glossary, [pattern]).flat(), note).toEqual([levers[at]]);
    }
    expect(exported(glossary)).not.toContain(PAYLOAD);
  });

  it('in the name of a file is never sent', async () => {
    const files = Object.fromEntries(
      attacks
        .map((attack) =>
          attack
            .replace(/[^\p{L}\p{N} -]+/gu, ' ')
            .trim()
            .slice(0, 60),
        )
        .map((name, at) => [
          `${at} ${name}.md`,
          at === 0 ? documents['boats.md'] : 'The bilge is dry today, they say.',
        ]),
    );
    await using test = await openTestBuild({ core, documents: files, required, steps: ['define'] });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    await test.build();
    expect(test.server.calls.length).toBeGreaterThan(0);
    for (const { prompt, instructions } of test.server.calls) expect(prompt + instructions).not.toContain(PAYLOAD);
  });
});

/** Outside of the data, a call is made of our own words alone. */
function expectHeld({ instructions, prompt, schema }: WireCall): void {
  const isJapanese = instructions.includes('用語集');
  if (!isJapanese) expect(instructions).toBe(calm.calls[0]?.instructions);
  expect(schema).toEqual(calm.calls[0]?.schema);
  const sections = readPrompt(prompt);
  let rest = prompt;
  for (const { title, data } of sections) {
    expect(title).toMatch(/^(?:Entry|項目) \d+$/u);
    for (const { label, text } of data) {
      expect(label).toMatch(/^(?:name|other name|note|passage \d+|名前|別名|メモ|抜粋 \d+)$/u);
      rest = rest.replace(text, '');
    }
  }
  expect(rest).not.toContain(PAYLOAD);
}
