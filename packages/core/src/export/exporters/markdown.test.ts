import { parser as commonmark, GFM } from '@lezer/markdown';
import { describe, expect, it } from 'vitest';
import { type Glossary, issueId } from '../../domain/index.ts';
import { buildConcept, buildCorpus, buildDefinition, buildDesignation, buildGlossary } from '../../testing/builders.ts';
import { exporterConformance } from '../../testing/conformance/exporter.ts';
import { sampleGlossary } from '../../testing/sample-glossary.ts';
import { markdownMark } from '../../text/export-mark.ts';
import type { ExportOptions } from '../exporter.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';

/** A written-out anchor, as it stands at the start of a heading. */
const ANCHOR = /(?<=^#+ )<a id="[\p{L}\p{M}\p{N}\p{Pc}-]+"><\/a>/u;
const parser = commonmark.configure(GFM);
const write = (glossary: Glossary, options: ExportOptions = {}): string =>
  [...markdown.write(glossary, options)].join('');

/** How the exports begin that have a title. */
const openings = (title: string, locale: 'en' | 'ja'): readonly string[] =>
  [markdown, html, json].map((one) =>
    [...one.write({ ...sampleGlossary(), title }, { locale })].join('').slice(0, 800),
  );

exporterConformance(markdown, {
  snapshot: '../fixtures/sample.md',
  entryNames: (output) => nodes(output, 'ATXHeading3').map((heading) => unescape(heading.replace(ANCHOR, '').slice(4))),
  expectInert: (output) => {
    for (const kind of [
      'HTMLBlock',
      'InlineCode',
      'FencedCode',
      'CodeBlock',
      'Image',
      'Autolink',
      'Table',
      'Emphasis',
    ]) {
      expect(nodes(output, kind).filter((node) => node !== '*')).toEqual([]);
    }
    for (const kind of [
      'StrongEmphasis',
      'Strikethrough',
      'OrderedList',
      'HorizontalRule',
      'CommentBlock',
      'SetextHeading1',
      'SetextHeading2',
    ]) {
      expect(nodes(output, kind)).toEqual([]);
    }
    expect(nodes(output.replace(new RegExp(ANCHOR, 'gmu'), ''), 'HTMLTag')).toEqual([]);
    expect(
      nodes(output, 'URL').filter(
        (url) => !/^(?:#[\p{L}\p{M}\p{N}\p{Pc}-]+|\.\.\/docs\/docs\/[^\s/:()<>]+#L\d+)$/u.test(url),
      ),
    ).toEqual([]);
    expect(nodes(output, 'ATXHeading1')).toHaveLength(1);
    expect(nodes(output, 'ATXHeading3')).toHaveLength(2);
  },
});

describe('a Markdown export', () => {
  it('leads every inner link to exactly one place', () => {
    const output = write(anchorsGlossary());
    const targets = [...ids(output)];
    expect(targets).toEqual([...new Set(targets)]);
    const links = nodes(output, 'URL').map((url) => url.slice(1));
    expect(links.filter((link) => !targets.includes(link))).toEqual([]);
    expect(links.length).toBeGreaterThan(4);
  });

  it('quotes what its statement leaves out, and no more marks', () => {
    const quote = 'A **tide gate** is a [door](doors.md) in a sea wall.';
    const corpus = buildCorpus({ 'a.md': `${quote} Or so.` });
    const told = (text: string): string => {
      const definition = buildDefinition([corpus.evidence('a.md', quote)], { text });
      return write(
        buildGlossary({ documents: corpus.documents, concepts: [buildConcept('tide gate', { definition })] }),
      );
    };
    expect(told('A tide gate is a door in a sea wall.')).not.toContain('> ');
    expect(told('A door in a sea wall.')).toContain('> A \\*\\*tide gate');
  });

  it('says how many places it leaves out', () => {
    const corpus = buildCorpus({ 'a.md': 'tide '.repeat(30) });
    const concepts = [buildConcept('tide', { occurrences: corpus.occurrences('tide') })];
    const output = write(buildGlossary({ documents: corpus.documents, concepts }), { occurrenceLimit: 7 });
    expect(output).toContain('- Found 30 times in 1 document: a.md:1, 1, 1, 1, 1, 1, 1, and 23 more\n');
  });

  it('speaks Japanese where it is asked to', () => {
    const output = write(sampleGlossary(), { locale: 'ja' });
    expect(output).toContain('2回使われていますが、説明はありません。');
    expect(output).toContain('- 略語：UKC\n');
  });

  it('is called a glossary in the language around it, until somebody gives it a name', () => {
    for (const text of openings('Glossary', 'ja')) expect(text).toContain('用語集');
    for (const text of openings('Glossary', 'en')) expect(text).toContain('Glossary');
    for (const text of openings('Harbour words', 'ja')) expect(text).toContain('Harbour words');
  });

  it('speaks the language of its entries where nothing is asked, issues too', () => {
    const concept = buildConcept('舫い綱', { language: 'ja' });
    const issue = {
      id: issueId('1'),
      conceptId: concept.id,
      kind: 'missing-relation',
      rule: 'near-duplicate',
      message: '"舫い綱" and "もやい綱" may be one entry.',
      quote: '',
      others: [],
      state: 'open',
    } as const;
    const output = write(buildGlossary({ concepts: [concept], issues: [issue] }), { includeIssues: true });
    expect(output).toContain('- 未解決の指摘：「舫い綱」と同じ項目かもしれないものがあります。\n');
  });

  it('tells readers of no open issues unless it is asked to', () => {
    expect(write(sampleGlossary())).not.toContain('Open issue');
    expect(write(sampleGlossary(), { includeIssues: true })).toContain('- Open issue: ');
  });

  it('says nothing against what a person wrote, also where no passage stands behind it', () => {
    expect(unsupportedBy('person')).toContain('\nA quay is a wall.\n');
    expect(unsupportedBy('language-model')).toContain('\nA quay is a wall. *(not supported by the documents)*\n');
  });

  it('names places without links where it does not know where the documents are', () => {
    const output = write(sampleGlossary());
    expect(output).toContain('(handbook/berths.md:3)');
    expect(nodes(output, 'URL').every((url) => url.startsWith('#'))).toBe(true);
  });
});

function unsupportedBy(author: 'person' | 'language-model'): string {
  const statements = [{ text: 'A quay is a wall.', role: 'definition', support: 'unsupported', evidence: [] }] as const;
  const definition = buildDefinition([], { author, statements });
  return write(buildGlossary({ concepts: [buildConcept('quay', { definition })] }), { includeUnsupported: true });
}

function anchorsGlossary(): Glossary {
  const names = [
    'A',
    'a',
    'Tide',
    'tide',
    'tide-1',
    'tide 2',
    'C',
    'C++',
    'C#',
    '😀',
    '🚀',
    'glossary',
    '潮位',
    'ポッド',
  ];
  const concepts = names.map((name, index) => buildConcept(name, { id: buildConcept(`${name}${index}`).id }));
  const [first, ...others] = concepts;
  const relations = others.map(
    ({ id }) => ({ kind: 'see-also', target: id, state: 'accepted', evidence: [] }) as const,
  );
  const all = first === undefined ? [] : [{ ...first, designations: [buildDesignation('A')], relations }, ...others];
  return buildGlossary({ concepts: all });
}

/** The ids that a repository host gives to an output: those written out, and those of plain headings. */
function ids(output: string): string[] {
  const explicit = [...output.matchAll(/^#+ <a id="([^"]+)">/gmu)].map(([, id = '']) => id);
  const plain = [...output.matchAll(/^#+ ([a-z ]+)$/gimu)];
  return [...explicit, ...plain.map(([, text = '']) => text.toLowerCase().replaceAll(' ', '-'))];
}

function nodes(output: string, name: string): string[] {
  const found: string[] = [];
  // The mark of an export links to nothing.
  parser.parse(output.replace(markdownMark, '')).iterate({
    enter: (node) => {
      if (node.name === name) found.push(output.slice(node.from, node.to));
    },
  });
  return found;
}

function unescape(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
