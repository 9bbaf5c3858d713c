import type { Designation, LanguageTag } from '../domain/index.ts';
import { designationVariants } from '../text/designation-variants.ts';
import { foldedString } from '../text/fold-with-alignment.ts';
import { plainLine } from './plain-line.ts';

/** What people wrote down for a name. */
export function ownForms({ text, matching }: Designation): readonly string[] {
  return [text, ...(matching?.forms ?? [])].map(plainLine).filter((form) => form !== '');
}

/** What a name is found by beside itself. */
export function furtherForms(one: Designation, language: LanguageTag): readonly string[] {
  const [text = '', ...listed] = ownForms(one);
  const made = one.matching?.isUninflected === true ? [] : inflectionsOf(text, language);
  return [...listed, ...made].filter((form) => form !== text);
}

/** Regular inflections and spellings, with the capitals and hyphens of the name. */
function inflectionsOf(text: string, language: LanguageTag): readonly string[] {
  const folded = foldedString(text);
  return designationVariants(text, language)
    .slice(1)
    .map((variant) => {
      if (folded.length !== text.length) return variant;
      let same = 0;
      while (same < folded.length && folded[same] === variant[same]) same += 1;
      return text.slice(0, same) + variant.slice(same);
    });
}

/** The plural of an English name where there is but one; the name itself where it is not known, or may be a plural. */
export function pluralOf(text: string, language: LanguageTag): string {
  if (language !== 'en' || /s$/iu.test(text)) return text;
  const [plural = text, ...others] = inflectionsOf(text, language).filter((form) => form.length >= text.length);
  return others.length === 0 ? plural : text;
}
