import type { Block, BlockKind, Mark, MarkKind, Prose } from '../domain/index.ts';
import { isSpaceless } from '../text/spaceless.ts';

export interface BlockOptions {
  readonly level?: number;
  readonly row?: number;
  readonly column?: number;
}

/** A mark that is still open; its start is known at its first character. */
export interface OpenMark {
  readonly kind: MarkKind;
  value: string;
  start: number;
}

/** What a white-space run before the next character will become. */
const NOTHING = 0;
/** A line break: a space, or nothing between two spaceless characters. */
const LINE = 1;
const SPACE = 2;

/**
 * Collects the prose of one original text, block by block and in the order of the original, and keeps the alignment.
 * White space is folded as every reader of these formats folds it: a run is one space, none stands at the ends of a
 * block, and a line break between two characters of a script without spaces is nothing. Blocks and marks that hold
 * no text leave no trace. Offsets given to it are offsets of the original and never go backwards.
 */
export class ProseBuilder {
  readonly original: string;
  #text = '';
  #length = 0;
  readonly #blocks: Block[] = [];
  readonly #marks: Mark[] = [];
  readonly #prose: number[] = [];
  readonly #proseLength: number[] = [];
  readonly #aligned: number[] = [];
  readonly #alignedLength: number[] = [];
  /** Indexes of the headings that the next block stands under, outermost first. */
  readonly #sections: number[] = [];
  readonly #openMarks: OpenMark[] = [];
  #unstarted = 0;
  #pending = NOTHING;
  #inBlock = false;
  #kind: BlockKind = 'paragraph';
  #options: BlockOptions = {};
  /** Prose offset at which the block's text starts; -1 before its first character. */
  #blockStart = -1;
  #lastCode = 0;
  /** Up to where the original is used: a malformed text cannot lead back. */
  #originalEnd = 0;

  constructor(original: string) {
    this.original = original;
  }

  /** Ends the open block, if any, and starts the next. */
  startBlock(kind: BlockKind, options: BlockOptions = {}): void {
    this.endBlock();
    this.#inBlock = true;
    this.#kind = kind;
    this.#options = options;
  }

  get inBlock(): boolean {
    return this.#inBlock;
  }

  /** Whether the open block has text already. */
  get hasText(): boolean {
    return this.#blockStart >= 0;
  }

