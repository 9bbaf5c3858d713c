import type { Words } from '../../words/en.ts';

/** A name of a comparison in the words of the reader: it carries its status, where that is not `admitted`, in English. */
export function toldName(name: string, { entries: { statuses } }: Words): string {
  const [, text = name, status] = /^(.*) \((deprecated|forbidden)\)$/su.exec(name) ?? [];
  return isOneOf(status, statuses) ? `${text} (${statuses[status]})` : name;
}

/** A relation of a comparison likewise: its kind, in English, stands before the name of the other entry. */
export function toldRelation(relation: string, { entries: { relations } }: Words): string {
  const [, kind, term = ''] = /^([a-z-]+) (.*)$/su.exec(relation) ?? [];
  return isOneOf(kind, relations) ? `${relations[kind]} ${term}` : relation;
}

function isOneOf<T extends object>(key: string | undefined, all: T): key is string & keyof T {
  return key !== undefined && Object.hasOwn(all, key);
}
