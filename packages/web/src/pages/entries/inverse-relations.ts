import type { ConceptId, Relation, RelationKind } from '@genglossary/core/domain';

/** What another entry says of its relation to this one. */
export interface RelationTo {
  readonly kind: RelationKind;
  readonly state: Relation['state'];
  readonly source: ConceptId;
  readonly term: string;
}

/** The same relation, said from its other end. */
const inverses: Readonly<Record<RelationKind, RelationKind | undefined>> = {
  synonym: 'synonym',
  abbreviation: undefined,
  broader: 'narrower',
  narrower: 'broader',
  'part-of': undefined,
  'see-also': 'see-also',
};

/** The relations to an entry that it does not say itself already, from either end. */
export function inverseRelations(
  { relations }: { readonly relations: readonly Pick<Relation, 'kind' | 'target'>[] },
  relationsTo: readonly RelationTo[],
): readonly RelationTo[] {
  const said = new Set(relations.map(({ kind, target }) => `${kind} ${target}`));
  return relationsTo.filter(({ kind, source }) => !said.has(`${inverses[kind]} ${source}`));
}
