import { describe, expect, it } from 'vitest';
import type { Concept } from '../../domain/index.ts';
import { buildConcept, buildDesignation, buildGlossary } from '../../testing/builders.ts';
import { exporterConformance } from '../../testing/conformance/exporter.ts';
import { textCheckerConformance } from '../../testing/conformance/text-checker.ts';
import { readValeRule, runValeSubstitution } from '../../testing/vale-substitution.ts';
import { vale } from './vale.ts';

exporterConformance(vale, {
  hasDefinitions: false,
  snapshot: '../fixtures/sample.vale.yml',
  expectInert: (output) => {
    expect(Object.keys(readValeRule(output))).toEqual(
      expect.arrayContaining(['extends', 'message', 'level', 'nonword', 'swap']),
    );
  },
});

textCheckerConformance(vale, {
  check: (rules, text) => Promise.resolve(runValeSubstitution(rules, text)),
  mindsCapitals: true,
});

describe('a rule for Vale', () => {
  it('says why beside the name, in a comment', () => {
    expect(written(pilot('pilot', 'drivers are: on land'))).toContain('\n  # drivers are: on land\n');
  });

  it('offers what to write, but not where a bar would make two names of one', () => {
    expect(readValeRule(written(pilot('pilot'))).action).toEqual({ name: 'replace' });
    expect(readValeRule(written(pilot('pilot|guide'))).action).toBeUndefined();
  });

  it('is read also where a word stands in hundreds of names', () => {
    const others = Array.from({ length: 200 }, (_, index) => buildConcept(`driver of crane ${index}`));
    const rule = written(pilot('pilot'), ...others);
    expect(runValeSubstitution(rule, 'The driver of crane 17 and a driver of cranes.')).toHaveLength(1);
  });
});

function pilot(term: string, reason?: string): Concept {
  const forbidden = buildDesignation('driver', { status: 'forbidden', ...(reason === undefined ? {} : { reason }) });
  return buildConcept(term, { designations: [buildDesignation(term), forbidden] });
}

function written(...concepts: readonly Concept[]): string {
  return [...vale.write(buildGlossary({ concepts }), { locale: 'en' })].join('');
}
