import { TextDecoder } from 'node:util';
import { Parser } from 'htmlparser2';
import { createBreather } from '../../runtime/breathe.ts';
import { Refusal } from './refusal.ts';

/** What is told of a part as it is read. Names have the prefixes of `PREFIXES`, whatever the part calls them. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** May come in several pieces. */
  text(text: string): void;
  close(name: string): void;
}

/** Transitional and strict (ISO/IEC 29500). */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
]);

/** Documents nest some dozens of elements; it bounds what a hostile one can cost. */
const MAX_DEPTH = 1000;
/** So many bytes are read between two looks at the clock. */
const PIECE_BYTES = 32 * 1024;

/**
 * Reads a part as it is unpacked, never as a whole, and lets everything else in the process have its turn. No document
 * type is read, so that no entity is declared but those of XML itself, and nothing outside the part is looked at.
 *
 * @throws `Refusal` for what is not whole
 */
export async function readXml(part: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  const breathing = createBreather();
  const names = new Map<string, string>();
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > MAX_DEPTH) throw new Refusal('damaged', 'its elements are nested too deep');
        declare(names, attributes);
        events.open(canonical(name, names), names.size === 0 ? attributes : canonicalKeys(attributes, names));
      },
      ontext(text) {
        events.text(text);
      },
      onclosetag(name) {
        depth -= 1;
        events.close(canonical(name, names));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  let decoder: TextDecoder | undefined;
  for await (const chunk of part) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      const text = decode(decoder, chunk.subarray(at, at + PIECE_BYTES));
      await breathing(() => {
        parser.write(text);
        return Promise.resolve();
      });
    }
  }
  if (depth > 0) throw new Refusal('damaged', 'it ends in the middle');
  parser.end();
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : 'utf-8';
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch (error) {
    throw new Refusal('damaged', 'its text is not valid Unicode', error);
  }
}

/** Takes in the prefixes that stand for others; hardly any writer needs an entry. */
function declare(names: Map<string, string>, attributes: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(attributes)) {
    if (!key.startsWith('xmlns')) continue;
    const prefix = PREFIXES.get(value);
    const own = key.slice('xmlns:'.length);
    if (prefix !== undefined && prefix !== own) names.set(own, prefix);
  }
}

function canonical(name: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return name;
  const colon = name.indexOf(':');
  const prefix = names.get(name.slice(0, Math.max(colon, 0)));
  return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
}

function canonicalKeys(
  attributes: Readonly<Record<string, string>>,
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  // An attribute without a prefix is in no namespace.
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key.includes(':') ? canonical(key, names) : key, value]),
  );
}
