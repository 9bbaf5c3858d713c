import type { ImportedEntry, ImportedName } from '../imported-entry.ts';
import { leftAround } from './left-around.ts';
import type { Left } from './left.ts';
import { isRelation, relationsOf } from './relations-of.ts';
import { sectionsOf, type Tongues } from './sections-of.ts';
import { isStatement, statementsOf } from './statements-of.ts';
import type { TbxEntry, TbxField, TbxSection } from './tbx-fields.ts';
import { type ReadName, tbxName } from './tbx-name.ts';

/** The entry of a glossary that an entry of a termbase is; what has no place in one is counted in `left`. */
export function importedOf(
  entry: TbxEntry,
  {
    place,
    tongues,
    places,
    left,
  }: {
    readonly place: number;
    readonly tongues: Tongues;
    /** Of entries, by the ids that relations lead to. */
    readonly places: ReadonlyMap<string, number>;
    readonly left: Left;
  },
): ImportedEntry {
  const { language, read, further, unread } = sectionsOf(entry, tongues);
  for (const section of unread) left.names(section.language ?? '?', section.terms.length);
  const [other] = unread.flatMap(({ terms }) => terms);
  if (read.length === 0 && other !== undefined) {
    return { place, names: [{ text: other.text, status: 'preferred' }], statements: [], unfit: OTHER_LANGUAGE };
  }
  const own = namesOf(read);
  const leading = leadingName(own);
  const names = [...(leading === undefined ? [] : [leading]), ...own, ...namesOf(further)];
  const taken = [...new Set(names)].map((one) => importedName(one, { isFirst: one === leading, leading }));

  const shared = [...entry.fields, ...[...read, ...further].flatMap(({ fields }) => fields)];
  const category = shared.find(({ name, text }) => name === 'subjectField' && text !== '');
  const shown = [...entry.fields, ...read.flatMap(fieldsOf)];
  const { relations, left: leftRelations } = relationsOf([...shown, ...further.flatMap(fieldsOf)], { places, place });
  const { statements, notes, left: leftStatements } = statementsOf(shown, further.flatMap(fieldsOf));
  left.fields([...leftRelations, ...leftStatements, ...taken.flatMap((one) => one.left)]);
  for (const field of shared.filter(({ name }) => !isStatement(name))) {
    const isRead = field === category || field.name === 'note' || isRelation(field.name);
    left.fields([...(isRead ? [] : [field.name]), ...leftAround(field)]);
  }

  const said = shared.filter(({ name, text }) => name === 'note' && text !== '').map(({ text }) => text);
  const note = [...said, ...taken.flatMap((one) => one.notes), ...notes].join('\n');
  return {
    place,
    ...(language === undefined ? {} : { language }),
    names: taken.map(({ name }) => name),
    statements,
    ...(category === undefined ? {} : { category: category.text }),
    ...(note === '' ? {} : { note }),
    relations,
    ...(leading === undefined && names.length > 0 ? { unfit: NO_USABLE_NAME } : {}),
  };
}

const OTHER_LANGUAGE = {
  reason: 'other-language',
  detail: 'The entry has no name in the language that was asked for.',
} as const;

const NO_USABLE_NAME = {
  reason: 'no-usable-name',
  detail: 'The entry has only names that are not to be used.',
} as const;

/** What a section and its names say. */
function fieldsOf({ fields, terms }: TbxSection): readonly TbxField[] {
  return [...fields, ...terms.flatMap((term) => term.fields)];
}

function namesOf(sections: readonly TbxSection[]): readonly ReadName[] {
  return sections.flatMap(({ terms }) => terms.filter(({ text }) => text !== '').map(tbxName));
}

/** The name that an entry goes by: the preferred one, else the first that may be used. */
function leadingName(names: readonly ReadName[]): ReadName | undefined {
  return (
    names.find(({ name }) => name.status === 'preferred') ??
    names.find(({ name }) => name.status === undefined || name.status === 'admitted')
  );
}

/** A note on a name that is not to be used says why; any other one is about the entry. */
function importedName(
  { name, notes: own, replacement, left }: ReadName,
  { isFirst, leading }: { readonly isFirst: boolean; readonly leading: ReadName | undefined },
): { readonly name: ImportedName; readonly notes: readonly string[]; readonly left: readonly string[] } {
  const { status: rated = 'admitted', reason, ...rest } = name;
  const status = isFirst ? 'preferred' : rated === 'preferred' ? 'admitted' : rated;
  const isUnwelcome = status === 'deprecated' || status === 'forbidden';
  const why = reason ?? (isUnwelcome ? own[0] : undefined);
  const notes = own.slice(reason === undefined && isUnwelcome ? 1 : 0);
  // The entry says by itself what to say instead, where that is its preferred name.
  const isOther = replacement !== undefined && replacement !== leading?.name.text;
  return {
    name: { ...rest, status, ...(why === undefined ? {} : { reason: why }) },
    notes: isOther ? [...notes, `${name.text} → ${replacement}`] : notes,
    left,
  };
}
