import { type RelationKind, relationKinds } from '../../domain/index.ts';
import { tbxProposed } from '../../export/tbx/tbx-words.ts';
import type { TbxField } from './tbx-fields.ts';

/** Fields that lead to another entry, in TBX-Basic and in the default of version 2. */
const kinds: ReadonlyMap<string, RelationKind> = new Map([
  ['crossReference', 'see-also'],
  ['relatedConcept', 'see-also'],
  ['associatedConcept', 'see-also'],
  ['relatedConceptBroader', 'broader'],
  ['superordinateConcept', 'broader'],
  ['superordinateConceptGeneric', 'broader'],
  ['broaderConceptGeneric', 'broader'],
  ['relatedConceptNarrower', 'narrower'],
  ['subordinateConcept', 'narrower'],
  ['subordinateConceptGeneric', 'narrower'],
  ['superordinateConceptPartitive', 'part-of'],
  ['broaderConceptPartitive', 'part-of'],
]);

export const isRelation = (field: string): boolean => kinds.has(field);

/** The relations that fields tell, each once; what leads nowhere, and what nobody has accepted yet, is left. */
export function relationsOf(
  fields: readonly TbxField[],
  { places, place }: { readonly places: ReadonlyMap<string, number>; readonly place: number },
): {
  readonly relations: readonly { readonly kind: RelationKind; readonly place: number }[];
  readonly left: readonly string[];
} {
  const relations: { kind: RelationKind; place: number }[] = [];
  const left: string[] = [];
  for (const { name, text, target = '' } of fields.filter((field) => isRelation(field.name))) {
    const { kind, isProposed } = kindOf(name, text);
    const to = places.get(target.replace(/^#/u, ''));
    const isNew = !relations.some((one) => one.kind === kind && one.place === to);
    if (isProposed) left.push(`${name}${tbxProposed}`);
    else if (to === undefined) left.push(name);
    else if (to !== place && isNew) relations.push({ kind, place: to });
  }
  return { relations, left };
}

/** Our own exports say the kind before the name that a relation leads to. */
function kindOf(name: string, text: string): { readonly kind: RelationKind; readonly isProposed: boolean } {
  const said = text.slice(0, Math.max(0, text.indexOf(': ')));
  const isProposed = said.endsWith(tbxProposed);
  const own = relationKinds.find((one) => one === (isProposed ? said.slice(0, -tbxProposed.length) : said));
  return own === undefined ? { kind: kinds.get(name) ?? 'see-also', isProposed: false } : { kind: own, isProposed };
}
