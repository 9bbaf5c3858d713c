import { type ConceptId, conceptId, type LanguageTag } from '../domain/index.ts';
import { stableId } from './content-hash.ts';
import { normalForm } from './normal-form.ts';

/**
 * The id of the concept that a term is, or would be: of its language and the normal form it is counted under. What
 * people did to an entry is found again by it after every build, so it never changes.
 */
export function conceptIdOf({ language, key }: { readonly language: LanguageTag; readonly key: string }): ConceptId {
  return conceptId(stableId('concept', language, key));
}

/** The same of a name as people write it. */
export function conceptIdOfName(name: string, language: LanguageTag): ConceptId {
  return conceptIdOf({ language, key: normalForm(name, language) });
}