  endBlock(): void {
    if (!this.#inBlock) return;
    while (this.#openMarks.length > 0) this.closeMark();
    this.#inBlock = false;
    this.#pending = NOTHING;
    if (this.#blockStart < 0) return;
    const level = this.#options.level ?? 0;
    const isHeading = this.#kind === 'heading' || this.#kind === 'title';
    if (isHeading) this.#leaveSections(level);
    this.#blocks.push({
      kind: this.#kind,
      start: this.#blockStart,
      end: this.#length,
      level,
      section: this.#sections.at(-1) ?? -1,
      row: this.#options.row ?? -1,
      column: this.#options.column ?? -1,
    });
    if (isHeading) this.#sections.push(this.#blocks.length - 1);
    this.#blockStart = -1;
  }

  /** Adds `[start, end)` of the original as it stands, with its white space folded. Needs an open block. */
  copy(start: number, end: number): void {
    const { original } = this;
    let from = Math.max(start, this.#originalEnd);
    let at = from;
    while (at < end) {
      const code = original.charCodeAt(at);
      if (!isWhiteSpace(code) && !(code === IDEOGRAPHIC_SPACE && at === from && this.#blockStart < 0)) {
        at += 1;
        continue;
      }
      // A lone space between two words of the run is copied with them.
      if (code === 0x20 && at > from && at + 1 < end && !isWhiteSpace(original.charCodeAt(at + 1))) {
        at += 2;
        continue;
      }
      if (at > from) this.#append(from, at);
      let pending = NOTHING;
      while (at < end) {
        const next = original.charCodeAt(at);
        if (!isWhiteSpace(next) && next !== IDEOGRAPHIC_SPACE) break;
        if (isLineBreak(next)) pending = LINE;
        else if (pending === NOTHING) pending = SPACE;
        at += 1;
      }
      this.#wait(pending);
      from = at;
    }
    if (end > from) this.#append(from, end);
  }

  /** Adds text that stands for `[start, end)` of the original as a whole: a character reference, an escape. */
  replace(text: string, start: number, end: number): void {
    if (text === '' || start < this.#originalEnd) return;
    if (/^\s+$/u.test(text)) {
      this.#wait(SPACE);
      return;
    }
    const folded = text.replace(/\s+/gu, ' ');
    if (folded === this.original.slice(start, end)) {
      this.#append(start, end);
      return;
    }
    this.#beforeText(folded.codePointAt(0) ?? 0);
    if (folded.length === end - start && folded.length > 1) {
      // Equal lengths would map one to one: the first unit stands for the whole original, the others for nothing.
      this.#push(this.#length, 1, start, end - start);
      this.#push(this.#length + 1, folded.length - 1, end, 0);
    } else this.#push(this.#length, folded.length, start, end - start);
    this.#text += folded;
    this.#length += folded.length;
    this.#lastCode = lastCodePoint(folded);
  }

  /** A break that the author asked for: always a space. */
  space(): void {
    this.#wait(SPACE);
  }

  /** A line break of the source. */
  breakLine(): void {
    this.#wait(LINE);
  }

  openMark(kind: MarkKind, value = ''): OpenMark {
    const mark: OpenMark = { kind, value, start: -1 };
    this.#openMarks.push(mark);
    this.#unstarted += 1;
    return mark;
  }

  /** Closes the given mark and those opened inside it; without one, the innermost. */
  closeMark(mark: OpenMark | undefined = this.#openMarks.at(-1)): void {
    const index = mark === undefined ? -1 : this.#openMarks.lastIndexOf(mark);
    if (index < 0) return;
    for (const closed of this.#openMarks.splice(index).toReversed()) {
      if (closed.start < 0) this.#unstarted -= 1;
      else this.#marks.push({ kind: closed.kind, start: closed.start, end: this.#length, value: closed.value });
    }
  }

  /** Forgets a mark that is still open, and closes those opened inside it. */
  discardMark(mark: OpenMark): void {
    const index = this.#openMarks.lastIndexOf(mark);
    if (index < 0) return;
    const inner = this.#openMarks[index + 1];
    if (inner !== undefined) this.closeMark(inner);
    this.#openMarks.pop();
    if (mark.start < 0) this.#unstarted -= 1;
  }

  finish(): Prose {
    this.endBlock();
    return {
      text: this.#text,
      blocks: this.#blocks,
      marks: this.#marks.toSorted((a, b) => a.start - b.start || b.end - a.end),
      alignment: {
        prose: this.#prose,
        proseLength: this.#proseLength,
        original: this.#aligned,
        originalLength: this.#alignedLength,
      },
    };
  }

  #leaveSections(level: number): void {
    while (this.#sections.length > 0 && (this.#blocks[this.#sections.at(-1) ?? 0]?.level ?? 0) >= level) {
      this.#sections.pop();
    }
  }

  #wait(pending: number): void {
    if (this.#blockStart >= 0 && pending > this.#pending) this.#pending = pending;
  }

  #append(start: number, end: number): void {
    this.#beforeText(this.original.codePointAt(start) ?? 0);
    const last = this.#prose.length - 1;
    const length = end - start;
    if (last >= 0 && this.#continues(last, start)) {
      this.#proseLength[last] = (this.#proseLength[last] ?? 0) + length;
      this.#alignedLength[last] = (this.#alignedLength[last] ?? 0) + length;
      this.#originalEnd = end;
    } else this.#push(this.#length, length, start, length);
    this.#text += this.original.slice(start, end);
    this.#length += length;
    const code = this.original.charCodeAt(end - 1);
    this.#lastCode = isLowSurrogate(code) ? (this.original.codePointAt(end - 2) ?? code) : code;
  }

  #continues(last: number, start: number): boolean {
    const proseLength = this.#proseLength[last] ?? 0;
    const alignedLength = this.#alignedLength[last] ?? 0;
    return (
      proseLength === alignedLength &&
      (this.#prose[last] ?? 0) + proseLength === this.#length &&
      (this.#aligned[last] ?? 0) + alignedLength === start
    );
  }

  #push(prose: number, proseLength: number, original: number, originalLength: number): void {
    this.#prose.push(prose);
    this.#proseLength.push(proseLength);
    this.#aligned.push(original);
    this.#alignedLength.push(originalLength);
    this.#originalEnd = original + originalLength;
  }

  /** Writes what waits before the next character: the joining line break of blocks, a folded space, mark starts. */
  #beforeText(next: number): void {
    if (!this.#inBlock) this.startBlock('paragraph');
    if (this.#blockStart < 0) {
      if (this.#length > 0) this.#gap('\n');
      this.#blockStart = this.#length;
    } else if (
      this.#pending === SPACE ||
      (this.#pending === LINE && !(isSpaceless(this.#lastCode) && isSpaceless(next)))
    ) {
      this.#gap(' ');
    }
    this.#pending = NOTHING;
    if (this.#unstarted > 0) this.#startMarks();
  }

  /** Text that stands for nothing in the original. */
  #gap(text: string): void {
    this.#text += text;
    this.#length += text.length;
  }

  #startMarks(): void {
    for (let index = this.#openMarks.length - 1; this.#unstarted > 0; index -= 1, this.#unstarted -= 1) {
      const mark = this.#openMarks[index];
      if (mark !== undefined) mark.start = this.#length;
    }
  }
}

const IDEOGRAPHIC_SPACE = 0x3000;

function isWhiteSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x2028 || code === 0x2029 || code === 0x85;
}

function isLineBreak(code: number): boolean {
  return code !== 0x20 && code !== 0x09 && code !== IDEOGRAPHIC_SPACE;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function lastCodePoint(text: string): number {
  const code = text.charCodeAt(text.length - 1);
  return isLowSurrogate(code) && text.length > 1 ? (text.codePointAt(text.length - 2) ?? code) : code;
}
