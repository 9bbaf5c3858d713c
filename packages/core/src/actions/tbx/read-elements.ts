import { SaxesParser } from 'saxes';
import type { Sliced } from '../../runtime/in-slices.ts';
import { invalidImport } from '../invalid-import.ts';

/** An element of a file, with all that stands in it. */
export interface FileElement {
  /** Without the prefix of its namespace. */
  readonly name: string;
  /** Whether it is of a namespace of its own: in the style DCT the name of such an element is the name of a field. */
  readonly isPrefixed: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly FileElement[];
  /** All characters in it, without what only lays the file out. */
  readonly text: string;
}

/** More than the deepest entry of any termbase. */
const MAX_DEPTH = 64;
/** Characters that are read in one go. */
const SLICE = 64 * 1024;

/**
 * Reads an XML file and hands out those elements that are wanted, each when it ends, so that no file is held as a tree.
 * Entities are never resolved, neither from elsewhere nor from the file itself: one that declares its own is refused.
 *
 * @throws `import/invalid`, with the line and column of what is not well-formed
 */
export function* readElements(
  xml: string,
  {
    onRoot,
    isWanted,
    onElement,
  }: {
    readonly onRoot: (root: Pick<FileElement, 'name' | 'attributes'>) => void;
    readonly isWanted: (name: string) => boolean;
    readonly onElement: (element: FileElement) => void;
  },
): Sliced<void> {
  const parser = new SaxesParser();
  /** Names of the elements around, and those within a wanted one with what they hold. */
  const path: string[] = [];
  const open: Open[] = [];
  parser.on('error', ({ message }) => {
    const [, line, column, why = message] = /^(\d+):(\d+): (.*)$/su.exec(message) ?? [];
    throw invalidImport(
      `it is no well-formed XML (line ${line ?? '?'}, column ${column ?? '?'}): ${why.slice(0, 200).replace(/\.$/u, '')}`,
    );
  });
  parser.on('doctype', (declared) => {
    if (declared.includes('<!ENTITY')) throw invalidImport('it declares entities of its own, which are never read');
  });
  parser.on('opentag', ({ name: qualified, attributes }) => {
    const name = qualified.slice(qualified.indexOf(':') + 1);
    if (path.length === 0) onRoot({ name, attributes });
    path.push(name);
    if (path.length > MAX_DEPTH) throw invalidImport('its elements stand too deep in each other');
    if (open.length > 0 || isWanted(name)) open.push(new Open(name, { isPrefixed: name !== qualified, attributes }));
  });
  parser.on('text', (text) => open.at(-1)?.pieces.push(text.replace(/[ \t]*\n[ \t][ \t\n]*/gu, ' ')));
  // What stands in CDATA is meant as it stands there.
  parser.on('cdata', (text) => open.at(-1)?.pieces.push({ text }));
  parser.on('closetag', () => {
    path.pop();
    const element = open.pop()?.closed();
    if (element === undefined) return;
    const parent = open.at(-1);
    if (parent === undefined) onElement(element);
    else {
      parent.children.push(element);
      parent.pieces.push({ text: element.text });
    }
  });
  for (let start = 0; start < xml.length; start += SLICE) {
    parser.write(xml.slice(start, start + SLICE));
    yield;
  }
  parser.close();
}

class Open {
  readonly name: string;
  readonly isPrefixed: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: FileElement[] = [];
  /** Characters, and those that are meant as they stand. */
  readonly pieces: (string | { readonly text: string })[] = [];

  constructor(name: string, { isPrefixed, attributes }: Pick<FileElement, 'isPrefixed' | 'attributes'>) {
    this.name = name;
    this.isPrefixed = isPrefixed;
    this.attributes = attributes;
  }

  closed(): FileElement {
    const { name, isPrefixed, attributes, children, pieces } = this;
    const last = pieces.length - 1;
    const words = pieces.map((piece, at) => {
      if (typeof piece !== 'string') return piece.text;
      // A carriage return is one that somebody wrote: the ends of lines are read without theirs.
      const begun = at === 0 ? piece.replace(/^[ \t\n]+/u, '') : piece;
      return at === last ? begun.replace(/[ \t\n]+$/u, '') : begun;
    });
    return { name, isPrefixed, attributes, children, text: words.join('') };
  }
}
