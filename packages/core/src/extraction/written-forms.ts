import type { Candidate } from '../domain/index.ts';
import { foldText } from '../text/normal-form.ts';

/**
 * The forms of a candidate that differ by more than case or width, most frequent first: what a list of terms shows.
 * A translator needs "policies" beside "policy"; nobody needs "Policy" beside "policy".
 */
export function writtenForms({ forms }: Pick<Candidate, 'forms'>): readonly string[] {
  const seen = new Map<string, string>();
  for (const { text } of forms) {
    const folded = foldText(text);
    if (!seen.has(folded)) seen.set(folded, text);
  }
  return [...seen.values()];
}
