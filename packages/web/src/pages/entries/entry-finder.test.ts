import { describe, expect, it } from 'vitest';
import type { EntrySummary } from '../../data/shapes.ts';
import { entryFinder } from './entry-finder.ts';

const entries = [
  { term: 'lock', names: [], state: 'defined', categoryId: 'parts' },
  { term: 'sluice', names: ['lock gate'], state: 'unexplained', categoryId: 'parts' },
  { term: 'barge', names: [], state: 'defined', definition: 'It goes through a lock.' },
] as unknown as readonly EntrySummary[];

const find = entryFinder(entries);
const shown = (choice: Parameters<typeof find>[0]) => find(choice).map(({ term }) => term);

describe('the entries that are asked for', () => {
  it('are those of a category, or of none', () => {
    expect(shown({ query: '', filter: 'all', category: 'parts' })).toEqual(['lock', 'sluice']);
    expect(shown({ query: '', filter: 'all', category: 'none' })).toEqual(['barge']);
    expect(shown({ query: '', filter: 'defined', category: 'parts' })).toEqual(['lock']);
    expect(shown({ query: '', filter: 'all', category: 'gone' })).toEqual([]);
  });

  it('are found by their names before their words', () => {
    expect(shown({ query: 'LOCK', filter: 'all' })).toEqual(['lock', 'sluice', 'barge']);
    expect(shown({ query: 'lock', filter: 'all', category: 'none' })).toEqual(['barge']);
  });
});
