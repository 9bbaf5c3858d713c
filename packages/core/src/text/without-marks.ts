/**
 * Words around a place as people read them: marks of Markdown and reStructuredText are taken away, line by line. For
 * excerpts only, which are cut anywhere: a mark that lost its other half goes as well. Line breaks stay.
 */
export function withoutMarks(
  text: string,
  /** Whether it begins where a line does; else its first line has no bullet and no mark of a heading. */
  { startsLine = true }: { readonly startsLine?: boolean } = {},
): string {
  return text
    .split('\n')
    .map((line, index) => (index > 0 || startsLine ? lineWithoutMarks(line) : wordsWithoutMarks(line)))
    .join('\n');
}

function lineWithoutMarks(line: string): string {
  // A rule, an underline of a heading, the line below a table's head.
  if (/^[\s|:+=~*_-]{3,}$/u.test(line)) return '';
  return wordsWithoutMarks(line.replace(/^\s*(?:(?:>|#{1,6}|[-*+])\s+)+/u, '').replace(/^\s*\|\s*|\s*\|\s*$/gu, ''));
}

function wordsWithoutMarks(line: string): string {
  return line
    .replaceAll(/!?\[([^\]]*)\](?:\([^)\s]*\)|\[[^\]]*\])/gu, '$1')
    .replace(/^\](?:\([^)\s]*\)|\[[^\]]*\])|!?\[$/gu, '')
    .replaceAll(/<\/?[a-z][^>]*>/giu, '')
    .replaceAll(/:[a-z-]+:(?=`)/gu, '')
    .replaceAll(/`+/gu, '')
    .replaceAll(/\*{2,}|(?<![\p{L}\p{N}_])_{2,}|_{2,}(?![\p{L}\p{N}_])/gu, '')
    .replaceAll(/(?<![\p{L}\p{N}*])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}*])/gu, '')
    .replaceAll(/\s+\|\s+/gu, ' · ');
}
