import type { LanguageTag } from '../../domain/index.ts';
import { languageOfTag } from '../../text/language-tag.ts';
import type { TbxEntry, TbxSection } from './tbx-fields.ts';

/** Which languages of an entry are read: the first that it has leads, the others give further names. */
export interface Tongues {
  readonly wanted: readonly LanguageTag[];
  /** Whether an entry without any of them is left. */
  readonly isStrict: boolean;
  /** Of a section that does not tell its own. */
  readonly untold: LanguageTag | undefined;
  /** Whether a name is that of an entry in a language. */
  readonly hasEntry: (name: string, language: LanguageTag) => boolean;
}

export interface ChosenSections {
  /** Not there where nobody knows it. */
  readonly language?: LanguageTag;
  /** Of the leading language; none where nothing is read. */
  readonly read: readonly TbxSection[];
  /** Of the other languages of the glossary. */
  readonly further: readonly TbxSection[];
  readonly unread: readonly TbxSection[];
}

/** The sections of an entry that are read, in the order of the languages of the glossary, and the others. */
export function sectionsOf({ sections }: TbxEntry, tongues: Tongues): ChosenSections {
  const { wanted, isStrict, untold, hasEntry } = tongues;
  // A tag that names no language is that of no other section.
  const tongueOf = ({ language }: TbxSection) =>
    language === undefined ? untold : (languageOfTag(language) ?? language);
  const named = sections.filter(({ terms }) => terms.some(({ text }) => text !== ''));
  const leading =
    wanted.flatMap((one) => named.find((section) => tongueOf(section) === one) ?? [])[0] ??
    (isStrict ? undefined : named[0]);
  if (leading === undefined) return { read: [], further: [], unread: sections };
  const first = tongueOf(leading);
  const language = languageOfTag(first ?? '');
  // What is an entry of its own in another language stays one.
  const isFree = ({ terms }: TbxSection, one: LanguageTag) => !terms.some(({ text }) => hasEntry(text, one));
  const read = sections.filter((section) => tongueOf(section) === first);
  const further = wanted
    .filter((one) => one !== first)
    .flatMap((one) => sections.filter((section) => tongueOf(section) === one && isFree(section, one)));
  const unread = sections.filter((section) => !read.includes(section) && !further.includes(section));
  return { ...(language === undefined ? {} : { language }), read, further, unread };
}
