import { diffArrays } from 'diff';
import type { DiffPart, LanguageTag } from '../domain/index.ts';

/** What changed between two revisions, in whole words, also in languages that write none apart. */
export function wordDiff(before: string, after: string, language: LanguageTag): readonly DiffPart[] {
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'word' });
  const words = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  return diffArrays(words(before), words(after)).map(({ added, removed, value }) => {
    const changed = added ? 'added' : 'removed';
    return { kind: added || removed ? changed : 'same', text: value.join('') };
  });
}
