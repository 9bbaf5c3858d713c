import type { ConceptId, Designation, LanguageTag, Term } from '../domain/index.ts';
import { conceptIdOf } from '../text/concept-id.ts';
import { normalForm } from '../text/normal-form.ts';

type GivenName = Pick<Designation, 'text' | 'matching'>;

/** Names that people gave to entries, by the entry; none for one that they made part of another. */
export type GivenNames = ReadonlyMap<ConceptId, readonly GivenName[]>;

/**
 * Terms with the names that people gave them, which are then looked for as their own. A term that is such a name of
 * another one is no entry beside it; where people decided something about that term itself, or asked for it, the name
 * stays its own: who gave it to both has merged the two.
 */
export function withGivenNames(terms: readonly Term[], given: GivenNames): readonly Term[] {
  if (given.size === 0) return terms;
  const names = new Set(
    terms.flatMap((term) => (given.get(conceptIdOf(term)) ?? []).map(({ text }) => keyOf(text, term.language))),
  );
  const isName = (term: Term) =>
    term.reason !== 'required' && !given.has(conceptIdOf(term)) && names.has(keyOf(term.term, term.language));
  const joined = terms.filter(isName);
  const left = terms.filter((term) => !isName(term));
  const joinedForms = Map.groupBy(joined, ({ term, language }) => keyOf(term, language));
  const taken = new Set(
    left.flatMap(({ language, key, forms }) => [key, ...forms.map(({ text }) => normalForm(text, language))]),
  );
  return left.map((term) => {
    const { language, forms } = term;
    const own = given.get(conceptIdOf(term)) ?? [];
    const fresh = own.filter(({ text }) => !taken.has(normalForm(text, language)));
    const isUsual = own.every(({ matching }) => matching === undefined);
    if (fresh.length === 0 && isUsual) return term;
    const added = fresh.flatMap(({ text }) => [
      { text, count: 0 },
      ...(joinedForms.get(keyOf(text, language)) ?? []).flatMap((one) =>
        one.forms.filter((form) => form.text !== text),
      ),
    ]);
    return { ...term, forms: [...forms, ...added], ...(isUsual ? {} : { named: own }) };
  });
}

function keyOf(text: string, language: LanguageTag): string {
  return `${language} ${normalForm(text, language)}`;
}
