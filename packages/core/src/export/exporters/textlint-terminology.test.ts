import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildConcept, buildDesignation, buildGlossary } from '../../testing/builders.ts';
import { exporterConformance } from '../../testing/conformance/exporter.ts';
import { type CheckText, textCheckerConformance } from '../../testing/conformance/text-checker.ts';
import { lintText, textlintRuleTerminology } from '../../testing/textlint.ts';
import { textlintTerminology } from './textlint-terminology.ts';

/** The rule reads the file by itself, from where its options say. */
const check: CheckText = async (rules, text) => {
  const place = await mkdtemp(join(tmpdir(), 'genglossary-terms-'));
  try {
    const terms = join(place, 'glossary.terminology.jsonc');
    await writeFile(terms, rules);
    return await lintText({ rule: textlintRuleTerminology, options: { terms, defaultTerms: false } }, text);
  } finally {
    await rm(place, { recursive: true });
  }
};

exporterConformance(textlintTerminology, {
  hasDefinitions: false,
  snapshot: '../fixtures/sample.terminology.jsonc',
  expectInert: (output) => {
    const terms: unknown = JSON.parse(output.replaceAll(/^\/\/.*\n/gmu, ''));
    expect(terms).toBeInstanceOf(Array);
  },
});

textCheckerConformance(textlintTerminology, { check, mindsCapitals: false });

describe('terms for textlint-rule-terminology', () => {
  it('name the names whose capitals it cannot mind', async () => {
    const names = [buildDesignation('computing'), buildDesignation('IT', { status: 'forbidden' })];
    const glossary = buildGlossary({ concepts: [buildConcept('computing', { designations: names })] });
    const written = [...textlintTerminology.write(glossary, {})].join('');
    expect(written).toMatch(/\n\/\/ Left out: “IT”, because capitals matter in it .*\n\[\]\n$/u);
    expect(await check(written, 'The IT of it.')).toEqual([]);
  });

  it('keep a capital where a sentence begins, as the rule does', async () => {
    const names = [buildDesignation('pilot'), buildDesignation('lodesman', { status: 'deprecated' })];
    const glossary = buildGlossary({ concepts: [buildConcept('pilot', { designations: names })] });
    const written = [...textlintTerminology.write(glossary, {})].join('');
    expect(await check(written, 'Lodesman wanted.')).toEqual([{ found: 'Lodesman', instead: 'Pilot' }]);
  });
});
