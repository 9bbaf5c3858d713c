import type { BlockKind } from '../../domain/index.ts';
import type { BlockOptions, ProseBuilder } from '../prose-builder.ts';
import { cellsOf } from './table-cells.ts';
import { directiveRole, isTitled } from './directives.ts';
import { readInline } from './inline-markup.ts';
import { sourceLines, type SourceLine } from './source-lines.ts';

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
const GRID_BORDER = /^\+(?:[-=]+\+)+$/u;
const SIMPLE_BORDER = /^=+(?:\s+=+)+$/u;

/** Reads reStructuredText line by line: what docutils and Sphinx would show as words becomes prose. */
export class RstReader {
  readonly #builder: ProseBuilder;
  readonly #text: string;
  readonly #lines: SourceLine[];
  readonly #substitutions = new Map<string, string>();
  /** Adornment styles in the order they came: the heading levels. */
  readonly #styles: string[] = [];

  constructor(builder: ProseBuilder) {
    this.#builder = builder;
    this.#text = builder.original;
    this.#lines = sourceLines(this.#text);
  }

  read(): void {
    if (this.#text.includes('replace::')) this.#collectSubstitutions();
    this.#body(0, this.#lines.length, TOP);
  }

  /** Reads lines `[from, to)`; the first that is not blank tells their indent. */
  #body(from: number, to: number, place: Place): void {
    let at = this.#skipBlank(from, to);
    if (at >= to) return;
    if (place.depth > DEPTH_LIMIT) {
      this.#paragraph(at, to, place);
      return;
    }
    let current = place;
    const indent = this.#line(at).indent;
    while (at < to) {
      const next = this.#block(at, to, indent, current);
      if (current.kind === 'list-item') current = { ...current, kind: 'paragraph', options: {} };
      at = this.#skipBlank(Math.max(next, at + 1), to);
    }
  }

  /** Reads the block that begins at a line; the line after it. */
  #block(at: number, to: number, indent: number, place: Place): number {
    const line = this.#line(at);
    if (line.indent > indent)
      return this.#nested(at, this.#indentedEnd(at, to, indent), { ...place, kind: 'quote', options: {} });
    const words = this.#words(line, 200);
    const first = words.charCodeAt(0);
    const title = this.#title(at, to, words, place);
    if (title !== undefined) return title;
    if (first === DOT && (words === '..' || words.startsWith('.. '))) return this.#explicit(at, to, place);
    if (words.startsWith('__ ')) return at + 1;
    if (words.startsWith('>>> ')) return this.#paragraphEnd(at, to, line.indent);
    if (first === PLUS && GRID_BORDER.test(this.#words(line))) return this.#gridTable(at, to, place);
    if (first === EQUALS && SIMPLE_BORDER.test(this.#words(line))) return this.#simpleTable(at, to, place);
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
    const next = at + 1 < to ? this.#line(at + 1) : undefined;
    if (ADORNMENT.test(words)) {
      const under = at + 2 < to ? this.#words(this.#line(at + 2), 200) : '';
      if (next !== undefined && !next.isBlank && under === words && words.length >= 2) {
        this.#heading(at + 1, `${words[0]}${words[0]}`);
        return at + 3;
      }
      return words.length >= 4 ? at + 1 : undefined;
    }
    if (next === undefined || next.isBlank || next.indent > 0) return undefined;
    const under = this.#words(next, 200);
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
    const line = this.#line(at);
    const end = this.#indentedEnd(at + 1, to, line.indent);
    const words = this.#words(line, 400);
    const note = /^\.\.\s+\[[^\]\s]+\]\s*/u.exec(words);
    if (note !== null) {
      this.#moveStart(at, note[0].length);
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
    const hasArgument = this.#line(at).end - this.#line(at).start > directive[0].length;
    if (role === 'glossary') this.#glossary(body, end, place);
    else if (role === 'list-table') this.#listTable(body, end);
    else if (role === 'note' && !isTitled(name)) {
      const inside: Place = { ...place, kind: 'note', options: {}, depth: place.depth + 1 };
      if (hasArgument && name !== 'versionadded' && name !== 'versionchanged' && name !== 'deprecated') {
        this.#moveStart(at, directive[0].length);
        this.#flowed(at, end, inside);
      } else this.#body(body, end, inside);
    } else {
      if (hasArgument && (isTitled(name) || role === 'table')) {
        this.#moveStart(at, directive[0].length);
        this.#write(at, at + 1, 'caption', {});
      }
      const kind = role === 'note' ? 'note' : role === 'figure' ? 'caption' : place.kind;
      this.#body(body, end, { ...place, kind, options: {}, depth: place.depth + 1 });
    }
  }

  /** A body whose first line stands on the line of its marker: the first paragraph runs on whatever its indent. */
  #flowed(at: number, end: number, place: Place): void {
    const first = this.#line(at);
    if (first.isBlank) {
      this.#body(at + 1, end, place);
      return;
    }
    const next = at + 1 < end ? this.#line(at + 1) : undefined;
    const indent = next === undefined || next.isBlank ? first.indent : next.indent;
    this.#lines[at] = { ...first, indent };
    const literalEnd = this.#paragraphAndLiteral(at, end, place);
    this.#body(literalEnd, end, { ...place, depth: place.depth + 1 });
  }

  #afterOptions(from: number, to: number): number {
    let at = from;
    while (at < to && FIELD.test(this.#words(this.#line(at), 200))) at += 1;
    return at;
  }

  #glossary(from: number, to: number, place: Place): void {
    let at = this.#skipBlank(from, to);
    while (at < to) at = this.#skipBlank(Math.max(at + 1, this.#definition(at, to, place, { isGlossary: true })), to);
  }

  /** Whether a line is a term: the next line follows at once and is indented. */
  #isTerm(at: number, to: number): boolean {
    const next = at + 1 < to ? this.#line(at + 1) : undefined;
    return next !== undefined && !next.isBlank && next.indent > this.#line(at).indent && !this.#endsLiteral(at);
  }

  #definition(at: number, to: number, place: Place, { isGlossary }: { isGlossary: boolean }): number {
    const { indent } = this.#line(at);
    let body = at;
    while (body < to && !this.#line(body).isBlank && this.#line(body).indent <= indent) {
      const line = this.#line(body);
      const words = this.#words(line);
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
    const end = this.#indentedEnd(body, to, indent);
    this.#nested(body, end, { ...place, kind: 'definition-text', options: {} });
    return end;
  }

  #nested(from: number, end: number, place: Place): number {
    this.#body(from, end, { ...place, depth: place.depth + 1 });
    return end;
  }

