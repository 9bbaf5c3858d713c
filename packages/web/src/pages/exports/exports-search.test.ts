import { describe, expect, it } from 'vitest';
import { exportCommand, exportsSearch, selectionOf } from './exports-search.ts';

describe('what the address of the exports says', () => {
  it('is what is asked of the server, without what says nothing', () => {
    const search = exportsSearch({
      format: 'csv',
      version: 3,
      states: ['in-use', 'defined', 'gone'],
      confidence: 0.8,
      evidence: 'with',
      order: 'occurrences',
    });
    expect(selectionOf(search)).toEqual({
      version: 3,
      states: ['defined', 'in-use'],
      minimumConfidence: 0.8,
      evidence: 'with',
      order: 'occurrences',
    });
    expect(selectionOf(exportsSearch({}))).toEqual({});
    expect(selectionOf(exportsSearch({ version: 'x', states: 'defined', confidence: 2, order: 'no' }))).toEqual({});
    expect(selectionOf(exportsSearch({ states: ['defined', 'in-use', 'unexplained'] }))).toEqual({});
  });

  it('leaves in one category, those in none, or all, never two at once', () => {
    expect(selectionOf(exportsSearch({ category: 'Sea' }))).toEqual({ categories: ['Sea'] });
    expect(selectionOf(exportsSearch({ uncategorised: true, category: 'Sea' }))).toEqual({ categories: [null] });
    const command = { project: 'docs', format: 'json', locale: 'en' } as const;
    expect(exportCommand({ ...command, search: { category: "The sea's" } })).toContain("--category 'The sea'\\''s'");
    expect(exportCommand({ ...command, search: { uncategorised: true } })).toContain('--uncategorised');
  });

  it('is told as a command that a shell reads as it was meant', () => {
    const plain = { project: 'docs', format: 'markdown', locale: 'en', search: {} } as const;
    expect(exportCommand(plain)).toBe('genglossary export --project docs --format markdown --locale en');
    const search = exportsSearch({
      version: 2,
      states: ['defined'],
      confidence: '0.5',
      evidence: 'without',
    });
    expect(exportCommand({ ...plain, project: "the harbour's", format: 'csv', search })).toBe(
      "genglossary export --project 'the harbour'\\''s' --format csv --locale en --published 2 --states defined " +
        '--min-confidence 0.5 --evidence without --bom',
    );
    expect(exportCommand({ ...plain, format: 'csv', search: exportsSearch({ bom: false }) })).not.toContain('--bom');
  });
});
