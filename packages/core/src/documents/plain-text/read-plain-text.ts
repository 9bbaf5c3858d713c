import type { Prose } from '../../domain/index.ts';
import { ProseBuilder } from '../prose-builder.ts';
import { readColumns } from './read-columns.ts';
import { readAozoraLine, usesAozoraNotation } from './aozora.ts';

interface Line {
  readonly start: number;
  readonly end: number;
}

/** A chapter sign at the start of a lone line. */
const CHAPTER =
  /^\s*(?:第[0-9０-９〇一二三四五六七八九十百千]{1,8}[章節部編話回巻]|(?:chapter|part|section|appendix)\s+[\dIVXLC]+\b|\d{1,3}(?:\.\d{1,3}){0,4}\.?\s+\p{Lu})/iu;
const UNDERLINE = /^\s*(?:={3,}|-{3,}|~{3,}|\*{3,})\s*$/u;
const RULE = /^\s*[-=*_~─━―]{3,}\s*$/u;
const MAX_HEADING = 80;

/**
 * Text without markup: paragraphs between blank lines, their hard-wrapped lines joined; a line that begins with an
 * ideographic space begins a paragraph, and so does each of several lines that all end a sentence. Two columns of names and texts are a definition list. A lone line is a heading only if it is underlined or numbered as a chapter.
 * In texts that write readings as Aozora Bunko does, each line is a paragraph and readings become ruby marks.
 */
export function readPlainText(text: string): Prose {
  const builder = new ProseBuilder(text);
  const lines = linesOf(text);
  if (usesAozoraNotation(text)) readAozora(builder, lines);
  else readParagraphs(builder, lines);
  return builder.finish();
}

function readParagraphs(builder: ProseBuilder, lines: readonly Line[]): void {
  const { original } = builder;
  for (let at = 0; at < lines.length; ) {
    if (isBlank(original, lines[at])) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < lines.length && !isBlank(original, lines[end]) && original[lines[end]?.start ?? 0] !== '\u3000')
      end += 1;
    while (at < end) at = readParagraph(builder, lines, { from: at, to: end });
  }
}

/** Reads a paragraph, or of one that begins with an underlined heading that heading; answers where to go on. */
function readParagraph(
  builder: ProseBuilder,
  lines: readonly Line[],
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const { original } = builder;
  const first = lines[from];
  const second = from + 1 < to ? lines[from + 1] : undefined;
  if (first === undefined) return to;
  const words = original.slice(first.start, Math.min(first.end, first.start + MAX_HEADING + 1)).trim();
  const isShort = first.end - first.start <= MAX_HEADING;
  const isUnderlined = isShort && second !== undefined && UNDERLINE.test(lineText(original, second));
  const isChapter = isShort && to === from + 1 && CHAPTER.test(words) && !/[.。!！?？、,;:]$/u.test(words);
  if (isUnderlined || isChapter) {
    const isTop = second !== undefined && lineText(original, second).includes('=');
    builder.startBlock('heading', { level: isTop ? 1 : 2 });
    builder.copy(first.start, first.end);
    builder.endBlock();
    return Math.min(from + 2, to);
  }
  if (readColumns(builder, lines.slice(from, to))) return to;
  if (isSentencePerLine(original, lines.slice(from, to))) {
    for (const line of lines.slice(from, to)) {
      builder.startBlock('paragraph');
      builder.copy(line.start, line.end);
      builder.endBlock();
    }
    return to;
  }
  builder.startBlock('paragraph');
  for (const line of lines.slice(from, to)) {
    if (!RULE.test(lineText(original, line))) builder.copy(line.start, line.end);
    builder.breakLine();
  }
  builder.endBlock();
  return to;
}

/** Lines that were wrapped end anywhere; where each ends a sentence, each was written for itself. */
function isSentencePerLine(text: string, lines: readonly Line[]): boolean {
  return (
    lines.length >= FEWEST_SENTENCES &&
    lines.every(({ start, end }) => SENTENCE_END.test(text.slice(Math.max(start, end - 20), end)))
  );
}

const FEWEST_SENTENCES = 3;
const SENTENCE_END = /[.!?。！？][)\]"'”’»」』）]*\s*$/u;

function readAozora(builder: ProseBuilder, lines: readonly Line[]): void {
  const { original } = builder;
  let isFirst = true;
  const bodyStart = afterLegend(original, lines);
  for (const [index, line] of lines.entries()) {
    if (index > bodyStart && original.startsWith('底本：', line.start)) return;
    if (isBlank(original, line)) continue;
    // The lines between the two rules at the head explain the notation.
    if (index < bodyStart && (RULE.test(lineText(original, line)) || isInLegend(original, lines, index))) continue;
    const isHeading = line.end - line.start <= 200 && /［＃[^］]*見出し］/u.test(original.slice(line.start, line.end));
    const isChapter = line.end - line.start <= 40 && CHAPTER.test(original.slice(line.start, line.end));
    if (isFirst && isTitle(original, line)) builder.startBlock('title');
    else if (isHeading || isChapter) builder.startBlock('heading', { level: 2 });
    else builder.startBlock('paragraph');
    readAozoraLine(builder, line.start, line.end);
    builder.endBlock();
    isFirst = false;
  }
}

/** The first line of a book is its title, unless it is a sentence or the beginning of a paragraph. */
function isTitle(text: string, line: Line): boolean {
  const isShort = line.end - line.start <= MAX_HEADING;
  return isShort && text[line.start] !== '\u3000' && !/[。．.」！？!?]\s*$/u.test(text.slice(line.start, line.end));
}

const LEGEND_LINES = 60;

/** Index of the line after the legend between two long rules at the head; 0 where there is none. */
function afterLegend(text: string, lines: readonly Line[]): number {
  const rules = legendRules(text, lines);
  return rules === undefined ? 0 : rules.last + 1;
}

function isInLegend(text: string, lines: readonly Line[], index: number): boolean {
  const rules = legendRules(text, lines);
  return rules !== undefined && index >= rules.first && index <= rules.last;
}

function legendRules(text: string, lines: readonly Line[]): { first: number; last: number } | undefined {
  const rules: number[] = [];
  for (let at = 0; at < Math.min(lines.length, LEGEND_LINES) && rules.length < 2; at += 1) {
    const line = lines[at];
    if (line !== undefined && /^-{20,}$/u.test(lineText(text, line))) rules.push(at);
  }
  const [first, last] = rules;
  return first === undefined || last === undefined ? undefined : { first, last };
}

function lineText(text: string, line: Line): string {
  return text.slice(line.start, Math.min(line.end, line.start + 200));
}

function isBlank(text: string, line: Line | undefined): boolean {
  if (line === undefined) return true;
  for (let at = line.start; at < line.end; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code !== 0x3000 && code !== 0xa0) return false;
  }
  return true;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const found of text.matchAll(/\r\n|\r|\n/gu)) {
    lines.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}
