/** Nothing, to whoever folds a text: a soft hyphen. */
const NOTHING = '\u00ad';

/** What people do not read in HTML, whole: comments, programs, styles, and the readings above words. */
const UNREAD = /<!--[\s\S]*?-->|<(script|style|r[tp])\b[^<>]*>[\s\S]*?<\/\1\s*>/giu;
/** Tags that stand inside of a word without parting it. */
const INLINE =
  /<\/?(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|ins|kbd|mark|q|rb|ruby|s|small|span|strong|sub|sup|u|var|wbr)\b[^<>]*>/giu;
const TAGS = /<[a-z/!?][^<>]*>/giu;
const REFERENCES = /&(?:lt|gt|quot|nbsp|apos|#39|amp);/gu;

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&nbsp;', ' '],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&amp;', '&'],
]);

/**
 * HTML for whoever looks for words in it: as long as it was, so that offsets stay what they are, with spaces where tags
 * part words, and characters that `foldWithAlignment` passes over for everything else that people do not read.
 */
export function maskTags(html: string): string {
  return html
    .replace(UNREAD, (part) => NOTHING.repeat(part.length))
    .replace(INLINE, (tag) => NOTHING.repeat(tag.length))
    .replace(TAGS, (tag) => ' '.repeat(tag.length))
    .replace(REFERENCES, (reference) => (CHARACTERS.get(reference) ?? '').padEnd(reference.length, NOTHING));
}
