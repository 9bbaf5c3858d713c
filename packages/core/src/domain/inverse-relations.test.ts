import { describe, expect, it } from 'vitest';
import { conceptId } from './ids.ts';
import { inverseRelations, type RelationTo } from './inverse-relations.ts';

const [lamp, tower] = [conceptId('lamp'), conceptId('tower')];
const to = (kind: RelationTo['kind'], source = lamp): RelationTo => ({ kind, source, state: 'accepted' });

describe('the other ends of relations', () => {
  it('are shown where the entry says nothing of them', () => {
    expect(inverseRelations({ relations: [] }, [to('broader'), to('part-of', tower)])).toHaveLength(2);
  });

  it('are left out where the entry says the same from its own end', () => {
    const state = 'accepted';
    const relations = [
      { kind: 'narrower', target: lamp, state } as const,
      { kind: 'see-also', target: tower, state } as const,
    ];
    const left = inverseRelations({ relations }, [
      to('broader'),
      to('see-also', tower),
      to('part-of'),
      to('broader', tower),
    ]);
    expect(left.map(({ kind, source }) => [kind, source])).toEqual([
      ['part-of', lamp],
      ['broader', tower],
    ]);
  });

  it('that are accepted are shown where the entry has the same as a proposal', () => {
    const relations = [{ kind: 'narrower', target: lamp, state: 'proposed' } as const];
    expect(inverseRelations({ relations }, [to('broader')])).toHaveLength(1);
    expect(inverseRelations({ relations }, [{ ...to('broader'), state: 'proposed' }])).toEqual([]);
  });
});
