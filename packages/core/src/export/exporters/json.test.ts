import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Concept, conceptId, documentId, type Glossary } from '../../domain/index.ts';
import { exporterConformance, hostileGlossary, hostileTexts } from '../../testing/conformance/exporter.ts';
import { sampleGlossary } from '../../testing/sample-glossary.ts';
import { glossaryJsonSchema } from '../json-schema.ts';
import { parseGlossaryExport } from '../parse-glossary-export.ts';
import { json } from './json.ts';

const write = (glossary: Glossary): string => [...json.write(glossary, { includeUnsupported: true })].join('');

exporterConformance(json, {
  snapshot: '../fixtures/sample.json',
  entryNames: (output) => parseGlossaryExport(output).entries.map(({ term }) => term),
  expectInert: (output) => expect(() => parseGlossaryExport(output)).not.toThrow(),
});

describe('a JSON export', () => {
  it('holds everything but the texts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary' }), (hostile, any) => {
        const glossary = hostileGlossary(hostile + any);
        expect(readBack(write(glossary))).toEqual(withoutLines(glossary));
      }),
      { numRuns: 60 },
    );
    expect(readBack(write(sampleGlossary()))).toEqual(withoutLines(sampleGlossary()));
  });

  it('says of a relation at its other end what that end does not say itself', () => {
    const { entries } = parseGlossaryExport(write(sampleGlossary()));
    const termOf = new Map(entries.map(({ id, term }) => [id, term]));
    const told = entries.flatMap(({ term, relationsTo = [] }) =>
      relationsTo.map(({ kind, source, state }) => [term, kind, termOf.get(source), state]),
    );
    expect(told).toEqual([
      ['berth', 'see-also', 'pilot', 'accepted'],
      ['fairway buoy', 'see-also', 'pilot', 'proposed'],
      ['検潮所', 'see-also', '潮位', 'proposed'],
    ]);
    const [berth, , pilot] = sampleGlossary().concepts;
    if (berth === undefined || pilot === undefined) throw new Error('There is no berth.');
    const relations = [{ kind: 'see-also', target: pilot.id, state: 'accepted', evidence: [] } as const];
    const both = { ...sampleGlossary(), concepts: [{ ...berth, relations }, pilot], issues: [] };
    const [first, second] = parseGlossaryExport(write({ ...both, concepts: both.concepts.map(asKnown) })).entries;
    expect([first?.relationsTo, second?.relationsTo]).toEqual([undefined, undefined]);
  });

  it('counts what it lists', () => {
    for (const entry of parseGlossaryExport(write(sampleGlossary())).entries) {
      expect(entry.occurrenceCount).toBe(entry.occurrences.flatMap(({ places }) => places).length);
      expect(entry.documentCount).toBe(new Set(entry.occurrences.map(({ document }) => document)).size);
      expect(entry.term).toBe(entry.designations[0]?.text);
    }
  });

  it('is read by a version that does not know all of its fields', () => {
    const output = JSON.parse(write(sampleGlossary())) as Record<string, unknown>;
    expect(parseGlossaryExport(JSON.stringify({ ...output, later: true }))).toEqual(output);
  });

  it.each([
    ['text that is not JSON', '# Glossary'],
    ['another version', '{"schema":"genglossary.glossary/2"}'],
    ['a glossary that lacks a part', '{"schema":"genglossary.glossary/1","title":"x","documents":[],"issues":[]}'],
  ])('is not read from %s', (_, text) => {
    expect(() => parseGlossaryExport(text)).toThrow(expect.objectContaining({ code: 'export/invalid' }));
  });

  it('has the published JSON Schema', () => {
    const path = resolve(import.meta.dirname, '../../../../../docs/reference/genglossary.glossary-1.schema.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(glossaryJsonSchema());
  });
});

/** Related to berth and pilot alone. */
function asKnown(concept: Concept): Concept {
  const [berth, , pilot] = sampleGlossary().concepts;
  return { ...concept, relations: concept.relations.filter(({ target }) => [berth?.id, pilot?.id].includes(target)) };
}

/** The glossary that an export stands for, made from the export alone. */
function readBack(text: string): unknown {
  const output = parseGlossaryExport(text);
  const idByName = new Map(output.documents.map(({ id, name }) => [name, documentId(id)]));
  const evidenceOf = ({
    document,
    start,
    end,
    quote,
  }: {
    document: string;
    start: number;
    end: number;
    quote: string;
  }) => {
    return { documentId: idByName.get(document), range: { start, end }, quote };
  };
  return {
    title: output.title,
    documents: output.documents,
    concepts: output.entries.map((entry) => ({
      id: conceptId(entry.id),
      language: entry.language,
      designations: entry.designations,
      ...(entry.definition === null
        ? {}
        : {
            definition: {
              ...entry.definition,
              statements: entry.definition.statements.map((statement) => {
                return { ...statement, evidence: statement.evidence.map(evidenceOf) };
              }),
            },
          }),
      relations: entry.relations.map((relation) => ({ ...relation, evidence: relation.evidence.map(evidenceOf) })),
      occurrences: entry.occurrences.flatMap(({ document, places }) =>
        places.map(([start, end, designation]) => {
          return { documentId: idByName.get(document), range: { start, end }, designation };
        }),
      ),
      ...(entry.category === undefined ? {} : { category: entry.category }),
      ...(entry.note === undefined ? {} : { note: entry.note.text }),
      reason: entry.reason,
      score: entry.score,
      scoreParts: entry.scoreParts,
    })) satisfies Record<keyof Omit<Concept, 'category' | 'definition' | 'note'>, unknown>[],
    issues: output.issues.map(({ entry, ...issue }) => ({ ...issue, conceptId: entry })),
  };
}

function withoutLines(glossary: Glossary): unknown {
  return { ...glossary, documents: glossary.documents.map((document) => ({ ...document, lineStarts: undefined })) };
}
