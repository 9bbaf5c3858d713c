import type { Glossary } from '../domain/index.ts';
import { buildConcept, buildCorpus, buildDefinition, buildDesignation, buildGlossary, buildIssue } from './builders.ts';

const berths = `# Berths

A berth is a place along the quay where a ship is moored while it loads
or unloads. The harbour master gives every ship a berth.

## Under-keel clearance

Under-keel clearance (UKC) is the distance between the deepest point of
the hull and the bottom. The pilot checks the UKC against the tide table.
A berth with less than one metre of UKC is closed.
`;

const pilots = `# Pilots

A **pilot** is a [mariner](people.md) who guides ships through the harbour.
The pilot, formerly called the lodesman, comes aboard at the fairway buoy.
The fairway buoy is lit at night.
`;

const tides = `# 潮汐

潮位とは、基準面から測った海面の高さである。
潮位は検潮所で一時間ごとに記録される。
検潮所の記録から大潮を予測する。岸壁のバースは大潮の前に確認する。
`;

/** A small glossary with one of everything: two languages, readings, other names, relations, issues, gaps. */
export function sampleGlossary(): Glossary {
  const corpus = buildCorpus({
    'handbook/berths.md': berths,
    'handbook/pilots & crew.md': pilots,
    'ja/潮汐.md': tides,
  });
  const berth = buildConcept('berth', {
    definition: buildDefinition(
      [
        corpus.evidence(
          'handbook/berths.md',
          'A berth is a place along the quay where a ship is moored while it loads\nor unloads.',
        ),
      ],
      { text: 'A place along the quay where a ship is moored while it loads or unloads.', confidence: 0.92 },
    ),
    occurrences: corpus.occurrences('berth'),
    category: 'Harbour',
    note: 'Ask the harbour office about berths for tugs.',
    score: 3.5,
    scoreParts: [
      { name: 'frequency', value: 1.25 },
      { name: 'definition', value: 2.25 },
    ],
  });
  const buoy = buildConcept('fairway buoy', {
    definition: buildDefinition([], {
      statements: [
        {
          text: 'The fairway buoy is lit at night.',
          role: 'context',
          support: 'supported',
          evidence: [corpus.evidence('handbook/pilots & crew.md', 'The fairway buoy is lit at night.')],
        },
      ],
      confidence: 0.2,
    }),
    occurrences: corpus.occurrences('fairway buoy'),
  });
  const pilot = buildConcept('pilot', {
    designations: [
      buildDesignation('pilot'),
      buildDesignation('lodesman', { form: 'synonym', status: 'deprecated' }),
      buildDesignation('driver', { form: 'synonym', status: 'forbidden', reason: 'drivers are on land' }),
    ],
    definition: buildDefinition(
      [
        corpus.evidence(
          'handbook/pilots & crew.md',
          'A **pilot** is a [mariner](people.md) who guides ships through the harbour.',
        ),
      ],
      {
        text: 'A pilot is a mariner who guides ships through the harbour.',
        state: 'refined',
        revision: 2,
        reason: 'Markup removed.',
      },
    ),
    relations: [
      {
        kind: 'see-also',
        target: buoy.id,
        state: 'proposed',
        evidence: [corpus.evidence('handbook/pilots & crew.md', 'comes aboard at the fairway buoy')],
      },
      { kind: 'see-also', target: berth.id, state: 'accepted', evidence: [] },
    ],
    occurrences: corpus.occurrences('pilot', 'lodesman'),
  });
  const clearance = buildConcept('under-keel clearance', {
    designations: [
      buildDesignation('under-keel clearance'),
      buildDesignation('UKC', { form: 'abbreviation', status: 'admitted' }),
      buildDesignation('keel clearance', { form: 'synonym', status: 'admitted' }),
      buildDesignation('under keel clearance', { form: 'variant', status: 'admitted' }),
    ],
    definition: {
      ...buildDefinition([
        corpus.evidence(
          'handbook/berths.md',
          'Under-keel clearance (UKC) is the distance between the deepest point of\nthe hull and the bottom.',
        ),
      ]),
      statements: [
        {
          text: 'Under-keel clearance (UKC) is the distance between the deepest point of the hull and the bottom.',
          role: 'definition',
          support: 'supported',
          evidence: [
            corpus.evidence(
              'handbook/berths.md',
              'Under-keel clearance (UKC) is the distance between the deepest point of\nthe hull and the bottom.',
            ),
          ],
        },
        {
          text: 'A berth with less than one metre of it is closed.',
          role: 'definition',
          support: 'weak',
          evidence: [corpus.evidence('handbook/berths.md', 'A berth with less than one metre of UKC is closed.')],
        },
        { text: 'It is painted red.', role: 'definition', support: 'unsupported', evidence: [] },
      ],
    },
    occurrences: corpus.occurrences('under-keel clearance', 'UKC'),
  });
  const gauge = buildConcept('検潮所', {
    language: 'ja',
    designations: [buildDesignation('検潮所', { reading: 'けんちょうじょ' })],
    occurrences: corpus.occurrences('検潮所'),
  });
  const level = buildConcept('潮位', {
    language: 'ja',
    designations: [buildDesignation('潮位', { reading: 'ちょうい' })],
    definition: buildDefinition([corpus.evidence('ja/潮汐.md', '潮位とは、基準面から測った海面の高さである。')]),
    relations: [{ kind: 'see-also', target: gauge.id, state: 'proposed', evidence: [] }],
    occurrences: corpus.occurrences('潮位'),
  });
  return buildGlossary({
    title: 'Harbour handbook',
    documents: corpus.documents,
    concepts: [berth, buoy, pilot, clearance, gauge, level],
    issues: [
      buildIssue(clearance, { quote: 'A berth with less than one metre of it is closed.' }),
      buildIssue(pilot, { rule: 'starts-with-term', message: 'Settled long ago.', state: 'dismissed' }),
    ],
  });
}
