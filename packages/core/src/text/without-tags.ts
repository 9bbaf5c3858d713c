/** Names of the formats whose texts are HTML; that of a Word document is made of its bytes. */
const TAGGED: ReadonlySet<string> = new Set(['html', 'docx']);

/** Whether the text of a document of this format has tags, so that a piece of it is not shown as it stands. */
export function hasTags(format: string | undefined): boolean {
  return format !== undefined && TAGGED.has(format);
}

/**
 * A piece of HTML, cut anywhere, as people read it: without tags and halves of what it was cut at, with a point between cells of a
 * table, characters for the commonest references, and without the readings above words. For showing only.
 */
export function withoutTags(html: string): string {
  return html
    .replace(/^[^<>]*>/u, '')
    .replace(/^[^<]*<\/r[tp]>/iu, '')
    .replace(/<(?:[a-z/!][^<>]*)?$/iu, '')
    .replace(/^(?:lt|gt|quot|nbsp|amp);/u, '')
    .replace(/&(?:[a-z]{1,4}|#\d{0,4})?$/u, '')
    .replaceAll(/<(r[tp])\b[^<>]*>[^<]*(?:<\/\1>|$)/giu, '')
    .replaceAll(/<\/t[dh]>\s*<t[dh]\b[^<>]*>/giu, ' · ')
    .replaceAll(/<\/?(?:p|br|li|div|tr)\b[^<>]*>/giu, ' ')
    .replaceAll(/<[a-z/!][^<>]*>/giu, '')
    .replaceAll(/&(?:lt|gt|quot|nbsp|#39|amp);/gu, (reference) => CHARACTERS.get(reference) ?? reference);
}

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&nbsp;', ' '],
  ['&#39;', "'"],
  ['&amp;', '&'],
]);
