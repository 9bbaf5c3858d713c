import type { Definition, Statement } from '@genglossary/core/domain';
import { documentId } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import { citedPlace, statementToCite } from './cite.ts';

const statement = (passages: number): Statement => ({
  text: 'A lamp burns.',
  role: 'definition',
  support: 'supported',
  evidence: Array.from({ length: passages }, () => ({
    documentId: documentId('lamps'),
    range: { start: 0, end: 5 },
    quote: 'Lamps',
  })),
});
const entry = (...statements: Statement[]): { readonly current: Definition } => ({
  current: { revision: 1, state: 'edited', author: 'person', statements, confidence: 0.9 },
});

describe('a passage that is put behind a definition', () => {
  it('is meant for the first statement that has none, else for the last', () => {
    expect(statementToCite(entry(statement(1), statement(0), statement(0)))).toBe(1);
    expect(statementToCite(entry(statement(1), statement(2)))).toBe(1);
  });

  it('is for no entry that a run defined', () => {
    const { current } = entry(statement(1));
    expect(statementToCite({ current: { ...current, author: 'built-in' } })).toBeUndefined();
    expect(statementToCite({})).toBeUndefined();
  });

  it('comes after those that its statement has', () => {
    expect(citedPlace(entry(statement(1), statement(2), statement(3)), 1)).toBe(3);
    expect(citedPlace(entry(statement(0)), 0)).toBe(0);
  });
});
