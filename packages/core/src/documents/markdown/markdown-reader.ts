import type { SyntaxNodeRef, Tree } from '@lezer/common';
import type { BlockKind } from '../../domain/index.ts';
import { ElementReader } from '../html/element-reader.ts';
import { readHtml } from '../html/read-html.ts';
import type { BlockOptions, OpenMark, ProseBuilder } from '../prose-builder.ts';
import { cutsOf, type Cut } from './definition-lists.ts';
import { isAdmonition, visibleWords } from './directives.ts';

/** A list item, quote or note: what the paragraphs inside it are. */
interface Container {
  readonly kind: BlockKind;
  readonly level: number;
  used: boolean;
}

interface OpenLink {
  readonly to: number;
  readonly mark: OpenMark | undefined;
}

/**
 * Walks the syntax tree of a Markdown text once and writes its prose. Inside a leaf block the text between nodes is
 * copied; what a node adds, hides or marks is decided at its start and its end.
 */
export class MarkdownReader {
  readonly #builder: ProseBuilder;
  readonly #elements: ElementReader;
  readonly #text: string;
  readonly #base: number;
  readonly #links: ReadonlyMap<string, string>;
  readonly #containers: Container[] = [];
  readonly #directives: boolean[] = [];
  readonly #marks: OpenMark[] = [];
  readonly #openLinks: OpenLink[] = [];
  #listDepth = 0;
  #row = -1;
  #column = 0;
  /** Original offsets: up to where the open leaf block was written, and where its words end. */
  #at = 0;
  #leafEnd = -1;
  #cuts: readonly Cut[] = [];
  #nextCut = 0;

  constructor(builder: ProseBuilder, source: { base: number; links: ReadonlyMap<string, string> }) {
    this.#builder = builder;
    this.#elements = new ElementReader(builder);
    this.#text = builder.original;
    this.#base = source.base;
    this.#links = source.links;
  }

  read(tree: Tree): void {
    tree.iterate({
      enter: (node) => this.#enter(node, node.from + this.#base, node.to + this.#base),
      leave: (node) => {
        this.#leave(node, node.to + this.#base);
      },
    });
    this.#elements.endBlock();
  }

