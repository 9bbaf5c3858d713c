import { sourceLines, type SourceLine } from './source-lines.ts';

/** The lines of a text as they are read: markers come off their starts and ends while the reader goes into them. */
export class RstLines {
  readonly #text: string;
  readonly #lines: SourceLine[];

  constructor(text: string) {
    this.#text = text;
    this.#lines = sourceLines(text);
  }

  get count(): number {
    return this.#lines.length;
  }

  at(at: number): SourceLine {
    return this.#lines[at] ?? { start: this.#text.length, end: this.#text.length, indent: 0, isBlank: true };
  }

  words(line: SourceLine, limit = Number.POSITIVE_INFINITY): string {
    return this.#text.slice(line.start, Math.min(line.end, line.start + limit));
  }

  skipBlank(from: number, to: number): number {
    let at = from;
    while (at < to && this.at(at).isBlank) at += 1;
    return at;
  }

  /** A paragraph ends at a blank line or where the indent changes. */
  paragraphEnd(at: number, to: number, indent: number): number {
    let end = at + 1;
    while (end < to && !this.at(end).isBlank && this.at(end).indent === indent) end += 1;
    return end;
  }

  /** The end of the lines that are indented more than `indent`, without the blank ones that follow them. */
  indentedEnd(from: number, to: number, indent: number): number {
    let end = from;
    let last = from;
    while (end < to && (this.at(end).isBlank || this.at(end).indent > indent)) {
      end += 1;
      if (!this.at(end - 1).isBlank) last = end;
    }
    return last;
  }

  /** Whether a line ends in `::`, which makes what follows a literal block. */
  endsLiteral(at: number): boolean {
    const { start, end } = this.at(at);
    return end - start >= 2 && this.#text.startsWith('::', end - 2);
  }

  /** Whether a line of `[from, to)` starts with `start`. */
  someStart(from: number, to: number, start: string): boolean {
    for (let at = from; at < to; at += 1) if (this.#text.startsWith(start, this.at(at).start)) return true;
    return false;
  }

  /** Takes a marker off the start of a line; the rest keeps its column. */
  moveStart(at: number, length: number): void {
    const line = this.at(at);
    const start = Math.min(line.end, line.start + length);
    this.#lines[at] = { ...line, start, indent: line.indent + length, isBlank: start >= line.end };
  }

  /** Takes a marker off the end of a line. */
  moveEnd(at: number, length: number): void {
    const line = this.at(at);
    this.#lines[at] = { ...line, end: line.end - length, isBlank: line.end - length <= line.start };
  }

  setIndent(at: number, indent: number): void {
    this.#lines[at] = { ...this.at(at), indent };
  }
}
