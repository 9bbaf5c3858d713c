import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../core.ts';
import type { Concept, Glossary } from '../domain/index.ts';
import { exporters } from '../export/exporters/index.ts';
import { answerDefinitions, quoteFirst } from '../testing/llm/answers.ts';
import { dataOf, passagesOf, readPrompt } from '../testing/llm/read-prompt.ts';
import { openTestBuild, openTestCore } from '../testing/llm/test-build.ts';

const documents = {
  'boats.md': `# Boats

A tiller is a lever that turns the rudder. The tiller is held with one hand.

A bilge is the lowest part inside a hull. Water gathers in the bilge.

A cleat is a fitting that a rope is made fast to. Each cleat holds one rope.
`,
  'harbour.md': `# Harbour

A quay is a wall of stone beside which ships lie. The quay is 200 metres long.

A buoy is a float that marks a channel. The red buoy blinks every 4 seconds.
`,
  'minato.md': `# 港

岸壁とは、船を横付けする石の壁である。岸壁の長さは200メートルである。

浮標は、水路を示すために浮かべた目印である。浮標は4秒ごとに光る。
`,
};
const english = ['tiller', 'bilge', 'cleat', 'quay', 'buoy'];
const required = [...english, '岸壁', '浮標'];

const entry = (glossary: Glossary, name: string): Concept => {
  const found = glossary.concepts.find(({ designations }) => designations[0]?.text.toLowerCase() === name);
  if (found === undefined) throw new Error(`There is no entry ${name}.`);
  return found;
};

function exported(glossary: Glossary): string {
  const all: string[] = [];
  for (const exporter of Object.values(exporters)) {
    for (const piece of exporter.write(glossary, {})) all.push(piece);
  }
  return all.join('\n');
}

let core: Core;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core[Symbol.asyncDispose]());

