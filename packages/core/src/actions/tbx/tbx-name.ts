import { designationKinds, type Designation, type NameMatching } from '../../domain/index.ts';
import { tbxLabels, tbxMatching } from '../../export/tbx/tbx-words.ts';
import { leftAround } from './left-around.ts';
import { isRelation } from './relations-of.ts';
import { isStatement } from './statements-of.ts';
import type { TbxTerm } from './tbx-fields.ts';

/** A name, as far as a termbase says it: `status` only where it does. */
export interface TbxName extends Pick<Designation, 'text' | 'reading' | 'reason' | 'matching'> {
  readonly status?: Designation['status'];
  readonly form?: Designation['form'];
  readonly kind?: Designation['kind'];
}

export interface ReadName {
  readonly name: TbxName;
  /** Notes that say nothing of the name alone. */
  readonly notes: readonly string[];
  /** What to say instead of it. */
  readonly replacement?: string;
  /** Fields that nothing was read from. */
  readonly left: readonly string[];
}

/** What a termbase says of a name. */
export function tbxName({ text, fields }: TbxTerm): ReadName {
  const name: { -readonly [Key in keyof TbxName]: TbxName[Key] } = { text };
  const forms: string[] = [];
  const notes: string[] = [];
  const left: string[] = [];
  let replacement: string | undefined;
  for (const field of fields.filter(({ name: one }) => !isStatement(one) && !isRelation(one))) {
    const value = field.text;
    left.push(...leftAround(field));
    switch (field.name) {
      case 'administrativeStatus':
      case 'normativeAuthorization': {
        const status = statuses.get(keyOf(value));
        if (status === undefined) left.push(field.name);
        else name.status ??= status;
        break;
      }
      case 'termType': {
        const form = formsOfTypes.get(keyOf(value));
        if (form === undefined) left.push(field.name);
        else name.form ??= form;
        break;
      }
      case 'partOfSpeech':
        if (keyOf(value) === 'propernoun') name.kind ??= 'proper-name';
        else left.push(field.name);
        break;
      case 'note': {
        const [label, words] = labelled(value);
        const isRead = label !== undefined && readLabel(name, { label, words, forms });
        if (label === 'replacement') replacement = words;
        else if (!isRead) notes.push(value);
        break;
      }
      default:
        left.push(field.name);
    }
  }
  if (forms.length > 0) name.matching = { ...name.matching, forms };
  return { name, notes, ...(replacement === undefined ? {} : { replacement }), left };
}

/** Values of version 2, of TBX-Basic, and those that tools write in their place, by `keyOf`. */
const statuses = new Map<string, Designation['status']>([
  ['preferred', 'preferred'],
  ['standardized', 'preferred'],
  ['admitted', 'admitted'],
  ['legal', 'admitted'],
  ['regulated', 'admitted'],
  ['approved', 'admitted'],
  ['allowed', 'admitted'],
  ['superseded', 'deprecated'],
  ['obsolete', 'deprecated'],
  ['deprecated', 'forbidden'],
  ['forbidden', 'forbidden'],
  ['prohibited', 'forbidden'],
  ['notrecommended', 'forbidden'],
]);

const formsOfTypes = new Map<string, Designation['form']>([
  ['fullform', 'full'],
  ['abbreviation', 'abbreviation'],
  ['abbreviatedform', 'abbreviation'],
  ['acronym', 'abbreviation'],
  ['initialism', 'abbreviation'],
  ['shortform', 'abbreviation'],
  ['variant', 'variant'],
  ['spellingvariant', 'variant'],
  ['synonym', 'synonym'],
]);

/** `preferredTerm-admn-sts`, `preferredTerm` and `Preferred` are one value. */
function keyOf(value: string): string {
  const key = value.toLowerCase().replace(/[^a-z]/gu, '');
  return key.replace(/admnsts$/u, '').replace(/(?<=.)term$/u, '');
}

type Label = keyof typeof tbxLabels;
const labels = new Map(Object.entries(tbxLabels).map(([key, words]) => [words as string, key as Label]));

function labelled(note: string): readonly [Label | undefined, string] {
  const [, label = '', words = note] = /^([A-Z][a-z ]+): (.*)$/su.exec(note) ?? [];
  return [labels.get(label), words];
}

/** Takes what our own exports say in a note of a name; `false` where it is only a note. */
function readLabel(
  name: { -readonly [Key in keyof TbxName]: TbxName[Key] },
  { label, words, forms }: { readonly label: Label; readonly words: string; readonly forms: string[] },
): boolean {
  switch (label) {
    case 'reading':
    case 'reason':
      name[label] ??= words;
      return true;
    case 'kind': {
      const kind = designationKinds.find((one) => one === words);
      if (kind !== undefined) name.kind = kind;
      return kind !== undefined;
    }
    case 'form':
      if (words === 'synonym') name.form = words;
      return words === 'synonym';
    case 'matching': {
      const matching = matchingOf(words);
      if (matching !== undefined) name.matching = { ...name.matching, ...matching };
      return matching !== undefined;
    }
    case 'forms':
      forms.push(words);
      return true;
    case 'replacement':
      return true;
    default:
      return label satisfies never;
  }
}

function matchingOf(words: string): NameMatching | undefined {
  const said = words.split(', ');
  const known: readonly string[] = Object.values(tbxMatching);
  if (!said.every((one) => known.includes(one))) return undefined;
  const boundary = (['whole', 'part'] as const).find((one) => said.includes(tbxMatching[one]));
  return {
    ...(said.includes(tbxMatching.isCaseSensitive) ? { isCaseSensitive: true } : {}),
    ...(said.includes(tbxMatching.isUninflected) ? { isUninflected: true } : {}),
    ...(boundary === undefined ? {} : { boundary }),
  };
}