  #enter(node: SyntaxNodeRef, from: number, to: number): boolean {
    switch (node.name) {
      case 'BulletList':
      case 'OrderedList':
        this.#listDepth += 1;
        return true;
      case 'ListItem':
        this.#containers.push({ kind: 'list-item', level: this.#listDepth, used: false });
        return true;
      case 'Blockquote':
        this.#containers.push({ kind: this.#isAlert(from, to) ? 'note' : 'quote', level: 0, used: false });
        return true;
      case 'Admonition':
        this.#containers.push({ kind: 'note', level: 0, used: false });
        return true;
      case 'AdmonitionMark':
        this.#directiveTitle(from, to);
        return false;
      case 'Paragraph':
        this.#startParagraph(from, to);
        return true;
      case 'Task':
        this.#startLeaf(from, to, this.#kindHere());
        return true;
      case 'ATXHeading1':
      case 'ATXHeading2':
      case 'ATXHeading3':
      case 'ATXHeading4':
      case 'ATXHeading5':
      case 'ATXHeading6':
      case 'SetextHeading1':
      case 'SetextHeading2':
        this.#startLeaf(from, this.#headingEnd(from, to), ['heading', { level: Number(node.name.at(-1)) }]);
        return true;
      case 'Table':
        this.#row = -1;
        return true;
      case 'TableHeader':
      case 'TableRow':
        this.#row += 1;
        this.#column = this.#text[from] === '|' ? -1 : 0;
        return true;
      case 'TableDelimiter':
        this.#column += 1;
        return false;
      case 'TableCell':
        this.#startLeaf(from, to, [
          this.#row === 0 ? 'table-header' : 'table-cell',
          { row: this.#row, column: Math.max(0, this.#column) },
        ]);
        return true;
      case 'HTMLBlock':
        this.#elements.reset();
        readHtml(this.#elements, this.#text, { start: from, end: to });
        this.#elements.reset();
        return false;
      case 'DirectiveLine':
        this.#directive(from, to);
        return false;
      case 'ShortcodeLine':
        this.#shortcodeLine(from, to);
        return false;
      case 'Document':
        return true;
      default:
        return this.#leafEnd >= 0 && this.#enterInline(node, from, to);
    }
  }

  #enterInline(node: SyntaxNodeRef, from: number, to: number): boolean {
    this.#copyTo(from);
    switch (node.name) {
      case 'Emphasis':
        this.#marks.push(this.#builder.openMark('emphasis'));
        return true;
      case 'StrongEmphasis':
        this.#marks.push(this.#builder.openMark('strong'));
        return true;
      case 'InlineCode':
        this.#marks.push(this.#builder.openMark('code'));
        return true;
      case 'Strikethrough':
        return true;
      case 'Link':
        return this.#openLink(node, from, to);
      case 'Autolink':
        this.#marks.push(this.#builder.openMark('link', this.#text.slice(from + 1, to - 1)));
        return true;
      case 'URL':
        if (this.#openLinks.length === 0) this.#bareLink(from, to);
        return false;
      case 'LinkMark':
        this.#linkMark(from, to);
        return false;
      case 'LinkLabel':
      case 'LinkTitle':
        if (this.#openLinks.at(-1)?.mark !== undefined) this.#skipTo(to);
        return false;
      case 'Entity':
        this.#character(from, to);
        return false;
      case 'Escape':
        this.#skipTo(from + 1);
        return false;
      case 'HardBreak':
        this.#builder.space();
        this.#skipTo(to);
        return false;
      case 'HTMLTag':
        readHtml(this.#elements, this.#text, { start: from, end: to });
        this.#skipTo(to);
        return false;
      case 'Shortcode':
        this.#shortcode(from, to);
        return false;
      default:
        // Marks, images, comments, processing instructions: read by nobody.
        this.#skipTo(to);
        return false;
    }
  }

  #leave(node: SyntaxNodeRef, to: number): void {
    switch (node.name) {
      case 'BulletList':
      case 'OrderedList':
        this.#listDepth -= 1;
        return;
      case 'ListItem':
      case 'Blockquote':
      case 'Admonition':
        this.#containers.pop();
        return;
      case 'Emphasis':
      case 'StrongEmphasis':
      case 'InlineCode':
      case 'Autolink':
        if (this.#leafEnd < 0) return;
        this.#copyTo(to);
        this.#builder.closeMark(this.#marks.pop());
        return;
      case 'Link':
        this.#closeLink(to);
        return;
      case 'Paragraph':
      case 'Task':
      case 'TableCell':
        this.#endLeaf();
        return;
      default:
        if (node.name.startsWith('ATXHeading') || node.name.startsWith('SetextHeading')) this.#endLeaf();
    }
  }

  #startLeaf(from: number, end: number, [kind, options]: readonly [BlockKind, BlockOptions]): void {
    this.#elements.endBlock();
    this.#builder.startBlock(kind, options);
    this.#marks.length = 0;
    this.#openLinks.length = 0;
    this.#at = from;
    this.#leafEnd = end;
  }

  #endLeaf(): void {
    this.#copyTo(this.#leafEnd);
    this.#leafEnd = -1;
    this.#cuts = [];
    this.#elements.endBlock();
  }

  #startParagraph(from: number, to: number): void {
    const [kind, options] = this.#kindHere();
    this.#nextCut = 0;
    this.#cuts = cutsOf(this.#text, from, to);
    this.#startLeaf(from, to, [kind, options]);
  }

  #kindHere(): readonly [BlockKind, BlockOptions] {
    const container = this.#containers.at(-1);
    if (container === undefined) return [this.#directives.includes(true) ? 'note' : 'paragraph', {}];
    const kind = container.kind === 'list-item' && container.used ? 'paragraph' : container.kind;
    container.used = true;
    return [kind, kind === 'list-item' ? { level: container.level } : {}];
  }

  /** Copies the words up to an offset, starting new blocks where the paragraph is really several. */
  #copyTo(end: number): void {
    const limit = Math.min(end, this.#leafEnd);
    let cut = this.#cuts[this.#nextCut];
    while (cut !== undefined && cut.at <= limit) {
      if (cut.at > this.#at) this.#elements.text(this.#at, cut.at);
      this.#elements.endBlock();
      this.#builder.startBlock(cut.kind);
      this.#at = Math.max(this.#at, cut.next);
      this.#nextCut += 1;
      cut = this.#cuts[this.#nextCut];
    }
    if (limit > this.#at) this.#elements.text(this.#at, limit);
    this.#at = Math.max(this.#at, limit);
  }

  /** Leaves out what stands before an offset. */
  #skipTo(offset: number): void {
    this.#at = Math.max(this.#at, offset);
  }

  /** The end of a heading's words: before `{#id}` or `{.class}`. */
  #headingEnd(from: number, to: number): number {
    let end = to;
    while (end > from && /[\s#]/u.test(this.#text[end - 1] ?? '')) end -= 1;
    if (this.#text[end - 1] !== '}') return to;
    const open = this.#text.lastIndexOf('{', end - 1);
    return open > from && /^\{:?\s*[#.]|^\{\/\*/u.test(this.#text.slice(open, open + 8)) ? open : to;
  }

  #openLink(node: SyntaxNodeRef, from: number, to: number): boolean {
    if (this.#text[from + 1] === '^') {
      this.#skipTo(to);
      return false;
    }
    const target = this.#linkTarget(node, from, to);
    const mark = target === undefined ? undefined : this.#builder.openMark('link', target);
    this.#openLinks.push({ to, mark });
    return true;
  }

  #closeLink(to: number): void {
    const link = this.#openLinks.at(-1);
    if (link === undefined || link.to !== to) return;
    this.#openLinks.pop();
    this.#copyTo(to);
    if (link.mark !== undefined) this.#builder.closeMark(link.mark);
  }

  /** Where a link leads; `undefined` for brackets that are only brackets. */
  #linkTarget(node: SyntaxNodeRef, from: number, to: number): string | undefined {
    const url = node.node.getChild('URL');
    if (url !== null) return this.#text.slice(url.from + this.#base, url.to + this.#base);
    if (this.#text.endsWith('()', to) || this.#text.startsWith('()', to - 2)) return '';
    const label = node.node.getChild('LinkLabel');
    const start = label === null ? from : label.from + this.#base;
    const end = label === null ? to : label.to + this.#base;
    const name = end - start > 2 ? this.#text.slice(start, end) : this.#text.slice(from, start);
    return this.#links.get(linkKey(name));
  }

  #linkMark(from: number, to: number): void {
    const link = this.#openLinks.at(-1);
    if (link === undefined) {
      // The angle brackets of an autolink.
      this.#skipTo(to);
    } else if (link.mark !== undefined) this.#skipTo(this.#text[from] === '[' ? to : link.to);
  }

  #bareLink(from: number, to: number): void {
    const isMarked = this.#text[from - 1] === '<';
    const mark = isMarked ? undefined : this.#builder.openMark('link', this.#text.slice(from, to));
    this.#copyTo(to);
    if (mark !== undefined) this.#builder.closeMark(mark);
  }

  #character(from: number, to: number): void {
    readHtml(this.#elements, this.#text, { start: from, end: to });
    this.#skipTo(to);
  }

  #isAlert(from: number, to: number): boolean {
    return /^>\s*\[![A-Za-z]+\]/u.test(this.#text.slice(from, Math.min(to, from + 40)));
  }

  #directive(from: number, to: number): void {
    const name = /^:::+\s*\{?\s*([\w-]*)/u.exec(this.#text.slice(from, Math.min(to, from + 100)))?.[1] ?? '';
    this.#elements.endBlock();
    if (name === '') {
      this.#directives.pop();
      return;
    }
    this.#directives.push(isAdmonition(name));
    this.#directiveTitle(from, to);
  }

  #directiveTitle(from: number, to: number): void {
    const words = visibleWords(this.#text, from, to);
    if (words === undefined) return;
    this.#builder.startBlock('caption');
    this.#builder.copy(words.start, words.end);
    this.#builder.endBlock();
  }

  #shortcodeLine(from: number, to: number): void {
    const words = visibleWords(this.#text, from, to);
    if (words === undefined) return;
    this.#startLeaf(from, to, words.isTerm ? this.#kindHere() : ['caption', {}]);
    this.#shortcode(from, to);
    this.#endLeaf();
  }

  #shortcode(from: number, to: number): void {
    const words = visibleWords(this.#text, from, to);
    if (words !== undefined) {
      const mark = words.isTerm ? this.#builder.openMark('term') : undefined;
      this.#elements.text(words.start, words.end);
      if (mark !== undefined) this.#builder.closeMark(mark);
    }
    this.#skipTo(to);
  }
}

/** Link labels are matched without case and with folded white space. */
export function linkKey(label: string): string {
  return label.slice(1, -1).trim().replace(/\s+/gu, ' ').toLowerCase();
}
