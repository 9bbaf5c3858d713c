import type { Concept, LanguageTag, TermLists } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';

/** The note on a required term, by any of the names of its entry. */
export function createNoteFinder({ required }: TermLists): (concept: Concept) => string | undefined {
  const byLanguage = new Map<LanguageTag, ReadonlyMap<string, string>>();
  const notesIn = (language: LanguageTag) => {
    let notes = byLanguage.get(language);
    if (notes === undefined) {
      const noted = required.filter(({ note }) => note !== undefined && note.trim() !== '');
      notes = new Map(noted.map(({ pattern, note = '' }) => [normalForm(pattern, language), note.trim()]));
      byLanguage.set(language, notes);
    }
    return notes;
  };
  return ({ language, designations }) => {
    const notes = notesIn(language);
    if (notes.size === 0) return undefined;
    return designations.map(({ text }) => notes.get(normalForm(text, language))).find((note) => note !== undefined);
  };
}
