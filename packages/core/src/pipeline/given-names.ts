import { type ConceptId, conceptId, type Designation, type Term } from '../domain/index.ts';
import { stableId } from '../text/content-hash.ts';
import { normalForm } from '../text/normal-form.ts';

/** Names that people gave to entries, by the entry. */
export type GivenNames = ReadonlyMap<ConceptId, readonly Pick<Designation, 'text' | 'matching'>[]>;

/**
 * Terms with the names that people gave them, which are then looked for as their own. A name that is another term stays
 * that term's: who gave it to both has merged the two.
 */
export function withGivenNames(terms: readonly Term[], given: GivenNames): readonly Term[] {
  if (given.size === 0) return terms;
  const taken = new Set(
    terms.flatMap(({ language, key, forms }) => [key, ...forms.map(({ text }) => normalForm(text, language))]),
  );
  return terms.map((term) => {
    const { language, key, forms } = term;
    // The id of the entry that this term becomes.
    const names = given.get(conceptId(stableId('concept', language, key))) ?? [];
    const fresh = names.filter(({ text }) => !taken.has(normalForm(text, language)));
    const isUsual = names.every(({ matching }) => matching === undefined);
    if (fresh.length === 0 && isUsual) return term;
    return {
      ...term,
      forms: [...forms, ...fresh.map(({ text }) => ({ text, count: 0 }))],
      ...(isUsual ? {} : { named: names }),
    };
  });
}
