import { describe, expect, it } from 'vitest';
import { buildConcept, buildDesignation, buildGlossary } from '../../testing/builders.ts';
import { exporterConformance } from '../../testing/conformance/exporter.ts';
import { textCheckerConformance } from '../../testing/conformance/text-checker.ts';
import { lintText, textlintRulePrh } from '../../testing/textlint.ts';
import { prh } from './prh.ts';

/** prh itself reads the rules, as textlint hands them to it. */
const check = (rules: string, text: string) =>
  lintText({ rule: textlintRulePrh, options: { ruleContents: [rules] } }, text);

exporterConformance(prh, {
  hasDefinitions: false,
  snapshot: '../fixtures/sample.prh.yml',
  expectInert: (output) => {
    const keys = output
      .split('\n')
      .filter((line) => !/^(?:#.*|| {2}- expected: '.*'| {4}(?:pattern|prh): '.*')$/u.test(line));
    expect(keys).toEqual(['version: 1', expect.stringMatching(/^rules:(?: \[\])?$/u)]);
  },
});

textCheckerConformance(prh, { check, mindsCapitals: true });

describe('rules for prh', () => {
  it('say why', async () => {
    const driver = buildDesignation('driver', { status: 'forbidden', reason: "drivers: it's # on land" });
    const glossary = buildGlossary({
      concepts: [buildConcept('pilot', { designations: [buildDesignation('pilot'), driver] })],
    });
    expect([...prh.write(glossary, {})].join('')).toContain("    prh: 'drivers: it''s # on land'\n");
    expect(await check([...prh.write(glossary, {})].join(''), 'A driver.')).toHaveLength(1);
  });
});
