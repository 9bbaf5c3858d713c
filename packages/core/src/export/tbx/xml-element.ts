/** An element of XML: with a text in it, or with further elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

export function xmlElement(
  name: string,
  attributes: XmlElement['attributes'],
  content: XmlElement['content'],
): XmlElement {
  return { name, attributes, content };
}

/** An element on lines of its own, each `depth` steps from the left; what holds a text stands on one. */
export function layoutXml({ name, attributes, content }: XmlElement, depth: number): string {
  const told = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(value).replaceAll('"', '&quot;')}"`,
  );
  const indent = '  '.repeat(depth);
  const inside =
    typeof content === 'string'
      ? textXml(content)
      : `\n${content.map((element) => layoutXml(element, depth + 1)).join('')}${indent}`;
  return `${indent}<${name}${told.join('')}>${inside}</${name}>\n`;
}

/**
 * Programs lay XML out anew, so whoever reads a text takes the space around it and an indented line in it for layout:
 * where they are meant, the text stands in CDATA. Neither the end of CDATA nor a carriage return, which would be read as
 * a line feed, can stand in that.
 */
function textXml(text: string): string {
  if (!/\n[ \t]|^\s|\s$/u.test(text)) return escapeXml(text);
  const pieces = text.split(/(?<=\])(?=\]>)|(?<=\r)|(?=\r)/u);
  return pieces.map((piece) => (piece === '\r' ? escapeXml(piece) : `<![CDATA[${holdable(piece)}]]>`)).join('');
}

function escapeXml(text: string): string {
  return holdable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;');
}

/** Without the characters that no XML 1.0 file can hold (all but its production `Char`). */
function holdable(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd');
}
