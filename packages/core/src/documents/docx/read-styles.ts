import type { XmlEvents } from './read-xml.ts';
import { isOn } from './is-on.ts';

/** What a paragraph is, by its style. */
export type ParagraphRole =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'title' | 'code' | 'quote' | 'caption' | 'term' | 'definition' }
  /** Tables of contents and of figures, indexes: they say again what stands elsewhere. */
  | { readonly kind: 'listing' };

export interface ParagraphStyle {
  readonly role?: ParagraphRole;
  /** Depth from 1 where it is a list by its style. */
  readonly listDepth?: number;
  readonly isHidden: boolean;
}

export interface CharacterStyle {
  readonly isStrong?: boolean;
  readonly isEmphasis?: boolean;
  readonly isHidden?: boolean;
  readonly isCode: boolean;
  readonly isTerm: boolean;
}

export interface Styles {
  paragraph(id: string | undefined): ParagraphStyle;
  character(id: string | undefined): CharacterStyle;
}

interface Style {
  name: string;
  basedOn?: string;
  outline?: number;
  numbering?: string;
  listLevel?: number;
  bold?: boolean;
  italic?: boolean;
  hidden?: boolean;
}

/** Collects the styles of a document. What a style does not say, the style says that it is based on. */
export class StylesReader implements XmlEvents, Styles {
  readonly #byId = new Map<string, Style>();
  readonly #paragraphs = new Map<string, ParagraphStyle>();
  readonly #characters = new Map<string, CharacterStyle>();
  #defaultParagraph: string | undefined;
  #style: Style | undefined;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'w:style') {
      const id = attributes['w:styleId'] ?? '';
      this.#style = { name: '' };
      this.#byId.set(id, this.#style);
      if (attributes['w:type'] === 'paragraph' && isOn(attributes['w:default'] ?? '0')) this.#defaultParagraph = id;
      return;
    }
    const value = attributes['w:val'];
    const style = this.#style;
    if (style === undefined) return;
    if (name === 'w:name') style.name = (value ?? '').normalize('NFKC').trim().toLowerCase();
    else if (name === 'w:basedOn' && value !== undefined) style.basedOn = value;
    else if (name === 'w:outlineLvl') style.outline = Number(value);
    else if (name === 'w:numId' && value !== undefined) style.numbering = value;
    else if (name === 'w:ilvl') style.listLevel = Number(value);
    else if (name === 'w:b') style.bold = isOn(value);
    else if (name === 'w:i') style.italic = isOn(value);
    else if (name === 'w:vanish') style.hidden = isOn(value);
    // What follows is said of parts of a table.
    else if (name === 'w:tblStylePr') this.#style = undefined;
  }

  text(): void {}

  close(name: string): void {
    if (name === 'w:style') this.#style = undefined;
  }

  paragraph(id: string | undefined): ParagraphStyle {
    const key = id ?? this.#defaultParagraph ?? '';
    let known = this.#paragraphs.get(key);
    if (known === undefined) {
      const chain = this.#chain(key);
      const role = chain
        .values()
        .map(roleOf)
        .find((one) => one !== undefined);
      const numbering = chain.find((style) => style.numbering !== undefined)?.numbering ?? '0';
      const level = chain.find((style) => style.listLevel !== undefined)?.listLevel ?? 0;
      known = {
        isHidden: chain.find((style) => style.hidden !== undefined)?.hidden ?? false,
        ...(role === undefined || role === 'none' ? {} : { role }),
        ...(numbering === '0' ? {} : { listDepth: level + 1 }),
      };
      this.#paragraphs.set(key, known);
    }
    return known;
  }

  character(id: string | undefined): CharacterStyle {
    if (id === undefined) return PLAIN;
    let known = this.#characters.get(id);
    if (known === undefined) {
      const chain = this.#chain(id);
      const isStrong = chain.find((style) => style.bold !== undefined)?.bold;
      const isEmphasis = chain.find((style) => style.italic !== undefined)?.italic;
      const isHidden = chain.find((style) => style.hidden !== undefined)?.hidden;
      known = {
        ...(isStrong === undefined ? {} : { isStrong }),
        ...(isEmphasis === undefined ? {} : { isEmphasis }),
        ...(isHidden === undefined ? {} : { isHidden }),
        isCode: chain.some((style) => CODE_WORDS.test(style.name)),
        isTerm: chain.some((style) => style.name === 'html definition'),
      };
      this.#characters.set(id, known);
    }
    return known;
  }

  /** The style and those that it is based on, nearest first. */
  #chain(id: string): readonly Style[] {
    const chain: Style[] = [];
    for (let next: string | undefined = id; next !== undefined && chain.length < MAX_CHAIN; ) {
      const style = this.#byId.get(next);
      if (style === undefined) break;
      chain.push(style);
      next = style.basedOn;
    }
    return chain;
  }
}

const PLAIN: CharacterStyle = { isCode: false, isTerm: false };
const MAX_CHAIN = 20;

const LISTING =
  /^(?:toc(?: ?heading| ?\d)|table of (?:figures|authorities)|toa heading|contents(?: heading)?(?: ?\d)?|index(?: heading)?(?: ?\d)|目次 ?\d)$/u;
/** Word keeps the English names of its own styles; other programs write those of their language. */
const HEADING =
  /^(?:heading|見出し|标题|標題|제목|überschrift|titre|título|titolo|заголовок|nagłówek|rubrik|overskrift|kop|otsikko) ?([1-9])$/u;
const CODE =
  /^(?:html preformatted|preformatted text|macro text|source ?code|code(?: ?(?:block|listing|sample|example))?|listing|ソース ?コード|コード)$/u;
const CODE_WORDS =
  /^(?:html (?:code|keyboard|sample|typewriter|variable)|verbatim char|source text|(?:inline )?code(?: char)?|teletype)$/u;
const QUOTE = /^(?:intense quote|quote|quotations?|block (?:text|quotations?)|引用文?)$/u;
const CAPTION = /(?:^| )caption$|^図表番号$/u;

/** What a style says of its paragraphs; `none` where it takes back what the style below it says. */
function roleOf({ name, outline }: Style): ParagraphRole | 'none' | undefined {
  if (LISTING.test(name)) return { kind: 'listing' };
  if (outline !== undefined) return outline < BODY_OUTLINE ? { kind: 'heading', level: outline + 1 } : 'none';
  const heading = HEADING.exec(name)?.[1];
  if (heading !== undefined) return { kind: 'heading', level: Number(heading) };
  if (name === 'title' || name === '表題') return { kind: 'title' };
  if (CODE.test(name)) return { kind: 'code' };
  if (QUOTE.test(name)) return { kind: 'quote' };
  if (CAPTION.test(name)) return { kind: 'caption' };
  if (name === 'definition term') return { kind: 'term' };
  return name === 'definition' ? { kind: 'definition' } : undefined;
}

/** The outline level (from 0) that says: body text. */
export const BODY_OUTLINE = 9;