  #listItem(at: number, to: number, markerLength: number, place: Place): number {
    const { indent } = this.#line(at);
    const end = this.#indentedEnd(at + 1, to, indent);
    this.#moveStart(at, markerLength);
    const level = place.listDepth + 1;
    const inside: Place = { kind: 'list-item', options: { level }, listDepth: level, depth: place.depth + 1 };
    this.#body(at, end, inside);
    return end;
  }

  #field(at: number, to: number, markerLength: number, place: Place): number {
    const { indent } = this.#line(at);
    const end = this.#indentedEnd(at + 1, to, indent);
    // Fields before the first title are metadata of the file.
    if (this.#styles.length === 0 && place.depth === 0) return end;
    this.#moveStart(at, markerLength);
    this.#flowed(at, end, { ...place, depth: place.depth + 1 });
    return end;
  }

  #lineBlock(at: number, place: Place): number {
    this.#moveStart(at, 2);
    this.#write(at, at + 1, place.kind, place.options);
    return at + 1;
  }

  #listTable(from: number, to: number): void {
    let row = -1;
    let column = 0;
    for (let at = this.#skipBlank(from, to); at < to; at = this.#skipBlank(at, to)) {
      const words = this.#words(this.#line(at), 200);
      const start = /^[*-]\s+[*-](?:\s+|$)/u.exec(words);
      const cell = start ?? BULLET.exec(words);
      if (start !== null) {
        row += 1;
        column = 0;
      } else column += 1;
      const { indent } = this.#line(at);
      const length = cell?.[0].length ?? 0;
      let end = at + 1;
      // Cells of one row stand under the second sign of its first line.
      const cellIndent = start === null ? indent : indent + words.slice(1).search(/[*-]/u) + 1;
      while (end < to && (this.#line(end).isBlank || this.#line(end).indent > cellIndent)) end += 1;
      this.#moveStart(at, length);
      const kind = row === 0 ? 'table-header' : 'table-cell';
      this.#body(at, end, { kind, options: { row: Math.max(0, row), column }, listDepth: 0, depth: DEPTH_LIMIT });
      at = end;
    }
  }

  #gridTable(at: number, to: number, place: Place): number {
    let end = at;
    while (end < to && /^[+|]/u.test(this.#words(this.#line(end), 1))) end += 1;
    const border = this.#words(this.#line(at));
    const columns = [...border.matchAll(/\+/gu)].map((found) => found.index);
    const hasHeader = this.#rangeHas(at + 1, end - 1, '+=');
    let row = -1;
    for (let line = at; line < end - 1; line += 1) {
      if (!this.#words(this.#line(line), 1).startsWith('+')) continue;
      let last = line + 1;
      while (last < end && !this.#words(this.#line(last), 1).startsWith('+')) last += 1;
      row += 1;
      this.#cells(line + 1, last, columns, { row, isHeader: row === 0 && hasHeader, isGrid: true, place });
    }
    return end;
  }

  #simpleTable(at: number, to: number, place: Place): number {
    const border = this.#words(this.#line(at));
    const columns = [...border.matchAll(/=+/gu)].map((found) => found.index);
    const borders: number[] = [at];
    let end = at + 1;
    for (; end < to; end += 1) {
      if (!SIMPLE_BORDER.test(this.#words(this.#line(end)))) continue;
      borders.push(end);
      const isLast = borders.length > 2 || end + 1 >= to || this.#line(end + 1).isBlank;
      if (isLast) break;
    }
    if (borders.length < 2) return this.#paragraphAndLiteral(at + 1, to, place);
    const hasHeader = borders.length > 2;
    let row = -1;
    for (let line = at + 1; line < end; line += 1) {
      const current = this.#line(line);
      const words = this.#words(current, 4);
      if (current.isBlank || words.startsWith('==') || words.startsWith('--')) continue;
      let last = line + 1;
      // A row goes on where its first column is empty.
      while (last < end && !this.#line(last).isBlank && this.#line(last).indent > this.#line(at).indent) last += 1;
      row += 1;
      const isHeader = hasHeader && line < (borders[1] ?? 0);
      this.#cells(line, last, [...columns, Number.POSITIVE_INFINITY], { row, isHeader, isGrid: false, place });
      line = last - 1;
    }
    return end + 1;
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
      for (const cell of cellsOf(this.#text, this.#line(line), { columns, isGrid })) {
        // The prose follows the original, so a cell of several lines is a block for each of them.
        this.#builder.startBlock(isHeader ? 'table-header' : 'table-cell', { row, column: cell.column });
        readInline(this.#builder, { from: cell.start, to: cell.end }, this.#substitutions);
      }
    }
    this.#builder.endBlock();
  }

  #paragraphAndLiteral(at: number, to: number, place: Place): number {
    const { indent } = this.#line(at);
    const end = this.#paragraphEnd(at, to, indent);
    if (!this.#endsLiteral(end - 1)) {
      this.#write(at, end, place.kind, place.options);
      return end;
    }
    const last = this.#line(end - 1);
    const words = this.#words(last);
    // `text::` is read `text:`, `text ::` is read `text`.
    const cut = words === '::' || /\s::$/u.test(words) ? 2 : 1;
    this.#lines[end - 1] = { ...last, end: last.end - cut, isBlank: last.end - cut <= last.start };
    this.#write(at, end, place.kind, place.options);
    return this.#indentedEnd(end, to, indent);
  }

  #endsLiteral(at: number): boolean {
    const { start, end } = this.#line(at);
    return end - start >= 2 && this.#text.startsWith('::', end - 2);
  }

  #paragraph(from: number, to: number, place: Place): void {
    let at = from;
    while (at < to) {
      let end = at;
      while (end < to && !this.#line(end).isBlank) end += 1;
      this.#write(at, end, place.kind, place.options);
      at = this.#skipBlank(end, to);
    }
  }

  #write(from: number, to: number, kind: BlockKind, options: BlockOptions): void {
    const start = this.#line(from).start;
    const { end } = this.#line(to - 1);
    if (end <= start) return;
    this.#builder.startBlock(kind, options);
    readInline(this.#builder, { from: start, to: end }, this.#substitutions);
    this.#builder.endBlock();
  }

  /** A paragraph ends at a blank line or where the indent changes. */
  #paragraphEnd(at: number, to: number, indent: number): number {
    let end = at + 1;
    while (end < to && !this.#line(end).isBlank && this.#line(end).indent === indent) end += 1;
    return end;
  }

  /** The end of the lines that are indented more than `indent`, without the blank ones that follow them. */
  #indentedEnd(from: number, to: number, indent: number): number {
    let end = from;
    let last = from;
    while (end < to && (this.#line(end).isBlank || this.#line(end).indent > indent)) {
      end += 1;
      if (!this.#line(end - 1).isBlank) last = end;
    }
    return last;
  }

  /** Takes a marker off the start of a line; the rest keeps its column. */
  #moveStart(at: number, length: number): void {
    const line = this.#line(at);
    const start = Math.min(line.end, line.start + length);
    this.#lines[at] = { ...line, start, indent: line.indent + length, isBlank: start >= line.end };
  }

  #skipBlank(from: number, to: number): number {
    let at = from;
    while (at < to && this.#line(at).isBlank) at += 1;
    return at;
  }

  #collectSubstitutions(): void {
    for (const found of this.#text.matchAll(/^[ \t]*\.\. \|([^|\n]{1,80})\| replace::[ \t]*([^\r\n]*)/gmu)) {
      this.#substitutions.set((found[1] ?? '').toLowerCase(), (found[2] ?? '').trim());
    }
  }

  #rangeHas(from: number, to: number, start: string): boolean {
    for (let at = from; at < to; at += 1) if (this.#text.startsWith(start, this.#line(at).start)) return true;
    return false;
  }

  #line(at: number): SourceLine {
    return this.#lines[at] ?? { start: this.#text.length, end: this.#text.length, indent: 0, isBlank: true };
  }

  #words(line: SourceLine, limit = Number.POSITIVE_INFINITY): string {
    return this.#text.slice(line.start, Math.min(line.end, line.start + limit));
  }
}

const DOT = 0x2e;
const PLUS = 0x2b;
const EQUALS = 0x3d;
const BAR = 0x7c;
const COLON = 0x3a;
