import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadConfig, spellCheckDocument } from 'cspell-lib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Concept, Designation, Glossary } from '../../domain/index.ts';
import { buildConcept, buildDesignation, buildGlossary } from '../../testing/builders.ts';
import { exporterConformance, hostileTexts } from '../../testing/conformance/exporter.ts';
import { sampleGlossary } from '../../testing/sample-glossary.ts';
import { cspell } from './cspell.ts';

exporterConformance(cspell, {
  hasDefinitions: false,
  snapshot: '../fixtures/sample.cspell.yml',
  expectInert: (output) => {
    const { words, flagWords, ...rest } = parse(output, { strict: true }) as Readonly<Record<string, unknown>>;
    expect(rest).toEqual({});
    for (const word of [words, flagWords].flat()) expect(word).toMatch(/^[\p{L}\p{M}'’]+(?:->.+)?$/u);
  },
});

describe('a configuration for cspell', () => {
  it('knows the words of all names that may be used, however a text writes them', async () => {
    const glossary = entries(
      entry('Kubeflow'),
      entry('quaydar-based berthing', buildDesignation('QBB', { status: 'admitted' })),
    );
    expect(await check(glossary, 'A Kubeflow, two kubeflows: quaydar-based QBB. But xqzzy.')).toEqual(['xqzzy → ?']);
  });

  it('flags names that are not to be used, with what to write instead, in any capitals and the plural', async () => {
    const glossary = entries(entry('harbour pilot', forbidden('lodesman'), forbidden('driver')));
    expect(await check(glossary, 'A Lodesman and LODESMEN, drivers, a screwdriver.')).toEqual([
      'Lodesman → harbour pilot',
      'LODESMEN → harbour pilots',
      'drivers → harbour pilots',
    ]);
  });

  it('minds capitals where a name does', async () => {
    const matching = { isCaseSensitive: true } as const;
    const glossary = entries(
      entry('GitHub', forbidden('Github')),
      entry('shoe cream', forbidden('Polish', { matching }), forbidden('wax', { matching })),
    );
    expect(await check(glossary, 'GitHub is not Github. Polish; polish, wax.')).toEqual([
      'Github → GitHub',
      'Polish → shoe cream',
    ]);
    expect(write(glossary)).toContain('# Left out: “wax”, because capitals matter');
  });

  it('says which names it cannot look for: several words, Japanese, and words of names', async () => {
    const glossary = entries(
      entry('pilot', forbidden('driver'), forbidden('harbour boss')),
      entry('device driver'),
      entry('検潮所', forbidden('験潮場')),
    );
    expect(await check(glossary, 'The device driver of the harbour boss. この験潮場で。')).toEqual([]);
    const written = write(glossary);
    expect(written).toContain('“driver”, which is a word of “device driver”');
    for (const name of ['harbour boss', '験潮場'])
      expect(written).toContain(`“${name}”, because this program looks at`);
  });

  it('is read without names that are not to be used, and without entries', async () => {
    expect(await check(entries(entry('Kubeflow')), 'Kubeflow')).toEqual([]);
    expect(await check(buildGlossary(), 'A pilot.')).toEqual([]);
    expect(await check(sampleGlossary(), 'A driver.')).toEqual(['driver → pilot']);
  });

  it('is read whatever names have in them', async () => {
    const hostile = hostileTexts.map((text) => entry(text, forbidden(`new ${text}`)));
    expect(await check(entries(...hostile, entry('pilot', forbidden('lodesman'))), 'A lodesman.')).toEqual([
      'lodesman → pilot',
    ]);
    const written = write(entries(entry('a, b: -> c', forbidden('lodesman'))));
    expect(written).toContain("flagWords:\n  - 'lodesman'\n");
  });
});

/** What cspell says of a text in a project that imports the configuration: the word, and what it prefers. */
async function check(glossary: Glossary, text: string): Promise<readonly string[]> {
  const place = await mkdtemp(join(tmpdir(), 'genglossary-cspell-'));
  try {
    await writeFile(join(place, 'glossary.cspell.yml'), write(glossary));
    await writeFile(join(place, 'cspell.json'), JSON.stringify({ language: 'en', import: ['./glossary.cspell.yml'] }));
    const settings = await loadConfig(join(place, 'cspell.json'));
    const document = { uri: pathToFileURL(join(place, 'text.md')).href, text, languageId: 'markdown' };
    const options = { generateSuggestions: true, noConfigSearch: true };
    const { issues } = await spellCheckDocument(document, options, settings);
    return issues.map(({ text: word, suggestionsEx = [] }) => {
      return `${word} → ${suggestionsEx.find(({ isPreferred }) => isPreferred)?.word ?? '?'}`;
    });
  } finally {
    await rm(place, { recursive: true });
  }
}

function write(glossary: Glossary): string {
  return [...cspell.write(glossary, { locale: 'en' })].join('');
}

function forbidden(text: string, more: Partial<Designation> = {}): Designation {
  return buildDesignation(text, { status: 'forbidden', form: 'synonym', ...more });
}

function entry(term: string, ...names: readonly Designation[]): Concept {
  return buildConcept(term, { designations: [buildDesignation(term), ...names] });
}

function entries(...concepts: readonly Concept[]): Glossary {
  return buildGlossary({ concepts });
}
