import { describe, expect, it } from 'vitest';
import { termQuery } from './term-query.ts';
import { termsSearch } from './terms-search.ts';

describe('the terms that an address asks for', () => {
  it('are all of them, best first, where it asks for nothing', () => {
    expect(termQuery(termsSearch({}))).toEqual({});
  });

  it('are those of its filter, its words and its order', () => {
    expect(termQuery(termsSearch({ q: ' tide ', show: 'required', sort: '-count' }))).toEqual({
      text: 'tide',
      decision: 'required',
      sort: 'frequency',
    });
    expect(termQuery(termsSearch({ show: 'one-word', sort: 'count' }))).toEqual({
      isMultiWord: false,
      sort: 'frequency',
      isReversed: true,
    });
    expect(termQuery(termsSearch({ sort: 'term' }))).toEqual({ sort: 'term' });
  });

  it('are those of a category, or of none', () => {
    expect(termQuery(termsSearch({ category: 'c1' }))).toEqual({ categoryId: 'c1' });
    expect(termQuery(termsSearch({ category: 'none', show: 'kept' }))).toEqual({ decision: 'kept', categoryId: null });
  });

  it('are searched for a number too, and for no more than a name can have', () => {
    expect(termQuery(termsSearch({ q: 404 }))).toEqual({ text: '404' });
    expect(termQuery(termsSearch({ q: 'x'.repeat(300) })).text).toHaveLength(200);
  });

  it('stand as they are where the address says what there is not', () => {
    expect(termQuery(termsSearch({ show: 'nonsense', sort: 'weight', q: ['a'] }))).toEqual({});
  });
});
