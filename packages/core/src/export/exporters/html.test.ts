import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { buildConcept, buildCorpus, buildGlossary } from '../../testing/builders.ts';
import { exporterConformance } from '../../testing/conformance/exporter.ts';
import { sampleGlossary } from '../../testing/sample-glossary.ts';
import { pageScript } from '../html/page-script.ts';
import { pageStyle } from '../html/page-style.ts';
import { html } from './html.ts';

const elementNames = new Set(
  'html head meta title style body div header h1 p nav input output button ul li a main section h2 h3 article ruby rp rt span q cite b s details summary script'.split(
    ' ',
  ),
);
const attributeNames = new Set(
  'lang charset http-equiv content name class id aria-label aria-describedby aria-keyshortcuts hidden type autocomplete spellcheck placeholder for data-pattern href'.split(
    ' ',
  ),
);

exporterConformance(html, {
  snapshot: '../fixtures/sample.html',
  entryNames: (output) => read(output).names,
  expectInert: (output) => {
    const { elements, names, text } = read(output);
    expect(names).toHaveLength(2);
    expect(elements.filter(({ name }) => !elementNames.has(name))).toEqual([]);
    expect(
      elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => !attributeNames.has(name)),
    ).toEqual([]);
    const links = elements.flatMap(({ attributes: { href } }) => (href === undefined ? [] : [href]));
    expect(
      links.filter((link) => !/^(?:#[\p{L}\p{M}\p{N}\p{Pc}.-]+|\.\.\/docs\/docs\/[^\s/:]+#L\d+)$/u.test(link)),
    ).toEqual([]);
    expect(text.get('script')).toEqual([pageScript]);
    expect(text.get('style')).toEqual([pageStyle]);
  },
});

describe('an HTML export', () => {
  it('gives each id once and leads every link and description to one', () => {
    const names = ['A', 'a', 'Tide', 'tide', 'tide-1', 'C', 'C++', '😀', 'ui.search', 'letter.0', '潮位'];
    const concepts = names.map((name, number) => buildConcept(name, { id: buildConcept(`${name}${number}`).id }));
    for (const glossary of [sampleGlossary(), buildGlossary({ concepts })]) {
      const attributes = read([...html.write(glossary, {})].join('')).elements.map((element) => element.attributes);
      const ids = attributes.flatMap(({ id }) => (id === undefined ? [] : [id]));
      expect(ids).toEqual([...new Set(ids)]);
      const targets = attributes.flatMap((one) => [one['href']?.slice(1), one['aria-describedby'], one['for']]);
      expect(targets.filter((target) => target !== undefined && !ids.includes(target))).toEqual([]);
    }
  });

  it('lets a browser run only the style and the script that it holds', () => {
    const { elements } = read([...html.write(sampleGlossary(), {})].join(''));
    const policy = elements.find(({ attributes }) => 'http-equiv' in attributes)?.attributes['content'];
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash(pageStyle)}'; script-src 'sha256-${hash(pageScript)}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('says in which language each entry is written', () => {
    const { elements } = read([...html.write(sampleGlossary(), { locale: 'ja' })].join(''));
    const langs = elements
      .filter(({ name }) => name === 'html' || name === 'h3')
      .map(({ attributes }) => attributes['lang']);
    expect(langs).toEqual(['ja', 'en', 'en', 'en', 'en', 'ja', 'ja']);
  });

  it('says how many places it leaves out', () => {
    const corpus = buildCorpus({ 'a.md': 'tide '.repeat(30) });
    const concepts = [buildConcept('tide', { occurrences: corpus.occurrences('tide') })];
    const glossary = buildGlossary({ documents: corpus.documents, concepts });
    expect([...html.write(glossary, { occurrenceLimit: 7 })].join('')).toContain('<li>and 23 more</li>');
  });
});

interface Reading {
  readonly elements: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[];
  readonly names: readonly string[];
  readonly text: ReadonlyMap<string, readonly string[]>;
}

/** What a browser would build: the elements, the names of the entries without their readings, and script and style. */
function read(output: string): Reading {
  const elements: { name: string; attributes: Readonly<Record<string, string>> }[] = [];
  const names: string[] = [];
  const text = new Map<string, string[]>();
  const open: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      elements.push({ name, attributes });
      open.push(name);
      if (name === 'h3') names.push('');
      if (name === 'script' || name === 'style') text.set(name, [...(text.get(name) ?? []), '']);
    },
    onclosetag: () => open.pop(),
    ontext: (part) => {
      const inside = open.at(-1) ?? '';
      if (open.includes('h3') && inside !== 'rt' && inside !== 'rp') names.push((names.pop() ?? '') + part);
      const sources = text.get(inside);
      sources?.push((sources.pop() ?? '') + part);
    },
  });
  parser.end(output);
  return { elements, names, text };
}

function hash(source: string): string {
  return createHash('sha256').update(source).digest('base64');
}
