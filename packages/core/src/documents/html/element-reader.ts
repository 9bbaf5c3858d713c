import type { BlockKind } from '../../domain/index.ts';
import type { OpenMark, ProseBuilder } from '../prose-builder.ts';
import {
  blockElements,
  frameElements,
  headerLinkClass,
  hiddenElements,
  impliedEnds,
  inlineMarks,
  listElements,
  noteClass,
  voidElements,
} from './elements.ts';

export type Attributes = ReadonlyMap<string, string>;

/** An element that decides what kind of block the text inside it is. */
interface Frame {
  readonly name: string;
  readonly kind: BlockKind;
  readonly level: number;
  /** Of a table: the rows seen so far; of a row or cell: its row. */
  row: number;
  column: number;
  /** Whether a block of this frame has begun: only the first block of a list item is a `list-item`. */
  used: boolean;
}

/** Deeper nesting is read, but no longer told apart. It bounds the time that a closing tag can cost. */
const DEPTH_LIMIT = 200;

/**
 * Turns the tags and texts of HTML, as they come, into prose. It serves whole HTML documents and the HTML inside
 * Markdown alike, so it expects nothing: unclosed, crossed and unknown elements are read as far as they make sense.
 */
export class ElementReader {
  readonly #builder: ProseBuilder;
  readonly #frames: Frame[] = [];
  readonly #inline: { readonly name: string; readonly mark: OpenMark }[] = [];
  #listDepth = 0;
  #hiddenBy = '';
  #hiddenDepth = 0;
  #ruby: OpenMark | undefined;
  #reading = '';
  #inReading = false;

  constructor(builder: ProseBuilder) {
    this.#builder = builder;
  }

  /** Forgets all open elements. */
  reset(): void {
    this.endBlock();
    this.#frames.length = 0;
    this.#listDepth = 0;
    this.#hiddenDepth = 0;
  }

