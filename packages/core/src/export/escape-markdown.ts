/**
 * A text as one line of Markdown that shows exactly its characters, whatever it holds: no markup, no HTML, no link, no
 * autolink, no formula, no template expression. Runs of line breaks and spaces become one space.
 */
export function escapeMarkdown(text: string): string {
  return singleLine(text)
    .replace(/&(?=#?\w+;)/gu, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]{}|~$]/gu, '\\$&')
    .replace(/(^|\s)([#+=-])/gu, '$1\\$2')
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replace(/:(?=\/\/)/gu, '\\:')
    .replace(/(www)\./giu, '$1\\.');
}

/** A text on one line, without control characters and halves of surrogate pairs. */
export function singleLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t-\r\u0085\u2028\u2029 ]+/gu, ' ')
    .replace(/\p{Cc}/gu, '\ufffd')
    .trim();
}
