import { conceptId } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import type { WorkbenchTerm } from '../../data/shapes.ts';
import { filterTerms } from './filter-terms.ts';

const best = { by: 'score', descending: true } as const;

function term(name: string, rank: number, more: Partial<WorkbenchTerm> = {}): WorkbenchTerm {
  return {
    id: conceptId(name),
    key: name,
    language: 'en',
    term: name,
    kind: 'term',
    forms: [{ text: name, count: 1 }],
    frequency: rank,
    documentFrequency: 1,
    score: 10 - rank,
    parts: [],
    rank,
    decision: 'cut',
    isKept: false,
    ...more,
  };
}

const terms = [
  term('tide gauge', 1, { decision: 'kept', isKept: true }),
  term('サーバー', 2, { forms: [{ text: 'ｻｰﾊﾞ', count: 3 }] }),
  term('keeper', 3, { decision: 'required' }),
];
const names = (query: string, filter: Parameters<typeof filterTerms>[1]['filter'] = 'all') =>
  filterTerms(terms, { query, filter, sort: best }).map((one) => one.term);

describe('the terms that are asked for', () => {
  it('come best first', () => {
    expect(names('')).toEqual(['tide gauge', 'サーバー', 'keeper']);
  });

  it('are found by any of their forms, whatever their width or kana', () => {
    expect(names('さーば')).toEqual(['サーバー']);
    expect(names('GAUGE')).toEqual(['tide gauge']);
  });

  it('are those of one decision, or of one or several words', () => {
    expect(names('', 'required')).toEqual(['keeper']);
    expect(names('', 'several-words')).toEqual(['tide gauge']);
    expect(names('', 'one-word')).toEqual(['サーバー', 'keeper']);
  });

  it('are sorted by what is asked, the other way round too', () => {
    const counts = filterTerms(terms, { query: '', filter: 'all', sort: { by: 'count', descending: false } });
    expect(counts.map(({ frequency }) => frequency)).toEqual([1, 2, 3]);
  });
});