  text(start: number, end: number): void {
    if (this.#hiddenDepth > 0) return;
    if (this.#inReading) {
      this.#reading += this.#builder.original.slice(start, end);
      return;
    }
    if (this.#ruby !== undefined && this.#reading !== '') this.#nextRuby();
    if (!this.#builder.inBlock) {
      if (isBlank(this.#builder.original, start, end)) return;
      this.#startBlock();
    }
    this.#builder.copy(start, end);
  }

  /** Text that stands for a character reference. */
  reference(text: string, start: number, end: number): void {
    if (this.#hiddenDepth > 0) return;
    if (this.#inReading) {
      this.#reading += text;
      return;
    }
    if (this.#ruby !== undefined && this.#reading !== '') this.#nextRuby();
    if (!this.#builder.inBlock) this.#startBlock();
    this.#builder.replace(text, start, end);
  }

  open(name: string, attributes: Attributes): void {
    if (this.#hiddenDepth > 0) {
      if (name === this.#hiddenBy) this.#hiddenDepth += 1;
      return;
    }
    if (hiddenElements.has(name) || (attributes.get('aria-hidden') === 'true' && !voidElements.has(name))) {
      if (blockElements.has(name)) this.endBlock();
      this.#hiddenBy = name;
      this.#hiddenDepth = 1;
      return;
    }
    const markKind = inlineMarks.get(name);
    if (markKind !== undefined) this.#openInline(name, attributes);
    else if (name === 'br') this.#builder.space();
    else if (name === 'ruby') this.#openRuby();
    else if (name === 'rt' || name === 'rp' || name === 'rtc') this.#openReading(name);
    else this.#openBlock(name, attributes);
  }

  close(name: string): void {
    if (this.#hiddenDepth > 0) {
      if (name === this.#hiddenBy) this.#hiddenDepth -= 1;
      return;
    }
    if (inlineMarks.has(name)) this.#closeInline(name);
    else if (name === 'ruby') this.#closeRuby();
    else if (name === 'rt') this.#inReading = false;
    else if (frameElements.has(name) || name === 'div') this.#closeFrame(name);
    else if (blockElements.has(name)) this.endBlock();
  }

  /** Ends the open block and every inline element in it. */
  endBlock(): void {
    this.#closeRuby();
    this.#inline.length = 0;
    this.#builder.endBlock();
  }

  #startBlock(): void {
    const frame = this.#frames.findLast((one) => frameElements.get(one.name) !== 'structure');
    if (frame === undefined) {
      this.#builder.startBlock('paragraph');
      return;
    }
    const kind = frame.kind === 'list-item' && frame.used ? 'paragraph' : frame.kind;
    frame.used = true;
    this.#builder.startBlock(kind, {
      level: kind === 'paragraph' ? 0 : frame.level,
      row: frame.row,
      column: frame.column,
    });
  }

  #openInline(name: string, attributes: Attributes): void {
    if (this.#inline.length >= DEPTH_LIMIT) return;
    const kind = inlineMarks.get(name);
    if (kind === undefined) return;
    const href = attributes.get('href');
    if (name === 'a' && href === undefined) return;
    if (name === 'a' && headerLinkClass.test(attributes.get('class') ?? '')) {
      this.#hiddenBy = name;
      this.#hiddenDepth = 1;
      return;
    }
    const value = name === 'a' ? href : attributes.get('title');
    if (kind === 'abbreviation' && value === undefined) return;
    if (!this.#builder.inBlock) this.#startBlock();
    this.#inline.push({ name, mark: this.#builder.openMark(kind, value ?? '') });
  }

  #closeInline(name: string): void {
    const index = this.#inline.findLastIndex((one) => one.name === name);
    const open = this.#inline[index];
    if (open === undefined) return;
    this.#builder.closeMark(open.mark);
    this.#inline.length = index;
  }

  #openRuby(): void {
    this.#closeRuby();
    if (!this.#builder.inBlock) this.#startBlock();
    this.#ruby = this.#builder.openMark('ruby');
  }

  #openReading(name: string): void {
    this.#inReading = name === 'rt' && this.#ruby !== undefined;
    if (this.#inReading) return;
    this.#hiddenBy = name;
    this.#hiddenDepth = 1;
  }

  /** The next base of a ruby element that holds several: 漢(かん)字(じ). */
  #nextRuby(): void {
    this.#finishRuby();
    this.#ruby = this.#builder.openMark('ruby');
  }

  #closeRuby(): void {
    this.#inReading = false;
    this.#finishRuby();
    this.#ruby = undefined;
  }

  #finishRuby(): void {
    if (this.#ruby === undefined) return;
    const reading = this.#reading.trim();
    this.#reading = '';
    if (reading === '') this.#builder.discardMark(this.#ruby);
    else {
      this.#ruby.value = reading;
      this.#builder.closeMark(this.#ruby);
    }
  }

  #openBlock(name: string, attributes: Attributes): void {
    if (!blockElements.has(name)) return;
    this.endBlock();
    if (this.#frames.at(-1)?.kind === 'heading') this.#frames.pop();
    const isNote = name === 'div' && noteClass.test(attributes.get('class') ?? '');
    // A `div` matters only where it is a note, or stands in one and would close it.
    if (!frameElements.has(name) && !isNote && !(name === 'div' && this.#frames.some((one) => one.name === 'div')))
      return;
    this.#closeImplied(name);
    if (this.#frames.length >= DEPTH_LIMIT) return;
    if (listElements.has(name)) this.#listDepth += 1;
    this.#frames.push(this.#frameOf(name));
  }

  #frameOf(name: string): Frame {
    const frame = { name, kind: 'paragraph' as BlockKind, level: 0, row: -1, column: -1, used: false };
    if (name === 'li') return { ...frame, kind: 'list-item', level: Math.max(1, this.#listDepth) };
    if (/^h[1-6]$/u.test(name)) return { ...frame, kind: 'heading', level: Number(name[1]) };
    if (name === 'tr') {
      const table = this.#frames.findLast((one) => one.name === 'table');
      if (table !== undefined) table.row += 1;
      return { ...frame, row: table?.row ?? 0 };
    }
    if (name === 'td' || name === 'th') {
      const row = this.#frames.findLast((one) => one.name === 'tr');
      if (row !== undefined) row.column += 1;
      const kind = name === 'th' && (row?.row ?? 0) === 0 ? 'table-header' : 'table-cell';
      return { ...frame, kind, row: row?.row ?? 0, column: row?.column ?? 0 };
    }
    const kind = frameElements.get(name) ?? 'note';
    return kind === 'structure' ? frame : { ...frame, kind };
  }

  /** Elements whose closing tag may be left out end where their next sibling begins. */
  #closeImplied(name: string): void {
    const rule = impliedEnds.get(name);
    if (rule === undefined) return;
    for (let index = this.#frames.length - 1; index >= 0; index -= 1) {
      const open = this.#frames[index]?.name ?? '';
      if (rule.within.includes(open)) return;
      if (rule.ends.includes(open)) {
        this.#cutFrames(index);
        return;
      }
    }
  }

  #closeFrame(name: string): void {
    this.endBlock();
    const index = this.#frames.findLastIndex((one) => one.name === name);
    if (index >= 0) this.#cutFrames(index);
  }

  #cutFrames(index: number): void {
    for (const frame of this.#frames.splice(index)) {
      if (listElements.has(frame.name)) this.#listDepth -= 1;
    }
  }
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code !== 0x3000) return false;
  }
  return true;
}
