import type { Range } from '@genglossary/core/domain';

/** A line that begins something of its own: indented, a heading, an item, a quotation, a row. */
const ownLine = /^(?:[ \t\u3000]|#{1,6} |[-*+>|] ?|\d+[.)] )/u;

/** The sentence of a document in which a place stands (half-open offsets), without the white space around it. */
export function sentenceAround(text: string, { start }: Pick<Range, 'start'>, language: string): Range {
  const paragraph = paragraphAround(text, start);
  // A segmenter ends sentences at line feeds; in a paragraph they only end lines.
  const line = text.slice(paragraph.start, paragraph.end).replaceAll('\n', ' ');
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const found = segmenter.segment(line).containing(start - paragraph.start);
  if (found === undefined) return paragraph;
  const from = found.segment.length - found.segment.trimStart().length;
  const begin = paragraph.start + found.index + from;
  return { start: begin, end: begin + found.segment.trim().length };
}

function paragraphAround(text: string, at: number): Range {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  let end = endOfLine(text, at);
  while (start > 0 && !ownLine.test(text.slice(start, start + 8))) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    if (text.slice(before, start).trim() === '') break;
    start = before;
  }
  while (end < text.length) {
    const next = endOfLine(text, end + 1);
    const line = text.slice(end + 1, next);
    if (line.trim() === '' || ownLine.test(line)) break;
    end = next;
  }
  return { start, end };
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
