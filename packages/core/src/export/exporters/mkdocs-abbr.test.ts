import { GFM, parser as commonmark } from '@lezer/markdown';
import { describe, expect, it } from 'vitest';
import type { Glossary } from '../../domain/index.ts';
import { buildConcept, buildDefinition, buildDesignation, buildGlossary } from '../../testing/builders.ts';
import { exporterConformance, hostileTexts } from '../../testing/conformance/exporter.ts';
import { sampleGlossary } from '../../testing/sample-glossary.ts';
import { mkdocsAbbr } from './mkdocs-abbr.ts';

const parser = commonmark.configure(GFM);
const write = (glossary: Glossary, options = {}): string => [...mkdocsAbbr.write(glossary, options)].join('');

/**
 * The abbreviations that Python-Markdown reads, which no npm package brings: by its documentation, a line each, with a
 * name without brackets and backslashes, and all that follows as what it means. Older ones read no bracket in a name.
 * https://python-markdown.github.io/extensions/abbreviations/
 */
function abbreviations(output: string): ReadonlyMap<string, string> {
  const lines = output.split('\n').filter((line) => line !== '' && !/^\[\/\/\]: # \([^()[\]\\<>]*\)$/u.test(line));
  return new Map(
    lines.map((line) => {
      const [, name = '', meaning = ''] = /^\*\[([^[\]\\]+)\]: (\S.*)$/u.exec(line) ?? [];
      expect(name).not.toBe('');
      return [name, meaning];
    }),
  );
}

exporterConformance(mkdocsAbbr, {
  snapshot: '../fixtures/sample.abbr.md',
  expectInert: (output) => {
    for (const meaning of abbreviations(output).values()) expect(meaning).not.toMatch(/[<>]|^(?:''|"")$/u);
    // Before abbreviations are read, Python-Markdown takes HTML and fences out, as any Markdown has them.
    parser.parse(output).iterate({
      enter: ({ name }) =>
        expect(['HTMLBlock', 'HTMLTag', 'CommentBlock', 'FencedCode', 'CodeBlock']).not.toContain(name),
    });
  },
});

describe('abbreviations for MkDocs', () => {
  it('explain each name that may be used, other names by the preferred one', () => {
    const told = abbreviations(write(sampleGlossary()));
    expect(told.get('pilot')).toBe('A pilot is a mariner who guides ships through the harbour.');
    expect(told.get('UKC')).toMatch(/^under-keel clearance: Under-keel clearance \(UKC\) is the distance /u);
    for (const name of ['lodesman', 'driver', 'fairway buoy']) expect(told.has(name)).toBe(false);
    expect(abbreviations(write(sampleGlossary(), { locale: 'ja' })).get('UKC')).toMatch(/^under-keel clearance：/u);
  });

  it('give the long form of what nobody explained', () => {
    const names = [
      buildDesignation('fairway buoy'),
      buildDesignation('FWB', { status: 'admitted', form: 'abbreviation' }),
    ];
    const glossary = buildGlossary({ concepts: [buildConcept('fairway buoy', { designations: names })] });
    expect([...abbreviations(write(glossary))]).toEqual([['FWB', 'fairway buoy']]);
  });

  it('tell the first of two entries that share a name', () => {
    const concepts = ['one', 'other'].map((text) =>
      buildConcept('tide', { id: buildConcept(text).id, definition: buildDefinition([], { author: 'person', text }) }),
    );
    expect([...abbreviations(write(buildGlossary({ concepts })))]).toEqual([['tide', 'one']]);
  });

  it('hold nothing where there is nothing to tell', () => {
    expect([...abbreviations(write(buildGlossary()))]).toEqual([]);
    expect([...abbreviations(write(buildGlossary({ concepts: [buildConcept('tide')] })))]).toEqual([]);
  });

  it('name the names that cannot be written', () => {
    const definition = buildDefinition([], { author: 'person', text: 'What is meant.' });
    const concepts = ['array[0]', 'C:\\docs', 'List<T>', 'tide'].map((name) => buildConcept(name, { definition }));
    const output = write(buildGlossary({ concepts }), { locale: 'en' });
    expect([...abbreviations(output).keys()]).toEqual(['tide']);
    expect(output.match(/Left out: /gu)).toHaveLength(3);
    for (const text of hostileTexts)
      abbreviations(write(buildGlossary({ concepts: [buildConcept(text, { definition })] })));
  });
});
