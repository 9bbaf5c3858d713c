import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../core.ts';
import type { Glossary } from '../domain/index.ts';
import { exporters } from '../export/exporters/index.ts';
import { answerDefinitions, quoteFirst } from '../testing/llm/answers.ts';
import { openTestBuild, openTestCore } from '../testing/llm/test-build.ts';

const SYLLABLES = ['ba', 'do', 'fi', 'gu', 'ka', 'lo', 'mi', 'nu', 'pa', 'so'];
const spoken = (number: number) =>
  String(number + 1000)
    .split('')
    .map((digit) => SYLLABLES[Number(digit)] ?? '')
    .join('');

/** Made-up valves, each defined and used once, fifty in a document. */
function valves(count: number): { readonly documents: Record<string, string>; readonly required: readonly string[] } {
  const required = Array.from({ length: count }, (_, number) => `${spoken(number)} valve`);
  const documents: Record<string, string> = {};
  for (const [number, name] of required.entries()) {
    const file = `part-${Math.floor(number / 50)}.md`;
    const text = `A ${name} is a valve that opens at step ${number} of the cycle.\n\nThe crew checks the ${name} each morning.\n\n`;
    documents[file] = (documents[file] ?? '') + text;
  }
  return { documents, required };
}

function exported(glossary: Glossary): string {
  return Object.values(exporters)
    .flatMap((exporter) => [...exporter.write(glossary, {})])
    .join('\n');
}

const sentencesOf = (text: string) => text.split(/(?<=[.:])\s+|\n/u).filter((one) => one.length > 20);

let core: Core;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core[Symbol.asyncDispose]());

describe('a model that lies', () => {
  it('has every invented name of three hundred statements flagged, and none of them exported', async () => {
    const { documents, required } = valves(300);
    await using test = await openTestBuild({ core, documents, required, settings: { batchSize: 8, lanes: 8 } });
    let said = 0;
    const inventions: string[] = [];
    test.server.behave((call) => ({
      kind: 'say',
      text: answerDefinitions(call, (passages) => {
        said += 1;
        if (said % 3 !== 0) return quoteFirst(passages);
        const inventor = `Q${spoken(said)}`;
        inventions.push(inventor);
        return [{ text: (passages[0] ?? '').replace(/\.$/u, ` as ${inventor} planned it.`), passages: [1] }];
      }),
    }));
    const { glossary } = await test.build();
    expect(inventions.length).toBeGreaterThanOrEqual(100);
    const statements = glossary.concepts.flatMap(({ definition }) => definition?.statements ?? []);
    const lies = statements.filter(({ text }) => inventions.some((inventor) => text.includes(inventor)));
    expect(lies.filter(({ support }) => support !== 'unsupported')).toEqual([]);
    const text = exported(glossary);
    expect(inventions.filter((inventor) => text.includes(inventor))).toEqual([]);
    // Whatever is exported stands in the documents, by a check that knows nothing of ours.
    const source = Object.values(documents).join('\n');
    const shown = statements.filter(({ support }) => support !== 'unsupported');
    expect(shown.filter((one) => !source.includes(one.text))).toEqual([]);
    expect(shown.length).toBeGreaterThanOrEqual(300);
  });
});

describe('a model that parrots', () => {
  it('brings no word of its instructions into five hundred entries', async () => {
    const { documents, required } = valves(500);
    await using test = await openTestBuild({ core, documents, required, settings: { batchSize: 8, lanes: 8 } });
    const parroted = new Set<string>();
    test.server.behave((call) => ({
      kind: 'say',
      text: answerDefinitions(call, (_passages, entry) => {
        const sentences = sentencesOf(call.instructions);
        const text = sentences[entry % sentences.length] ?? '';
        parroted.add(text);
        return [{ text, passages: [1] }];
      }),
    }));
    const { glossary } = await test.build();
    expect(parroted.size).toBeGreaterThan(5);
    const source = Object.values(documents).join('\n').toLowerCase();
    const shown = glossary.concepts.flatMap(
      ({ definition }) => definition?.statements.filter(({ support }) => support !== 'unsupported') ?? [],
    );
    const words = new Set(shown.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []));
    expect([...words].filter((word) => !source.includes(word))).toEqual([]);
    const text = exported(glossary);
    expect([...parroted].filter((sentence) => text.includes(sentence))).toEqual([]);
    expect(
      glossary.concepts.filter(({ definition }) => definition?.author === 'built-in').length,
    ).toBeGreaterThanOrEqual(500);
  });
});
