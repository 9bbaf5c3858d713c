import type { ProseBuilder } from '../prose-builder.ts';

interface Line {
  readonly start: number;
  readonly end: number;
}

/** A name and what is said of it, as offsets of the original. */
interface Row {
  readonly name: Line;
  readonly text: readonly Line[];
}

/** A short name at the left, a gap of at least two spaces or a tab, and text. */
const ROW = /^(?<margin>[ \t]{0,12})(?<name>\S(?:[^\t]{0,38}?\S)?)(?<gap> {2,}|\t+)(?<text>\S.*?)\s*$/u;
/** Another gap in the text: a table of more columns. */
const GAP = /[^\s.!?。！？] {2,}\S|\t/u;

/**
 * Lines of text that are two columns, a name and what it is: how plain text writes a definition list. At least two rows
 * whose text begins in the same column; a line that begins there or further right goes on with the row above it.
 * Answers whether it was one; only then are blocks written.
 */
export function readColumns(builder: ProseBuilder, lines: readonly Line[]): boolean {
  const rows = rowsOf(builder.original, lines);
  if (rows === undefined) return false;
  for (const { name, text } of rows) {
    builder.startBlock('definition-term');
    builder.copy(name.start, name.end);
    builder.endBlock();
    builder.startBlock('definition-text');
    for (const line of text) {
      builder.copy(line.start, line.end);
      builder.breakLine();
    }
    builder.endBlock();
  }
  return true;
}

function rowsOf(original: string, lines: readonly Line[]): readonly Row[] | undefined {
  if (lines.length < FEWEST_ROWS) return undefined;
  const rows: { readonly name: Line; readonly text: Line[] }[] = [];
  let column = -1;
  for (const { start, end } of lines) {
    if (end - start > LONGEST_LINE) return undefined;
    const line = original.slice(start, end);
    const { margin = '', name = '', gap = '', text = '' } = ROW.exec(line)?.groups ?? {};
    const at = margin.length + name.length + gap.length;
    const indent = line.length - line.trimStart().length;
    const last = rows.at(-1);
    if (last !== undefined && indent >= column && indent > 0) {
      last.text.push({ start: start + indent, end });
      continue;
    }
    if (column < 0) column = at;
    if (!isName(name) || GAP.test(text) || !SAYS_SOMETHING.test(text)) return undefined;
    if (at !== column && !gap.includes('\t')) return undefined;
    const from = start + margin.length;
    rows.push({ name: { start: from, end: from + name.length }, text: [{ start: start + at, end }] });
  }
  return rows.length < FEWEST_ROWS ? undefined : rows;
}

const FEWEST_ROWS = 2;
const LONGEST_LINE = 400;

/** No number of a list, no end of a sentence, no more than a few words. */
function isName(name: string): boolean {
  return /\p{L}/u.test(name) && !/[.!?。！？,、;]$/u.test(name) && name.split(/\s+/u).length <= 5;
}

/** Prices and times beside a name do not say what it is. */
const SAYS_SOMETHING = /\p{L}+\P{L}+\p{L}+\P{L}+\p{L}|[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]{6,}/u;
