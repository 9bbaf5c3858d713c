import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryStates, type Glossary } from '../domain/index.ts';
import { buildConcept, buildCorpus, buildDefinition, buildGlossary, buildIssue } from '../testing/builders.ts';
import { sampleGlossary } from '../testing/sample-glossary.ts';
import type { Exporter } from './exporter.ts';
import { exporters } from './exporters/index.ts';
import { entryOrders, type EntrySelection, selectEntries } from './select-entries.ts';

const corpus = buildCorpus({
  'harbour.md': 'A quay is a wall for ships. The quay has a bollard. The bollard is old. Fenders.',
});
const quay = buildConcept('quay', {
  category: 'Ｈarbour works',
  definition: buildDefinition([corpus.evidence('harbour.md', 'A quay is a wall for ships.')], { confidence: 0.9 }),
  occurrences: corpus.occurrences('quay'),
});
const bollard = buildConcept('bollard', {
  definition: buildDefinition([], { text: 'A post to tie ships to.', author: 'person', confidence: 0.4 }),
  occurrences: corpus.occurrences('bollard', 'Fenders'),
  relations: [{ kind: 'see-also', target: quay.id, state: 'accepted', evidence: [] }],
});
const fender = buildConcept('fender', { category: 'Fittings', occurrences: corpus.occurrences('Fenders') });
const harbour = buildGlossary({
  documents: corpus.documents,
  concepts: [bollard, fender, quay],
  issues: [buildIssue(bollard, { others: [quay.id, fender.id] }), buildIssue(fender)],
});

describe('the entries that are exported', () => {
  it.each<[EntrySelection, readonly string[]]>([
    [{}, ['bollard', 'fender', 'quay']],
    [{ states: ['unexplained'] }, ['fender']],
    [{ states: ['defined', 'in-use'] }, ['bollard', 'quay']],
    [{ states: [] }, []],
    [{ minimumConfidence: 0 }, ['bollard', 'fender', 'quay']],
    [{ minimumConfidence: 0.4 }, ['bollard', 'quay']],
    [{ minimumConfidence: 0.41 }, ['quay']],
    [{ evidence: 'with' }, ['quay']],
    [{ evidence: 'without' }, ['bollard', 'fender']],
    [{ categories: ['harbour WORKS', 'fittings '] }, ['fender', 'quay']],
    [{ categories: [null] }, ['bollard']],
    [{ categories: [null, 'Fittings'], states: ['unexplained'] }, ['fender']],
    [{ categories: [] }, []],
    [{ order: 'occurrences' }, ['bollard', 'quay', 'fender']],
    [{ order: 'confidence' }, ['quay', 'bollard', 'fender']],
    [{ states: ['defined'], evidence: 'without', order: 'confidence' }, ['bollard']],
  ])('are those of %j', (selection, terms) => {
    expect(termsOf(selectEntries(harbour, selection))).toEqual(terms);
  });

  it('name no entry that was left behind', () => {
    const { concepts, issues, documents } = selectEntries(harbour, { states: ['defined'], minimumConfidence: 0.3 });
    expect(concepts.flatMap(({ relations }) => relations.map(({ target }) => target))).toEqual([quay.id]);
    expect(issues.map(({ conceptId, others }) => [conceptId, others])).toEqual([[bollard.id, [quay.id]]]);
    expect(documents).toEqual(harbour.documents);
    expect(selectEntries(harbour, { evidence: 'without' }).concepts[0]?.relations).toEqual([]);
  });

  it('are written by every format whatever was chosen, and all of them where nothing was', () => {
    const selections = fc.record(
      {
        states: fc.uniqueArray(fc.constantFrom(...entryStates)),
        minimumConfidence: fc.double({ min: 0, max: 1, noNaN: true }),
        evidence: fc.constantFrom('with', 'without'),
        categories: fc.uniqueArray(fc.constantFrom('Harbour', 'Somewhere', null)),
        order: fc.constantFrom(...entryOrders),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(selections, (selection) => {
        const [all, selected] = [sampleGlossary(), selectEntries(sampleGlossary(), selection)];
        const kept = new Set(selected.concepts.map(({ id }) => id));
        expect(all.concepts.filter(({ id }) => kept.has(id))).toHaveLength(selected.concepts.length);
        for (const exporter of Object.values<Exporter>(exporters)) {
          const text = [...exporter.write(selected, selection)].join('');
          if (exporter.isPartial === true) continue;
          for (const term of termsOf(selected)) expect(text.replaceAll('\\', '')).toContain(term);
        }
      }),
      { numRuns: 60 },
    );
    expect(selectEntries(harbour, {})).toEqual(harbour);
  });

  it('stand under letters only in the order of names', () => {
    const write = (selection: EntrySelection) =>
      [...exporters.markdown.write(selectEntries(harbour, selection), selection)].join('');
    expect(headings(write({}))).toEqual(['B', 'F', 'Q']);
    expect(headings(write({ order: 'occurrences', states: ['defined'] }))).toEqual(['Most used first']);
    expect(headings(write({ order: 'confidence', states: ['defined'] }))).toEqual(['Surest first']);
    const html = [...exporters.html.write(harbour, { order: 'confidence', locale: 'ja' })].join('');
    expect([...html.matchAll(/<h2[^>]*>([^<]*)</gu)].map(([, heading]) => heading)).toEqual(['確からしさの高い順']);
  });
});

function termsOf({ concepts }: Glossary): string[] {
  return concepts.map(({ designations: [first] }) => first?.text ?? '');
}

function headings(markdown: string): string[] {
  return [...markdown.matchAll(/^## (?:<a[^>]*><\/a>)?(.*)$/gmu)]
    .map(([, heading]) => heading ?? '')
    .filter((heading) => heading !== 'Used, never explained');
}
