import { Fields } from './fields.ts';
import { InlineReader } from './inline-reader.ts';
import { isOn } from './is-on.ts';
import { OpenBlocks } from './open-blocks.ts';
import type { Styles } from './read-styles.ts';
import type { XmlEvents } from './read-xml.ts';
import { Refusal } from './refusal.ts';
import { TableReader } from './table-reader.ts';
import type { WordBlock } from './word-blocks.ts';

/** What is gone, what is said a second time for older programs, how things were before a change, displayed formulas. */
const UNREAD: ReadonlySet<string> = new Set([
  'mc:Fallback',
  'm:oMathPara',
  'w:delText',
  'w:rubyPr',
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:tblPrExChange',
]);

/**
 * Reads the body of a document, or its notes, into blocks: what a person reads in it when all changes are accepted.
 * Deleted, moved away and hidden text, tables of contents, placeholders, comments and pictures are not in it.
 */
export class BodyReader implements XmlEvents {
  readonly #styles: Styles;
  readonly #hrefs: ReadonlyMap<string, string>;
  readonly #maxLength: number;
  readonly #path: string[] = [];
  #unreadDepth = 0;
  #length = 0;
  readonly #blocks: OpenBlocks;
  readonly #tables = new TableReader();
  readonly #fields = new Fields();
  readonly #inline: InlineReader;
  readonly #controls: { isHidden: boolean }[] = [];
  #text: string | undefined;
  #isSpacePreserved = false;
  #note: string | undefined;

  /** The blocks of the body; `undefined` where there was none. */
  body: readonly WordBlock[] | undefined;
  /** By id. */
  readonly notes = new Map<string, readonly WordBlock[]>();
  /** Notes that the body refers to, in its order: `footnote 2`. */
  readonly references: string[] = [];

