import { describe, expect, it } from 'vitest';
import type { EntrySummary } from '../data/shapes.ts';
import { stateOf } from './highlight-state.ts';

// Of an entry, only what decides how its words are marked.
const entry = {
  state: 'defined',
  term: 'fire wall brick',
  names: ['bag wall'],
  forbidden: ['fire wall', 'ばりあ'],
} as unknown as EntrySummary;

describe('words of a document that stand for an entry', () => {
  it('are forbidden where they are a name that is not to be used, whatever their case, width and inflection', () => {
    expect(stateOf(entry, 'Fire walls')).toBe('forbidden');
    expect(stateOf(entry, 'バリア')).toBe('forbidden');
  });

  it('are not forbidden where a longer name that may be used begins with one that may not', () => {
    expect(stateOf(entry, 'fire wall bricks')).toBe('defined');
  });

  it('are as the entry is else', () => {
    expect(stateOf(entry, 'bag wall')).toBe('defined');
    expect(stateOf({ ...entry, state: 'in-use' }, 'bag wall')).toBe('candidate');
    expect(stateOf(undefined, 'bag wall')).toBe('candidate');
  });
});
