import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../core.ts';
import type { Concept, Glossary } from '../domain/index.ts';
import { exporters } from '../export/exporters/index.ts';
import type { WireCall } from '../testing/llm/protocols.ts';
import { passagesOf, readPrompt } from '../testing/llm/read-prompt.ts';
import { settingsOfRun } from '../runs/build-input.ts';
import { openTestBuild, openTestCore } from '../testing/llm/test-build.ts';

const BUOY = 'A buoy is a float that marks a channel every 4 metres.';
const documents = {
  'harbour.md': `# Harbour\n\nA quay is a wall of stone beside which ships lie. The quay is long.\n\n${BUOY} The buoy is red.\n`,
  'quais.md': `# Quais\n\nUne amarre est un cordage qui retient le navire le long du quai. Une amarre se tend avec la marée.\n`,
};
const required = ['quay', 'buoy', 'amarre'];
const french = {
  quay: 'Un quai est un mur de pierre le long duquel les navires se rangent.',
  buoy: 'Une bouée est un flotteur qui marque un chenal tous les 4 mètres.',
};

interface Said {
  readonly text: string;
  readonly quote: string;
}

/** Answers each entry by what `say` makes of its first passage. */
function answer({ prompt }: Pick<WireCall, 'prompt'>, say: (passage: string) => Said): string {
  const entries = readPrompt(prompt).map((section, index) => {
    const [passage = ''] = passagesOf(section);
    return { entry: index + 1, statements: [{ ...say(passage), passages: [1] }] };
  });
  return JSON.stringify({ entries });
}

function translated(passage: string): Said {
  const text = passage.includes('quay') ? french.quay : passage.includes('buoy') ? french.buoy : passage;
  return { text, quote: passage };
}

const entry = (glossary: Glossary, name: string): Concept => {
  const found = glossary.concepts.find(({ designations }) => designations[0]?.text === name);
  if (found === undefined) throw new Error(`There is no entry ${name}.`);
  return found;
};
const exported = (glossary: Glossary) =>
  Object.values(exporters)
    .flatMap((exporter) => [...exporter.write(glossary, {})])
    .join('\n');

let core: Core;
beforeAll(async () => {
  core = await openTestCore();
});
afterAll(() => core[Symbol.asyncDispose]());

describe('a glossary in another language than its documents', () => {
  it('says in it what a verified quotation says, weakly supported, with the evidence as it is written', async () => {
    await using test = await openTestBuild({ core, documents, required });
    test.server.behave((call) => ({ kind: 'say', text: answer(call, translated) }));
    const { glossary, run } = await test.build({ outputLanguage: 'fr' });
    expect(run.status).toBe('completed');
    const [statement] = entry(glossary, 'buoy').definition?.statements ?? [];
    expect(statement).toMatchObject({ text: french.buoy, support: 'weak' });
    expect(statement?.evidence.map(({ quote }) => quote)).toEqual([BUOY]);
    expect(exported(glossary)).toContain(french.quay);
    expect(exported(glossary)).toContain(BUOY);
  });

  it('asks for what is quoted where it is another language, and for none where it is the same', async () => {
    await using test = await openTestBuild({ core, documents, required });
    test.server.behave((call) => ({ kind: 'say', text: answer(call, translated) }));
    await test.build({ outputLanguage: 'fr' });
    for (const { prompt, instructions, schema } of test.server.calls) {
      const isOther = /buoy|quay/u.test(prompt);
      expect(instructions.includes('faithful translation of "quote" into French')).toBe(isOther);
      expect(JSON.stringify(schema).includes('"quote"')).toBe(isOther);
      expect(prompt.includes('amarre')).toBe(!isOther);
    }
  });

  it('flags a name, a number and a quotation that the documents do not hold, and exports none of it', async () => {
    const lies: Readonly<Record<string, (said: Said) => Said>> = {
      'a name': ({ text, quote }) => ({ text: text.replace('un ', 'un Morwenna '), quote }),
      'a number': ({ text, quote }) => ({ text: text.replace('un ', '77 '), quote }),
      'a quotation': ({ text }) => ({ text, quote: 'A buoy is a bell that rings in fog.' }),
    };
    for (const lie of Object.values(lies)) {
      await using test = await openTestBuild({ core, documents, required });
      test.server.behave((call) => ({ kind: 'say', text: answer(call, (passage) => lie(translated(passage))) }));
      const { glossary } = await test.build({ outputLanguage: 'fr' });
      for (const name of ['quay', 'buoy']) {
        // The quotation of the engine stays.
        expect(entry(glossary, name).definition).toMatchObject({ statements: [{ support: 'supported' }] });
      }
      expect(exported(glossary)).not.toMatch(/Morwenna|77 (?:mur|flotteur)|bouée|est un mur/iu);
    }
  });

  it('costs nothing again, asks anew for another language, and is told by an estimate', async () => {
    await using test = await openTestBuild({ core, documents, required, settings: { batchSize: 1 } });
    test.server.behave((call) => ({ kind: 'say', text: answer(call, translated) }));
    const { signal } = new AbortController();
    const asked = async (outputLanguage: string) => {
      const before = test.server.calls.length;
      const estimate = await core.estimate(test.request({ outputLanguage }), signal);
      await test.build({ outputLanguage });
      return { calls: test.server.calls.length - before, estimated: estimate.calls };
    };
    const first = await asked('fr');
    expect(first.calls).toBe(first.estimated);
    expect(await asked('fr-CA')).toMatchObject({ calls: first.calls - 1 });
    expect(await asked('fr')).toEqual({ calls: 0, estimated: 0 });
  });

  it('is what a run is told, whatever the settings say', async () => {
    const { id } = await core.storage.projects.ensure('Told');
    const { version } = await core.actions.settings.get(undefined);
    await core.actions.settings.update(undefined, { ifVersion: version, change: { outputLanguage: 'de' } });
    const options = [{ title: 'Settings' }, { title: 'Order', outputLanguage: 'fr' }];
    const told = [];
    for (const one of options) {
      const run = await core.startBuild(id, { scope: 'full', options: one });
      await core.runs.settled(run.id, { signal: new AbortController().signal });
      told.push(settingsOfRun(run)?.outputLanguage);
    }
    expect(told).toEqual(['de', 'fr']);
  });
});
