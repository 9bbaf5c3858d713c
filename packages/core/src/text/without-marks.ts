/**
 * Words around a place as people read them: marks of Markdown and reStructuredText are taken away, line by line. For
 * excerpts only, which are cut anywhere: a mark that lost its other half goes as well. Line breaks stay.
 */
export function withoutMarks(
  text: string,
  {
    startsLine = true,
    endsLine = true,
  }: {
    /** Whether it begins where a line does; else its first line has no bullet and no mark of a heading. */
    readonly startsLine?: boolean;
    /** Whether it ends where a line does; else a bar at its end is one between two cells. */
    readonly endsLine?: boolean;
  } = {},
): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      const isStart = index > 0 || startsLine;
      const isEnd = index < lines.length - 1 || endsLine;
      // A rule, an underline of a heading, the line below a table's head.
      if (isStart && isEnd && /^(?=.*\S)[\s|:+=~*_-]{3,}$/u.test(line)) return '';
      const begun = isStart ? line.replace(/^\s*(?:(?:>|#{1,6}|[-*+])\s+)+/u, '').replace(/^\s*\|\s*/u, '') : line;
      return wordsWithoutMarks(isEnd ? begun.replace(/\s*\|\s*$/u, '') : begun);
    })
    .join('\n');
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
