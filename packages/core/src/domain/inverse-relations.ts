import type { Relation, RelationKind } from './concept.ts';
import type { ConceptId } from './ids.ts';

/** What another entry says of its relation to this one. */
export interface RelationTo {
  readonly kind: RelationKind;
  readonly state: Relation['state'];
  readonly source: ConceptId;
}

/** The same relation, said from its other end; a relation without one has no word for that. */
const inverses: Readonly<Record<RelationKind, RelationKind | undefined>> = {
  synonym: 'synonym',
  abbreviation: undefined,
  broader: 'narrower',
  narrower: 'broader',
  'part-of': undefined,
  'see-also': 'see-also',
};

/** The relations to an entry that it does not say itself already; what is accepted is not said by what is proposed. */
export function inverseRelations<One extends RelationTo>(
  { relations }: { readonly relations: readonly Pick<Relation, 'kind' | 'target' | 'state'>[] },
  relationsTo: readonly One[],
): readonly One[] {
  const said = new Map(relations.map(({ kind, target, state }) => [`${kind} ${target}`, state]));
  return relationsTo.filter(({ kind, source, state }) => {
    const own = said.get(`${inverses[kind]} ${source}`);
    return own === undefined || (own === 'proposed' && state === 'accepted');
  });
}
