import type { Designation, NameMatching } from '@genglossary/core/domain';
import type { Words } from '../../words/en.ts';

export const boundaries = ['usual', 'whole', 'part'] as const;

/** Where a name may begin and end, `usual` where nobody chose. */
export function boundaryOf({ boundary }: NameMatching): (typeof boundaries)[number] {
  return boundary ?? 'usual';
}

export function withBoundary(matching: NameMatching, chosen: string): NameMatching {
  const { boundary: _before, ...rest } = matching;
  return chosen === 'whole' || chosen === 'part' ? { ...rest, boundary: chosen } : rest;
}

/** Further forms as they are typed. */
export function formsText({ forms = [] }: NameMatching): string {
  return forms.join(', ');
}

/** A choice with the forms that were typed, in the order in which the server keeps it. */
export function readForms({ isCaseSensitive, isUninflected, boundary }: NameMatching, typed: string): NameMatching {
  const forms = [...new Set(typed.split(/[,;、，；\n]/u).map((form) => form.normalize('NFC').trim()))].filter(
    (form) => form !== '',
  );
  return {
    ...(isCaseSensitive === true ? { isCaseSensitive } : {}),
    ...(isUninflected === true ? { isUninflected } : {}),
    ...(boundary === undefined ? {} : { boundary }),
    ...(forms.length === 0 ? {} : { forms }),
  };
}

/** The names of an entry where one is looked for in another way. */
export function withMatching(
  names: readonly Designation[],
  text: string,
  matching: NameMatching,
): readonly Designation[] {
  return names.map((name) => {
    if (name.text !== text) return name;
    const { matching: _before, ...rest } = name;
    return Object.keys(matching).length === 0 ? rest : { ...rest, matching };
  });
}

/** Whether capitals make a difference. */
export function hasCase(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}

/** What is unusual in how a name is looked for, in a few words; empty where nothing is. */
export function tellMatching(matching: NameMatching | undefined, words: Words): string {
  const { isCaseSensitive, isUninflected, boundary, forms = [] } = matching ?? {};
  const { entries } = words;
  return [
    ...(isCaseSensitive === true ? [entries.toldCase] : []),
    ...(isUninflected === true ? [entries.toldUninflected] : []),
    ...(boundary === undefined ? [] : [entries.boundaries[boundary]]),
    ...(forms.length === 0 ? [] : [entries.toldForms(words.list(forms))]),
  ].join(' · ');
}