  constructor(styles: Styles, options: { readonly hrefs: ReadonlyMap<string, string>; readonly maxLength: number }) {
    this.#styles = styles;
    this.#blocks = new OpenBlocks(styles, () => this.#fields.endParagraph());
    this.#inline = new InlineReader(styles, {
      blocks: this.#blocks,
      fields: this.#fields,
      onWritten: (characters) => this.#count(characters),
    });
    this.#hrefs = options.hrefs;
    this.#maxLength = options.maxLength;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.#path.at(-1);
    if (this.#unreadDepth > 0 || this.#isUnread(name, parent)) {
      this.#unreadDepth += 1;
      return;
    }
    this.#path.push(name);
    if (parent === 'w:rPr') this.#openRunProperty(name, attributes['w:val']);
    else if (parent === 'w:pPr' || parent === 'w:numPr') this.#openParagraphProperty(name, attributes['w:val']);
    else if (parent === 'w:tblPr' || parent === 'w:trPr' || parent === 'w:tcPr')
      this.#tables.property(name, attributes);
    else this.#openContent(name, attributes);
  }

  text(text: string): void {
    if (this.#unreadDepth === 0 && this.#text !== undefined) this.#text += text;
  }

  close(name: string): void {
    if (this.#unreadDepth > 0) {
      this.#unreadDepth -= 1;
      return;
    }
    this.#path.pop();
    switch (name) {
      case 'w:t':
      case 'm:t':
        this.#inline.say(this.#isSpacePreserved ? (this.#text ?? '') : (this.#text ?? '').trim());
        this.#text = undefined;
        break;
      case 'w:instrText':
        this.#fields.instruct(this.#text ?? '');
        this.#text = undefined;
        break;
      case 'w:r':
        this.#inline.endRun();
        break;
      case 'w:rt':
      case 'w:rubyBase':
        this.#inline.rubyPart(undefined);
        break;
      case 'w:ruby':
        this.#inline.endRuby();
        break;
      case 'w:hyperlink':
        this.#inline.endLink();
        break;
      case 'w:fldSimple':
        this.#fields.end();
        break;
      case 'w:sdt':
        this.#controls.pop();
        break;
      case 'w:p':
        this.#blocks.endParagraph();
        break;
      case 'w:txbxContent':
        this.#blocks.resume();
        this.#inline.resume();
        break;
      case 'w:tc':
        this.#count(this.#tables.endCell(this.#blocks.end()));
        break;
      case 'w:tr':
        this.#tables.endRow();
        break;
      case 'w:tbl':
        this.#blocks.add(this.#tables.end());
        break;
      case 'w:body':
        this.body = this.#blocks.end();
        break;
      case 'w:footnote':
      case 'w:endnote':
        this.notes.set(this.#note ?? '', this.#blocks.end().map(asNote));
        break;
      default:
    }
  }

  #isUnread(name: string, parent: string | undefined): boolean {
    // Inside of properties they say that the paragraph's end, or a row, is gone.
    if (name === 'w:del' || name === 'w:moveFrom') return parent !== 'w:rPr' && parent !== 'w:trPr';
    if (name === 'w:sdtContent') return this.#controls.at(-1)?.isHidden === true;
    return UNREAD.has(name);
  }

  #openRunProperty(name: string, value: string | undefined): void {
    const owner = this.#path.at(-3);
    if (owner === 'w:pPr') {
      const { paragraph } = this.#blocks;
      if (name === 'w:del' && paragraph !== undefined) paragraph.isJoined = true;
      return;
    }
    if (owner === 'w:r') this.#inline.runProperty(name, value);
  }

  #openParagraphProperty(name: string, value: string | undefined): void {
    const { paragraph } = this.#blocks;
    if (paragraph === undefined || value === undefined) return;
    if (name === 'w:pStyle') {
      paragraph.style = value;
      if (this.#styles.paragraph(value).role?.kind === 'heading') this.#fields.meetHeading();
    } else if (name === 'w:outlineLvl') paragraph.outline = Number(value);
    else if (name === 'w:ilvl') paragraph.listDepth = (Number(value) || 0) + 1;
    else if (name === 'w:numId') paragraph.listDepth = value === '0' ? 0 : (paragraph.listDepth ?? 1);
  }

  #openContent(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'w:t':
        this.#text = '';
        this.#isSpacePreserved = attributes['xml:space'] === 'preserve';
        break;
      case 'm:t':
        this.#text = '';
        this.#isSpacePreserved = true;
        break;
      case 'w:instrText':
        this.#text = '';
        break;
      case 'w:tab':
      case 'w:ptab':
        this.#inline.say('\t');
        break;
      case 'w:noBreakHyphen':
        this.#inline.say('-');
        break;
      case 'w:br':
      case 'w:cr':
        this.#inline.breakLine();
        break;
      case 'w:r':
        this.#inline.beginRun();
        break;
      case 'w:ruby':
        this.#inline.beginRuby();
        break;
      case 'w:rt':
        this.#inline.rubyPart('reading');
        break;
      case 'w:rubyBase':
        this.#inline.rubyPart('base');
        break;
      case 'w:hyperlink':
        this.#inline.beginLink(this.#hrefs.get(attributes['r:id'] ?? ''));
        break;
      case 'w:fldSimple':
        this.#fields.begin(attributes['w:instr'] ?? '');
        break;
      case 'w:fldChar':
        this.#fieldSign(attributes['w:fldCharType']);
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.references.push(`${name.slice(2, -'Reference'.length)} ${attributes['w:id'] ?? ''}`);
        break;
      case 'w:sdt':
        this.#controls.push({ isHidden: false });
        break;
      case 'w:showingPlcHdr':
      case 'w:docPartGallery':
        this.#hideControl(name, attributes['w:val']);
        break;
      default:
        this.#openFrame(name, attributes);
    }
  }

  #openFrame(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'w:p':
        this.#blocks.beginParagraph();
        break;
      case 'w:txbxContent':
        this.#blocks.interrupt();
        this.#inline.interrupt();
        break;
      case 'w:tbl':
        this.#tables.begin();
        break;
      case 'w:tc':
      case 'w:body':
        this.#blocks.begin();
        break;
      case 'w:footnote':
      case 'w:endnote':
        this.#note = `${name.slice(2)} ${attributes['w:id'] ?? ''}`;
        this.#blocks.begin();
        break;
      default:
    }
  }

  /** Keeps what comes out in proportion, whatever came in: a few signs can repeat a long address, or a row of cells. */
  #count(characters: number): void {
    this.#length += characters;
    if (this.#length > this.#maxLength) {
      throw new Refusal('too-large', `it has more than ${this.#maxLength} characters`);
    }
  }

  #fieldSign(type: string | undefined): void {
    if (type === 'begin') this.#fields.begin();
    else if (type === 'separate') this.#fields.separate();
    else if (type === 'end') this.#inline.endField();
  }

  #hideControl(name: string, value: string | undefined): void {
    const control = this.#controls.at(-1);
    if (control === undefined) return;
    if (name === 'w:showingPlcHdr' ? isOn(value) : value === 'Table of Contents') control.isHidden = true;
  }
}

function asNote(block: WordBlock): WordBlock {
  return block.kind === 'text' ? { ...block, element: 'aside', depth: 0 } : block;
}
