import { Tokenizer } from 'htmlparser2';
import type { ElementReader } from './element-reader.ts';

/**
 * Feeds a piece of HTML, `[start, end)` of the original, to an element reader: tags, text and character references,
 * each with its offsets. Comments, declarations and processing instructions are passed over. Linear in the length.
 */
export function readHtml(reader: ElementReader, original: string, range: { start: number; end: number }): void {
  const base = range.start;
  const piece = base === 0 && range.end === original.length ? original : original.slice(base, range.end);
  let name = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  let textEnd = 0;
  const open = (): void => {
    reader.open(name, attributes);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext(start, end) {
        reader.text(base + start, base + end);
        textEnd = end;
      },
      ontextentity(codePoint, end) {
        const start = Math.max(piece.lastIndexOf('&', end - 1), textEnd);
        reader.reference(codePoint === 0 ? '' : String.fromCodePoint(codePoint), base + start, base + end);
        textEnd = end;
      },
      onopentagname(start, end) {
        name = piece.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = piece.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value += piece.slice(start, end);
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint);
      },
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: open,
      onselfclosingtag() {
        open();
        reader.close(name);
      },
      onclosetag(start, end) {
        reader.close(piece.slice(start, end).toLowerCase());
      },
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(piece);
  tokenizer.end();
}
