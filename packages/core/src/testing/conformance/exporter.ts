import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Concept, Glossary } from '../../domain/index.ts';
import type { Exporter } from '../../export/exporter.ts';
import {
  buildConcept,
  buildCorpus,
  buildDefinition,
  buildDesignation,
  buildGlossary,
  buildIssue,
} from '../builders.ts';
import { sampleGlossary } from '../sample-glossary.ts';

/** What a suite needs to know of a format to look at its output as its readers do. */
export interface ExporterReading {
  /** The names of the entries that stand in the output, in its order, as its reader shows them; of no partial format. */
  readonly entryNames?: (output: string) => readonly string[];
  /** Whether definitions stand in the output. Default `true`. */
  readonly hasDefinitions?: boolean;
  /** Throws (an `expect`) when something in the output would act: markup, script, link, formula. */
  readonly expectInert: (output: string) => void;
  /** File snapshots of the sample: `fixtures/<fileName>`. */
  readonly snapshot: string;
}

/** Texts that try to become more than text, in one format or another. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '</script></style><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)" x="',
  "' autofocus onfocus='alert(1)",
  '[x](javascript:alert(1))',
  '![x](http://attacker.example/pixel.png)',
  '<javascript:alert(1)>',
  '`code` and ``more`` and ```fence',
  '| a | b |\n|---|---|\n| c | d |',
  '# heading\n\n## another',
  '1. list\n2. list',
  '- list\n+ list\n* list',
  '> quote\n\n---\n\n***',
  '*strong* __strong__ ~~gone~~ $x^2$ {{ template }} ${value}',
  '&lt;b&gt; &amp; &#x3C;script&#x3E;',
  '<!-- comment --> <![CDATA[ x ]]> <?php ?>',
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '"quoted", with; separators\r\nand lines',
  'C:\\path\\n',
  '\u0000\u0007\u001b[31m control \u0085 \u2028 \u2029',
  '\u202eevil\u202c \u2066x',
  '\ufeffmark',
  '😀👩‍👩‍👧‍👦',
  'half \ud83d and half \ude00',
  'https://example.com/a_b_c?x=1&y=2 and www.example.com',
  '__proto__',
];

/** The behaviour that every exporter shares. A format passes this suite and adds only what is its own. */
export function exporterConformance(exporter: Exporter, reading: ExporterReading): void {
  const write = (glossary: Glossary, options = {}): string => [...exporter.write(glossary, options)].join('');

  describe(`the ${exporter.name} exporter`, () => {
    it('writes the sample glossary as it is shown in its fixture', async () => {
      const output = write(sampleGlossary(), { documentsBase: '../docs', occurrenceLimit: 3 });
      await expect(output).toMatchFileSnapshot(reading.snapshot);
    });

    it('writes the same bytes every time', () => {
      for (const locale of ['en', 'ja'] as const) {
        expect(write(sampleGlossary(), { locale })).toBe(write(sampleGlossary(), { locale }));
      }
    });

    const { entryNames } = reading;
    it('is partial, or can be asked for its entries', () => {
      expect(exporter.isPartial === true).toBe(entryNames === undefined);
    });

    if (entryNames !== undefined) {
      it('holds every entry exactly once, in the order of the glossary', () => {
        expect(entryNames(write(sampleGlossary()))).toEqual(
          sampleGlossary().concepts.map(({ designations: [first] }) => first?.text),
        );
      });

      it('holds entries that share a name', () => {
        const concepts = [buildConcept('tide'), buildConcept('tide', { id: buildConcept('another tide').id })];
        expect(entryNames(write(buildGlossary({ concepts })))).toEqual(['tide', 'tide']);
      });

      it('writes a glossary without entries', () => {
        expect(entryNames(write(buildGlossary()))).toEqual([]);
      });

      it('writes an entry that has nothing but a name', () => {
        expect(entryNames(write(buildGlossary({ concepts: [buildConcept('bollard')] })))).toEqual(['bollard']);
      });
    }

    it.each(hostileTexts)('keeps %j inert wherever it stands', (text) => {
      for (const options of [{}, { documentsBase: '../docs', locale: 'ja' }]) {
        reading.expectInert(write(hostileGlossary(text), options));
      }
    });

    it('keeps any text inert and every piece well-formed', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts), (any, hostile) => {
          const pieces = [...exporter.write(hostileGlossary(any + hostile), { documentsBase: '../docs' })];
          expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
          reading.expectInert(pieces.join(''));
        }),
        { numRuns: 50 },
      );
    });

    if (reading.hasDefinitions !== false) {
      it('leaves out statements that do not stand on their evidence unless it is asked for them', () => {
        expect(write(sampleGlossary())).not.toContain('It is painted red.');
        expect(write(sampleGlossary(), { includeUnsupported: true })).toContain('It is painted red.');
      });

      it('always exports what a person wrote', () => {
        const definition = buildDefinition([], { author: 'person', state: 'edited', text: 'A short post.' });
        const [statement] = definition.statements;
        const edited = {
          ...definition,
          statements: statement ? [{ ...statement, support: 'unsupported' as const }] : [],
        };
        expect(write(buildGlossary({ concepts: [buildConcept('bollard', { definition: edited })] }))).toContain(
          'A short post.',
        );
      });
    }

    it('writes a large glossary in pieces', () => {
      const definition = buildDefinition([], { author: 'person', text: 'What is meant.' });
      const concepts = Array.from({ length: 500 }, (_, index) => {
        const names = [buildDesignation(`term ${index}`), buildDesignation(`word ${index}`, { status: 'forbidden' })];
        return buildConcept(`term ${index}`, { designations: names, definition });
      });
      const lengths = [...exporter.write(buildGlossary({ concepts }), {})].map((piece) => piece.length);
      expect(lengths.length).toBeGreaterThanOrEqual(500);
    });
  });
}

/** A glossary that holds the text in every field that documents, people or models can fill. */
export function hostileGlossary(text: string): Glossary {
  const name = `docs/${text.replaceAll('/', '∕')}.md`;
  const corpus = buildCorpus({ [name]: `${text}\n${text} again` });
  const evidence = corpus.evidence(name, text);
  const statement = { text, evidence: [evidence], support: 'supported' } as const;
  const other = buildConcept(`${text} two`);
  const concept: Concept = buildConcept(text, {
    designations: [
      buildDesignation(text, { reading: text }),
      buildDesignation(text, { status: 'admitted', form: 'synonym' }),
      buildDesignation(text, { status: 'admitted', form: 'abbreviation' }),
      buildDesignation(text, { status: 'admitted', form: 'variant' }),
      buildDesignation(text, { status: 'deprecated' }),
      buildDesignation(text, { status: 'forbidden', reason: text }),
    ],
    definition: buildDefinition([evidence], {
      reason: text,
      statements: [
        { ...statement, role: 'definition' },
        { ...statement, role: 'context' },
        { ...statement, role: 'definition', text: `${text} differs` },
      ],
    }),
    category: text,
    note: text,
    relations: [{ kind: 'broader', target: other.id, state: 'proposed', evidence: [evidence] }],
    occurrences: [{ documentId: evidence.documentId, range: evidence.range, designation: 0 }],
    scoreParts: [{ name: text, value: 1 }],
  });
  return buildGlossary({
    title: text,
    documents: corpus.documents,
    concepts: [concept, other],
    issues: [buildIssue(concept, { message: text, quote: text, rule: text })],
  });
}
