/** A definition has at most so many sentences; what is written beyond belongs to the last. */
const mostSentences = 10;

/** A written definition as its sentences, so that each that stayed as it was keeps the passages it stands on. */
export function sentencesOf(text: string, language: string): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences = [...segmenter.segment(text.trim())]
    .map(({ segment }) => segment.trim())
    .filter((one) => one !== '');
  if (sentences.length <= mostSentences) return sentences;
  return [...sentences.slice(0, mostSentences - 1), sentences.slice(mostSentences - 1).join(' ')];
}
