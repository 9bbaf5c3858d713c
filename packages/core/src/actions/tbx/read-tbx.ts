import type { LanguageTag } from '../../domain/index.ts';
import type { Sliced } from '../../runtime/in-slices.ts';
import { languageOfTag } from '../../text/language-tag.ts';
import { invalidImport } from '../invalid-import.ts';
import type { ReadImport } from '../imported-entry.ts';
import { importedOf } from './imported-of.ts';
import { Left } from './left.ts';
import { readElements } from './read-elements.ts';
import type { Tongues } from './sections-of.ts';
import { isTbxEntry, tbxEntry, type TbxEntry } from './tbx-fields.ts';

/** What the glossary that a termbase comes into is written in. */
export interface GlossaryLanguages {
  /** The language that somebody asked for. */
  readonly told?: LanguageTag;
  /** Those of its documents, the first one before the others; empty where it has none. */
  readonly own: readonly LanguageTag[];
  readonly hasEntry: Tongues['hasEntry'];
}

/**
 * Reads a termbase: TBX version 3 in both styles, and `martif` of version 2. An entry has
 * one language in a glossary: names in its other languages become further names, those in any other language are left and
 * counted, as is every field that a glossary has no place for.
 *
 * @throws `import/invalid`
 */
export function* readTbx(
  xml: string,
  { languages, maxEntries }: { readonly languages: GlossaryLanguages; readonly maxEntries: number },
): Sliced<ReadImport> {
  const entries: TbxEntry[] = [];
  let fileLanguage: LanguageTag | undefined;
  yield* readElements(xml, {
    onRoot({ name, attributes }) {
      if (name !== 'tbx' && name !== 'martif') throw invalidImport('it is XML, and no TBX');
      fileLanguage = languageOfTag(attributes['xml:lang'] ?? attributes['lang'] ?? '');
    },
    isWanted: isTbxEntry,
    onElement(element) {
      if (entries.length === maxEntries) throw invalidImport(`it has more than ${maxEntries} rows`);
      entries.push(tbxEntry(element));
    },
  });
  const tongues = tonguesOf(entries, { fileLanguage, languages });
  const places = placesOf(entries);
  const left = new Left();
  return {
    format: 'tbx',
    columns: [],
    entries: entries.map((entry, at) => importedOf(entry, { place: at + 1, tongues, places, left })),
    left: left.counted(),
  };
}

/** A glossary without documents takes the language of the file, else the one that most entries of it have. */
function tonguesOf(
  entries: readonly TbxEntry[],
  {
    fileLanguage,
    languages: { told, own, hasEntry },
  }: { readonly fileLanguage: LanguageTag | undefined; readonly languages: GlossaryLanguages },
): Tongues {
  const counts = new Map<LanguageTag, number>();
  for (const { sections } of entries) {
    for (const { language = '' } of sections) {
      const tag = languageOfTag(language);
      if (tag !== undefined) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  const most = [...counts].toSorted(([, one], [, other]) => other - one).map(([tag]) => tag);
  const first = fileLanguage !== undefined && counts.has(fileLanguage) ? fileLanguage : most[0];
  const ofFile = first === undefined ? [] : [first];
  const wanted = told === undefined ? (own.length === 0 ? ofFile : own) : [told];
  return { wanted, isStrict: told !== undefined, untold: fileLanguage ?? wanted[0], hasEntry };
}

/** Entries by their ids, and by those of their terms, which relations lead to as well. */
function placesOf(entries: readonly TbxEntry[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const add = (id: string | undefined, place: number) => {
    if (id !== undefined && !places.has(id)) places.set(id, place);
  };
  for (const [at, { id }] of entries.entries()) add(id, at + 1);
  for (const [at, { sections }] of entries.entries()) {
    for (const { terms } of sections) for (const { id } of terms) add(id, at + 1);
  }
  return places;
}
