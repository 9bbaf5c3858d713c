import type { BlockKind } from '../../domain/index.ts';
import type { BlockOptions, ProseBuilder } from '../prose-builder.ts';
import { cellsOf } from './table-cells.ts';
import { directiveRole, isTitled } from './directives.ts';
import { readInline } from './inline-markup.ts';
import { RstLines } from './rst-lines.ts';
import { GRID_BORDER, gridRows, SIMPLE_BORDER, simpleRows, type TableRows } from './table-rows.ts';

/** What the blocks inside a body are. */
interface Place {
  readonly kind: BlockKind;
  readonly options: BlockOptions;
  readonly listDepth: number;
  readonly depth: number;
}

/** Deeper nesting is read as paragraphs. It bounds how often a line is looked at. */
const DEPTH_LIMIT = 24;
const TOP: Place = { kind: 'paragraph', options: {}, listDepth: 0, depth: 0 };

const ADORNMENT = /^([!-/:-@[-`{-~])\1+$/u;
const BULLET = /^[-*+•‣⁃](?:\s+|$)/u;
const ENUMERATOR = /^(?:\((?:\d{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,6}|#)\)|(?:\d{1,4}|[a-zA-Z]|[ivxlc]{1,6}|#)[.)])\s+/u;
const FIELD = /^:(?![:\s])((?:\\.|[^:\\\n]){1,80}):(?:\s+|$)/u;

/** Reads reStructuredText line by line: what docutils and Sphinx would show as words becomes prose. */
export class RstReader {
  readonly #builder: ProseBuilder;
  readonly #text: string;
  readonly #lines: RstLines;
  readonly #substitutions = new Map<string, string>();
  /** Adornment styles in the order they came: the heading levels. */
  readonly #styles: string[] = [];

  constructor(builder: ProseBuilder) {
    this.#builder = builder;
    this.#text = builder.original;
    this.#lines = new RstLines(this.#text);
  }

  read(): void {
    if (this.#text.includes('replace::')) this.#collectSubstitutions();
    this.#body(0, this.#lines.count, TOP);
  }

  /** Reads lines `[from, to)`; the first that is not blank tells their indent. */
  #body(from: number, to: number, place: Place): void {
    let at = this.#lines.skipBlank(from, to);
    if (at >= to) return;
    if (place.depth > DEPTH_LIMIT) {
      this.#paragraph(at, to, place);
      return;
    }
    let current = place;
    const indent = this.#lines.at(at).indent;
    while (at < to) {
      const next = this.#block(at, to, indent, current);
      if (current.kind === 'list-item') current = { ...current, kind: 'paragraph', options: {} };
      at = this.#lines.skipBlank(Math.max(next, at + 1), to);
    }
  }

  /** Reads the block that begins at a line; the line after it. */
  #block(at: number, to: number, indent: number, place: Place): number {
    const line = this.#lines.at(at);
    if (line.indent > indent)
      return this.#nested(at, this.#lines.indentedEnd(at, to, indent), { ...place, kind: 'quote', options: {} });
    const words = this.#lines.words(line, 200);
    const first = words.charCodeAt(0);
    const title = this.#title(at, to, words, place);
    if (title !== undefined) return title;
    if (first === DOT && (words === '..' || words.startsWith('.. '))) return this.#explicit(at, to, place);
    if (words.startsWith('__ ')) return at + 1;
    if (words.startsWith('>>> ')) return this.#lines.paragraphEnd(at, to, line.indent);
    if (first === PLUS && GRID_BORDER.test(this.#lines.words(line)))
      return this.#table(gridRows(this.#lines, at, to), place, true);
    if (first === EQUALS && SIMPLE_BORDER.test(this.#lines.words(line))) {
      const rows = simpleRows(this.#lines, at, to);
      return rows === undefined ? this.#paragraphAndLiteral(at + 1, to, place) : this.#table(rows, place, false);
    }
    if (first === BAR && /^\|\s/u.test(words)) return this.#lineBlock(at, place);
    const marker = BULLET.exec(words) ?? ENUMERATOR.exec(words);
    if (marker !== null) return this.#listItem(at, to, marker[0].length, place);
    if (first === COLON) {
      const field = FIELD.exec(words);
      if (field !== null) return this.#field(at, to, field[0].length, place);
    }
    if (this.#isTerm(at, to)) return this.#definition(at, to, place, { isGlossary: false });
    return this.#paragraphAndLiteral(at, to, place);
  }

  #title(at: number, to: number, words: string, place: Place): number | undefined {
    if (place.depth > 0) return undefined;
    const next = at + 1 < to ? this.#lines.at(at + 1) : undefined;
    if (ADORNMENT.test(words)) {
      const under = at + 2 < to ? this.#lines.words(this.#lines.at(at + 2), 200) : '';
      if (next !== undefined && !next.isBlank && under === words && words.length >= 2) {
        this.#heading(at + 1, `${words[0]}${words[0]}`);
        return at + 3;
      }
      return words.length >= 4 ? at + 1 : undefined;
    }
    if (next === undefined || next.isBlank || next.indent > 0) return undefined;
    const under = this.#lines.words(next, 200);
    const length = next.end - next.start;
    if (!ADORNMENT.test(under) || (length < 3 && length < words.length) || under === '::' || under === '..')
      return undefined;
    this.#heading(at, under[0] ?? '');
    return at + 2;
  }

  #heading(at: number, style: string): void {
    if (!this.#styles.includes(style)) this.#styles.push(style);
    const level = Math.min(6, this.#styles.indexOf(style) + 1);
    this.#write(at, at + 1, 'heading', { level });
  }

  #explicit(at: number, to: number, place: Place): number {
    const line = this.#lines.at(at);
    const end = this.#lines.indentedEnd(at + 1, to, line.indent);
    const words = this.#lines.words(line, 400);
    const note = /^\.\.\s+\[[^\]\s]+\]\s*/u.exec(words);
    if (note !== null) {
      this.#lines.moveStart(at, note[0].length);
      this.#flowed(at, end, { ...place, kind: 'note', options: {} });
      return end;
    }
    const directive = /^\.\.\s+([A-Za-z][\w:+.-]*)\s*::(?:\s+|$)/u.exec(words);
    if (directive !== null) this.#directive(at, end, directive, place);
    return end;
  }

  #directive(at: number, end: number, directive: RegExpExecArray, place: Place): void {
    const name = (directive[1] ?? '').toLowerCase();
    const role = directiveRole(name);
    if (role === 'hidden') return;
    const body = this.#afterOptions(at + 1, end);
    const hasArgument = this.#lines.at(at).end - this.#lines.at(at).start > directive[0].length;
    if (role === 'glossary') this.#glossary(body, end, place);
    else if (role === 'list-table') this.#listTable(body, end);
    else if (role === 'note' && !isTitled(name)) {
      const inside: Place = { ...place, kind: 'note', options: {}, depth: place.depth + 1 };
      if (hasArgument && name !== 'versionadded' && name !== 'versionchanged' && name !== 'deprecated') {
        this.#lines.moveStart(at, directive[0].length);
        this.#flowed(at, end, inside);
      } else this.#body(body, end, inside);
    } else {
      if (hasArgument && (isTitled(name) || role === 'table')) {
        this.#lines.moveStart(at, directive[0].length);
        this.#write(at, at + 1, 'caption', {});
      }
      const kind = role === 'note' ? 'note' : role === 'figure' ? 'caption' : place.kind;
      this.#body(body, end, { ...place, kind, options: {}, depth: place.depth + 1 });
    }
  }

  /** A body whose first line stands on the line of its marker: the first paragraph runs on whatever its indent. */
  #flowed(at: number, end: number, place: Place): void {
    const first = this.#lines.at(at);
    if (first.isBlank) {
      this.#body(at + 1, end, place);
      return;
    }
    const next = at + 1 < end ? this.#lines.at(at + 1) : undefined;
    const indent = next === undefined || next.isBlank ? first.indent : next.indent;
    this.#lines.setIndent(at, indent);
    const literalEnd = this.#paragraphAndLiteral(at, end, place);
    this.#body(literalEnd, end, { ...place, depth: place.depth + 1 });
  }

  #afterOptions(from: number, to: number): number {
    let at = from;
    while (at < to && FIELD.test(this.#lines.words(this.#lines.at(at), 200))) at += 1;
    return at;
  }

  #glossary(from: number, to: number, place: Place): void {
    let at = this.#lines.skipBlank(from, to);
    while (at < to)
      at = this.#lines.skipBlank(Math.max(at + 1, this.#definition(at, to, place, { isGlossary: true })), to);
  }

  /** Whether a line is a term: the next line follows at once and is indented. */
  #isTerm(at: number, to: number): boolean {
    const next = at + 1 < to ? this.#lines.at(at + 1) : undefined;
    return (
      next !== undefined && !next.isBlank && next.indent > this.#lines.at(at).indent && !this.#lines.endsLiteral(at)
    );
  }

  #definition(at: number, to: number, place: Place, { isGlossary }: { isGlossary: boolean }): number {
    const { indent } = this.#lines.at(at);
    let body = at;
    while (body < to && !this.#lines.at(body).isBlank && this.#lines.at(body).indent <= indent) {
      const line = this.#lines.at(body);
      const words = this.#lines.words(line);
      const classifier = words.search(/\s:\s/u);
      if (!words.startsWith('.. ')) {
        this.#builder.startBlock('definition-term');
        const mark = isGlossary ? this.#builder.openMark('term') : undefined;
        readInline(
          this.#builder,
          { from: line.start, to: classifier < 0 ? line.end : line.start + classifier },
          this.#substitutions,
        );
        if (mark !== undefined) this.#builder.closeMark(mark);
        this.#builder.endBlock();
      }
      body += 1;
      if (!isGlossary) break;
    }
    const end = this.#lines.indentedEnd(body, to, indent);
    this.#nested(body, end, { ...place, kind: 'definition-text', options: {} });
    return end;
  }

  #nested(from: number, end: number, place: Place): number {
    this.#body(from, end, { ...place, depth: place.depth + 1 });
    return end;
  }

  #listItem(at: number, to: number, markerLength: number, place: Place): number {
    const { indent } = this.#lines.at(at);
    const end = this.#lines.indentedEnd(at + 1, to, indent);
    this.#lines.moveStart(at, markerLength);
    const level = place.listDepth + 1;
    const inside: Place = { kind: 'list-item', options: { level }, listDepth: level, depth: place.depth + 1 };
    this.#body(at, end, inside);
    return end;
  }

  #field(at: number, to: number, markerLength: number, place: Place): number {
    const { indent } = this.#lines.at(at);
    const end = this.#lines.indentedEnd(at + 1, to, indent);
    // Fields before the first title are metadata of the file.
    if (this.#styles.length === 0 && place.depth === 0) return end;
    this.#lines.moveStart(at, markerLength);
    this.#flowed(at, end, { ...place, depth: place.depth + 1 });
    return end;
  }

  #lineBlock(at: number, place: Place): number {
    this.#lines.moveStart(at, 2);
    this.#write(at, at + 1, place.kind, place.options);
    return at + 1;
  }

  #listTable(from: number, to: number): void {
    let row = -1;
    let column = 0;
    for (let at = this.#lines.skipBlank(from, to); at < to; at = this.#lines.skipBlank(at, to)) {
      const words = this.#lines.words(this.#lines.at(at), 200);
      const start = /^[*-]\s+[*-](?:\s+|$)/u.exec(words);
      const cell = start ?? BULLET.exec(words);
      if (start !== null) {
        row += 1;
        column = 0;
      } else column += 1;
      const { indent } = this.#lines.at(at);
      const length = cell?.[0].length ?? 0;
      let end = at + 1;
      // Cells of one row stand under the second sign of its first line.
      const cellIndent = start === null ? indent : indent + words.slice(1).search(/[*-]/u) + 1;
      while (end < to && (this.#lines.at(end).isBlank || this.#lines.at(end).indent > cellIndent)) end += 1;
      this.#lines.moveStart(at, length);
      const kind = row === 0 ? 'table-header' : 'table-cell';
      this.#body(at, end, { kind, options: { row: Math.max(0, row), column }, listDepth: 0, depth: DEPTH_LIMIT });
      at = end;
    }
  }

  #table({ columns, rows, end }: TableRows, place: Place, isGrid: boolean): number {
    for (const [row, { from, to, isHeader }] of rows.entries()) {
      this.#cells(from, to, columns, { row, isHeader, isGrid, place });
    }
    return end;
  }

  /** Writes the cells of one row; their words may stand on several lines. They are read line after line. */
  #cells(
    from: number,
    to: number,
    columns: readonly number[],
    { row, isHeader, isGrid, place }: { row: number; isHeader: boolean; isGrid: boolean; place: Place },
  ): void {
    if (place.depth > DEPTH_LIMIT) return;
    for (let line = from; line < to; line += 1) {
      for (const cell of cellsOf(this.#text, this.#lines.at(line), { columns, isGrid })) {
        // The prose follows the original, so a cell of several lines is a block for each of them.
        this.#builder.startBlock(isHeader ? 'table-header' : 'table-cell', { row, column: cell.column });
        readInline(this.#builder, { from: cell.start, to: cell.end }, this.#substitutions);
      }
    }
    this.#builder.endBlock();
  }

  #paragraphAndLiteral(at: number, to: number, place: Place): number {
    const { indent } = this.#lines.at(at);
    const end = this.#lines.paragraphEnd(at, to, indent);
    if (!this.#lines.endsLiteral(end - 1)) {
      this.#write(at, end, place.kind, place.options);
      return end;
    }
    const last = this.#lines.at(end - 1);
    const words = this.#lines.words(last);
    // `text::` is read `text:`, `text ::` is read `text`.
    const cut = words === '::' || /\s::$/u.test(words) ? 2 : 1;
    this.#lines.moveEnd(end - 1, cut);
    this.#write(at, end, place.kind, place.options);
    return this.#lines.indentedEnd(end, to, indent);
  }

  #paragraph(from: number, to: number, place: Place): void {
    let at = from;
    while (at < to) {
      let end = at;
      while (end < to && !this.#lines.at(end).isBlank) end += 1;
      this.#write(at, end, place.kind, place.options);
      at = this.#lines.skipBlank(end, to);
    }
  }

  #write(from: number, to: number, kind: BlockKind, options: BlockOptions): void {
    const start = this.#lines.at(from).start;
    const { end } = this.#lines.at(to - 1);
    if (end <= start) return;
    this.#builder.startBlock(kind, options);
    readInline(this.#builder, { from: start, to: end }, this.#substitutions);
    this.#builder.endBlock();
  }

  #collectSubstitutions(): void {
    for (const found of this.#text.matchAll(/^[ \t]*\.\. \|([^|\n]{1,80})\| replace::[ \t]*([^\r\n]*)/gmu)) {
      this.#substitutions.set((found[1] ?? '').toLowerCase(), (found[2] ?? '').trim());
    }
  }
}

const DOT = 0x2e;
const PLUS = 0x2b;
const EQUALS = 0x3d;
const BAR = 0x7c;
const COLON = 0x3a;
