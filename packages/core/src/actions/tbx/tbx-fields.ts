import type { FileElement } from './read-elements.ts';

/** One thing that a termbase says: of an entry, of its names in a language, or of one name. */
export interface TbxField {
  /** As the file calls it: `definition`, `administrativeStatus`, `note`. */
  readonly name: string;
  readonly text: string;
  /** The id that it leads to. */
  readonly target?: string;
  /** Where a statement is from, and the words that stand there where the file tells them. */
  readonly sources: readonly { readonly text: string; readonly words?: string }[];
  /** Notes about it. */
  readonly notes: readonly string[];
  /** What else is said about it, by the names of fields. */
  readonly others: readonly string[];
}

export interface TbxTerm {
  readonly id?: string;
  readonly text: string;
  readonly fields: readonly TbxField[];
}

export interface TbxSection {
  /** The tag as it stands there. */
  readonly language?: string;
  readonly fields: readonly TbxField[];
  readonly terms: readonly TbxTerm[];
}

/** An entry of a termbase in any style and version, before anybody asks what of it a glossary can keep. */
export interface TbxEntry {
  readonly id?: string;
  readonly fields: readonly TbxField[];
  readonly sections: readonly TbxSection[];
}

export const isTbxEntry = (name: string): boolean => name === 'conceptEntry' || name === 'termEntry';

/** The entry that an element is: `conceptEntry` of version 3, `termEntry` of version 2. */
export function tbxEntry({ attributes, children }: FileElement): TbxEntry {
  return {
    ...idOf(attributes),
    fields: children.filter((child) => !isSection(child)).flatMap(fieldsOf),
    sections: children.filter(isSection).map(sectionOf),
  };
}

const isSection = ({ name }: FileElement): boolean => name === 'langSec' || name === 'langSet';
const isTerm = ({ name }: FileElement): boolean => name === 'termSec' || name === 'tig' || name === 'ntig';

function sectionOf({ attributes, children }: FileElement): TbxSection {
  const language = attributes['xml:lang'] ?? attributes['lang'];
  return {
    ...(language === undefined ? {} : { language }),
    fields: children.filter((child) => !isTerm(child)).flatMap(fieldsOf),
    terms: children.filter(isTerm).map(termOf),
  };
}

function termOf({ attributes, children }: FileElement): TbxTerm {
  // Version 2 has a term and its notes in a group, where the name can be taken apart.
  const flat = children.flatMap((child) => (child.name === 'termGrp' ? child.children : [child]));
  const term = flat.find(({ name }) => name === 'term');
  return {
    ...idOf({ ...term?.attributes, ...attributes }),
    text: (term?.text ?? '').replace(/ *[\t\r\n]\s*/gu, ' ').trim(),
    fields: flat.filter((child) => child !== term).flatMap(fieldsOf),
  };
}

/** What an element says, with what a group around it adds. */
function fieldsOf(element: FileElement): readonly TbxField[] {
  const { name, children } = element;
  const alone = { sources: [], notes: [], others: [] };
  if (!name.endsWith('Grp')) return [{ ...plainField(element), ...alone }];
  const [first, ...rest] = children;
  if (first === undefined) return [];
  // Who did what when: one thing, of which nothing is read.
  if (name === 'transacGrp') return [{ ...plainField(first), ...alone }];
  const sources: { text: string; words?: string }[] = [];
  const notes: string[] = [];
  const others: string[] = [];
  let before = '';
  for (const { name: kind, text } of rest.map(plainField)) {
    const source = sources.at(-1);
    if (kind === 'source') sources.push({ text });
    else if (kind !== 'note') others.push(kind);
    // Our exports have the words of a source right behind it.
    else if (before === 'source' && source !== undefined) source.words = text;
    else notes.push(text);
    before = kind;
  }
  return [{ ...plainField(first), sources, notes, others }];
}

function plainField(element: FileElement): Pick<TbxField, 'name' | 'text' | 'target'> {
  const { target } = element.attributes;
  return { name: fieldName(element), text: element.text, ...(target === undefined ? {} : { target }) };
}

/** In the style DCA a field is named by an attribute, in DCT by its element. */
function fieldName({ name, isPrefixed, attributes }: FileElement): string {
  return isPrefixed ? name : (attributes['type'] ?? name);
}

function idOf({ id }: Readonly<Record<string, string>>): { readonly id?: string } {
  return id === undefined ? {} : { id };
}
