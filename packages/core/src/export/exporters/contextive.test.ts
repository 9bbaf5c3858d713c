import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exporterConformance } from '../../testing/conformance/exporter.ts';
import { sampleGlossary } from '../../testing/sample-glossary.ts';
import { contextive } from './contextive.ts';

interface Term {
  readonly name: string;
  readonly definition?: string;
  readonly examples?: readonly string[];
  readonly aliases?: readonly string[];
}

/**
 * The terms of the one context, read as Contextive documents its files: it is a program in .NET, which no npm package
 * brings. https://docs.contextive.tech/community/guides/setting-up-glossaries/
 */
function termsOf(output: string): readonly Term[] {
  const { contexts } = parse(output, { version: '1.1', strict: true }) as {
    readonly contexts: readonly { readonly name: string; readonly terms: readonly Term[] }[];
  };
  expect(contexts.map((context) => Object.keys(context))).toEqual([['name', 'terms']]);
  return contexts[0]?.terms ?? [];
}

exporterConformance(contextive, {
  snapshot: '../fixtures/sample.glossary.yml',
  entryNames: (output) => termsOf(output).map(({ name }) => name),
  expectInert: (output) => {
    const terms = termsOf(output);
    expect(terms).toHaveLength(2);
    for (const { name, definition, examples = [], aliases = [], ...rest } of terms) {
      expect(rest).toEqual({});
      expect(name).toEqual(expect.any(String));
      for (const items of [examples, aliases]) expect(new Set(items).size).toBe(items.length);
      for (const text of [definition ?? '', ...examples]) expect(text).not.toMatch(/[<>]|(?<!\\)[`[\]]/u);
    }
  },
});

describe('a glossary for Contextive', () => {
  it('finds an entry by each name that may be used', () => {
    const terms = termsOf([...contextive.write(sampleGlossary(), {})].join(''));
    const clearance = terms.find(({ name }) => name === 'under-keel clearance');
    expect(clearance?.aliases).toEqual(['UKC', 'keel clearance', 'under keel clearance']);
    expect(terms.find(({ name }) => name === 'pilot')?.aliases).toBeUndefined();
  });

  it('shows how a name is used where nothing explains it', () => {
    const terms = termsOf([...contextive.write(sampleGlossary(), {})].join(''));
    const [buoy] = terms.filter(({ name }) => name === 'fairway buoy');
    expect(buoy).toEqual({ name: 'fairway buoy', examples: ['The fairway buoy is lit at night.'] });
  });
});
