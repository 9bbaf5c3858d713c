import { describe, expect, it } from 'vitest';
import { readViews } from './saved-views.ts';

describe('saved views', () => {
  it('are what the address would say, without the row in hand', () => {
    const stored = JSON.stringify([
      { name: 'Long names', search: { q: 'lock', show: 'several-words', sort: '-count' } },
    ]);
    expect(readViews(stored)).toMatchObject([
      { name: 'Long names', search: { q: 'lock', show: 'several-words', sort: '-count' } },
    ]);
  });

  it('are left out where they mean nothing any more', () => {
    expect(readViews(null)).toEqual([]);
    expect(readViews('no JSON')).toEqual([]);
    expect(readViews('{}')).toEqual([]);
    expect(readViews(JSON.stringify([null, { name: '' }, { name: 'x' }, { name: 3, search: {} }]))).toEqual([]);
    expect(readViews(JSON.stringify([{ name: 'x', search: { show: 'gone' } }]))).toMatchObject([
      { name: 'x', search: { show: undefined } },
    ]);
  });
});
