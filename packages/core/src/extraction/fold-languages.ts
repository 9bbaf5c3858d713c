import type { Candidate, LanguageTag } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { normalForm } from '../text/normal-form.ts';
import { mergeCandidates } from './merge-candidates.ts';

/**
 * Makes one candidate of what is written the same in several languages of one corpus: "API" in English documents and in
 * their translation is one entry for whoever reads both. `mainLanguage` is the one most of the corpus is written in.
 * What we gave up: words of two languages that only look the same are one entry, too.
 */
export function* foldLanguages(
  candidates: readonly Candidate[],
  mainLanguage: LanguageTag,
): Sliced<readonly Candidate[]> {
  const places = new Map<string, number>();
  const folded: Candidate[] = [];
  for (const candidate of candidates) {
    yield;
    const key = normalForm(candidate.term, mainLanguage);
    const place = places.get(key);
    const better = place === undefined ? undefined : folded[place];
    if (place === undefined || better === undefined || better.language === candidate.language) {
      if (place === undefined) places.set(key, folded.length);
      folded.push(candidate);
    } else folded[place] = mergeCandidates(better, candidate);
  }
  return folded;
}
