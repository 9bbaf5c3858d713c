import { crc32, deflateRawSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** The parts of a Word document, as the XML that stands inside their root elements. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly footnotes?: string;
  /** Addresses by relation id. */
  readonly links?: Readonly<Record<string, string>>;
  /** Other parts, or other bytes for these, by name. */
  readonly others?: Zippable;
}

/** The bytes of a Word document, made of its parts; the same parts make the same bytes. */
export function wordFile({
  body,
  styles = HEADING_STYLES,
  footnotes = '',
  links = {},
  others = {},
}: WordParts): Uint8Array {
  const relations = Object.entries(links).map(([id, url]) => relation(id, 'hyperlink', `${url}" TargetMode="External`));
  return zipSync(
    {
      '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      '_rels/.rels': relationsPart([relation('rId1', 'officeDocument', 'word/document.xml')]),
      'word/document.xml': wordPart('document', `<w:body>${body}<w:sectPr/></w:body>`),
      'word/styles.xml': wordPart('styles', styles),
      'word/footnotes.xml': wordPart('footnotes', footnotes),
      'word/_rels/document.xml.rels': relationsPart([
        relation('rId1', 'styles', 'styles.xml'),
        relation('rId2', 'footnotes', 'footnotes.xml'),
        ...relations,
      ]),
      ...others,
    },
    // The date of a zip entry is local time: any fixed one will do.
    { mtime: new Date(2026, 0, 1) },
  );
}

/** A Word document with this main part, packed as tight as it goes: a small file that unpacks to a large one. */
export function wordBomb(unpacked: Uint8Array): Uint8Array {
  const others = { 'word/document.xml': [deflateRawSync(unpacked), { level: 0 }] } satisfies Zippable;
  const file = Buffer.from(wordFile({ body: '', others }));
  // Stored as it was packed: its two headers are made to say so.
  const entry = file.lastIndexOf('word/document.xml') - 46;
  const local = file.readUInt32LE(entry + 42);
  for (const header of [entry + 10, local + 8]) {
    file.writeUInt16LE(8, header);
    file.writeUInt32LE(crc32(unpacked), header + 6);
    file.writeUInt32LE(unpacked.length, header + 14);
  }
  return file;
}

/** A paragraph of one run, in the style of this id. */
export function wordParagraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${wordRun(text)}</w:p>`;
}

export function wordRun(text: string, properties = ''): string {
  const rPr = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${rPr}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A base with its reading above it, as Word's phonetic guide writes it. */
export function wordRuby(base: string, reading: string): string {
  return `<w:r><w:ruby><w:rubyPr><w:lid w:val="ja-JP"/></w:rubyPr><w:rt>${wordRun(reading)}</w:rt><w:rubyBase>${wordRun(base)}</w:rubyBase></w:ruby></w:r>`;
}

/** A part of WordprocessingML with its root element. */
export function wordPart(root: string, content: string): Uint8Array {
  const namespaces = [
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  ];
  return xml(`<w:${root} ${namespaces.join(' ')}>${content}</w:${root}>`);
}

/** As Word has them in any language: the name is English, the id is what the language of the program makes it. */
const HEADING_STYLES = `
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>`;

function xml(content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
}

function relationsPart(relations: readonly string[]): Uint8Array {
  return xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
  );
}
