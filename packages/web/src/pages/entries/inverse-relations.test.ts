import { conceptId } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import { inverseRelations, type RelationTo } from './inverse-relations.ts';

const [lamp, tower] = [conceptId('lamp'), conceptId('tower')];
const to = (kind: RelationTo['kind'], source = lamp): RelationTo => ({ kind, source, state: 'accepted', term: source });

describe('the other ends of relations', () => {
  it('are shown where the entry says nothing of them', () => {
    expect(inverseRelations({ relations: [] }, [to('broader'), to('part-of', tower)])).toHaveLength(2);
  });

  it('are left out where the entry says the same from its own end', () => {
    const relations = [{ kind: 'narrower', target: lamp } as const, { kind: 'see-also', target: tower } as const];
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
});