describe('a glossary defined by a language model', () => {
  it('takes what the model wrote where it stands on the documents, in both languages', async () => {
    await using test = await openTestBuild({ core, documents, required });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    const { run, glossary } = await test.build();
    expect(run.status).toBe('completed');
    for (const name of required) {
      const { definition } = entry(glossary, name);
      expect(definition).toMatchObject({ author: 'language-model', statements: [{ support: 'supported' }] });
    }
    expect(entry(glossary, '岸壁').definition?.statements[0]?.text).toContain('石の壁');
    expect(run.usage.calls).toBe(test.server.calls.length);
    expect(run.usage.inputTokens).toBeGreaterThan(0);
  });

  it('asks Japanese entries in Japanese, others in English, and never both in one call', async () => {
    await using test = await openTestBuild({ core, documents, required });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    await test.build();
    for (const { instructions, prompt } of test.server.calls) {
      const isJapanese = /[ぁ-ん]/u.test(prompt);
      expect(/用語集/u.test(instructions)).toBe(isJapanese);
      expect(/tiller|bilge|cleat|quay|buoy/u.test(prompt)).toBe(!isJapanese);
    }
  });

  it('flags what a lying model invents, says it again with what is wrong, and exports none of it', async () => {
    await using test = await openTestBuild({ core, documents, required });
    const lie = 'A buoy is a float that Captain Morwenna Pell painted.';
    test.server.behave((call) => ({
      kind: 'say',
      text: answerDefinitions(call, (passages) => [
        ...quoteFirst(passages),
        { text: passages.some((one) => one.includes('buoy')) ? lie : (passages[0] ?? ''), passages: [1] },
      ]),
    }));
    const { glossary } = await test.build();
    const { definition } = entry(glossary, 'buoy');
    expect(definition?.statements.map(({ text, support }) => [text === lie, support])).toEqual([
      [false, 'supported'],
      [true, 'unsupported'],
    ]);
    expect(exported(glossary)).not.toMatch(/Morwenna|Pell/u);
    const again = test.server.calls
      .flatMap(({ prompt }) => readPrompt(prompt))
      .filter((section) => dataOf(section, 'your earlier statement').length > 0);
    expect(again).toHaveLength(1);
    expect(dataOf(again[0], 'your earlier statement')).toEqual([lie]);
    expect(dataOf(again[0], 'what the passages do not hold').join()).toContain('Morwenna');
  });

  it('takes the better of two answers', async () => {
    await using test = await openTestBuild({ core, documents, required: ['buoy'] });
    test.server.behave((call) => ({
      kind: 'say',
      text: answerDefinitions(call, (passages) =>
        call.prompt.includes('your earlier statement')
          ? quoteFirst(passages)
          : [{ text: 'A buoy is what Morwenna lost.', passages: [1] }],
      ),
    }));
    const { glossary } = await test.build();
    expect(entry(glossary, 'buoy').definition?.statements).toMatchObject([{ support: 'supported' }]);
  });

  it('keeps the built-in definition where nothing that the model wrote stands', async () => {
    await using test = await openTestBuild({ core, documents, required });
    test.server.behave((call) => ({
      kind: 'say',
      text: answerDefinitions(call, () => [{ text: 'It was built by Morwenna Pell in 1923.', passages: [1, 99] }]),
    }));
    const { glossary } = await test.build();
    expect(entry(glossary, 'quay').definition).toMatchObject({ author: 'built-in' });
    expect(exported(glossary)).not.toMatch(/Morwenna|1923/u);
  });

  it('rests a statement on the passage that holds it when the model names another', async () => {
    await using test = await openTestBuild({ core, documents, required: ['quay'] });
    test.server.behave((call) => ({
      kind: 'say',
      text: answerDefinitions(call, (passages) => [{ text: passages[0] ?? '', passages: [passages.length] }]),
    }));
    const { glossary } = await test.build();
    const [statement] = entry(glossary, 'quay').definition?.statements ?? [];
    expect(statement?.support).toBe('supported');
    expect(statement?.evidence[0]?.quote).toBe(statement?.text);
  });

  it('is told what a person noted about a term, and asks again when the note changes', async () => {
    await using test = await openTestBuild({ core, documents, required });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    const { id } = await core.storage.projects.ensure(test.project);
    const noted = (note: string) =>
      core.storage.termLists.replace(id, { required: [{ pattern: 'Quays', note }], excluded: [] });
    await noted('The wall, not the street.');
    await test.build();
    const asked = test.server.calls.length;
    const notes = () =>
      test.server.calls
        .flatMap(({ prompt }) => readPrompt(prompt))
        .map((section) => [dataOf(section, 'name')[0], dataOf(section, 'note')[0]])
        .filter(([, note]) => note !== undefined);
    expect(notes()).toEqual([['quay', 'The wall, not the street.']]);
    await noted('The wall.');
    await test.build();
    expect(test.server.calls).toHaveLength(asked + 1);
    expect(notes().at(-1)).toEqual(['quay', 'The wall.']);
  });

  it('asks nothing again when nothing has changed, and only what a changed document touches', async () => {
    await using test = await openTestBuild({ core, documents, required });
    test.server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    const first = await test.build();
    const asked = test.server.calls.length;
    const second = await test.build();
    expect(test.server.calls).toHaveLength(asked);
    expect(second.events.map(({ type }) => type)).toContain('glossary-unchanged');
    expect(second.glossary).toEqual(first.glossary);
    const renamed = await test.build({ title: 'Harbour' });
    expect(test.server.calls).toHaveLength(asked);
    expect(renamed.run.counts.reused).toBeGreaterThanOrEqual(required.length);
    await test.write({ 'harbour.md': documents['harbour.md'].replace('stone', 'brick') });
    const third = await test.build();
    const touched = test.server.calls.slice(asked).flatMap(({ prompt }) => readPrompt(prompt));
    expect(touched.map((section) => dataOf(section, 'name')[0])).toEqual(['quay']);
    expect(entry(third.glossary, 'quay').definition?.statements[0]?.text).toContain('brick');
  });

  it('halves a batch that broke off or left something out, and loses no entry', async () => {
    for (const trouble of ['cut', 'incomplete'] as const) {
      await using test = await openTestBuild({ core, documents, required, settings: { lanes: 1, batchSize: 8 } });
      test.server.behave((call) => {
        const isBatch = readPrompt(call.prompt).length > 1;
        const text = answerDefinitions(call, (passages, number) =>
          trouble === 'incomplete' && isBatch && number > 1 ? undefined : quoteFirst(passages),
        );
        return isBatch && trouble === 'cut'
          ? { kind: 'say', text: text.slice(0, -30), finish: 'length' }
          : { kind: 'say', text };
      });
      const { run, glossary } = await test.build();
      expect(run.counts.failed).toBe(0);
      for (const name of required) expect(entry(glossary, name).definition?.author, name).toBe('language-model');
    }
  });

  it('tells an entry that the model cannot answer as failed, keeps the built-in definition, and does the others', async () => {
    await using test = await openTestBuild({ core, documents, required, settings: { lanes: 1 } });
    test.server.behave((call) =>
      call.prompt.includes('bilge') && readPrompt(call.prompt).some((one) => passagesOf(one).join().includes('bilge'))
        ? { kind: 'status', status: 400, message: 'The content was filtered.' }
        : { kind: 'say', text: answerDefinitions(call, quoteFirst) },
    );
    const { run, glossary } = await test.build();
    expect(run.status).toBe('partial');
    expect(run.failedItems).toMatchObject([{ step: 'define', item: 'bilge', code: 'llm/rejected' }]);
    expect(entry(glossary, 'bilge').definition?.author).toBe('built-in');
    expect(entry(glossary, 'cleat').definition?.author).toBe('language-model');
  });

  it('fails at once and once where the model does not exist', async () => {
    await using test = await openTestBuild({ core, documents, required, settings: { lanes: 2 } });
    test.server.behave({ kind: 'status', status: 404, message: 'The model "fake" does not exist.' });
    await expect(test.build()).rejects.toMatchObject({ code: 'llm/model-not-found' });
    expect(test.server.calls.length).toBeLessThanOrEqual(2);
    const [run] = await test.core.storage.runs.list((await test.core.storage.projects.ensure(test.project)).id, {
      limit: 1,
    });
    expect(run?.failedItems).toEqual([]);
  });
});
