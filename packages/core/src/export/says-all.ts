/**
 * Whether a statement says all the words of its evidence, so that the quotation would only repeat it. Marks, and the
 * targets of Markdown's links, are no words.
 */
export function saysAll(text: string, quote: string): boolean {
  return wordsIn(quote) === wordsIn(text);
}

function wordsIn(text: string): string {
  return text.replace(/\]\([^()\s]*\)/gu, '').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
