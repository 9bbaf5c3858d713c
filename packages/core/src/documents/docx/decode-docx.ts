import type { DecodedText, UndecodableBytes } from '../decode.ts';
import { BodyReader } from './body-reader.ts';
import { type OfficePackage, openPackage } from './open-package.ts';
import { readRelations, type Relation } from './relations.ts';
import { StylesReader } from './read-styles.ts';
import { readXml, type XmlEvents } from './read-xml.ts';
import { Refusal } from './refusal.ts';
import type { WordBlock } from './word-blocks.ts';
import { writeHtml } from './write-html.ts';

/** Of the text: as many as the bytes of any other document. */
const MAX_CHARACTERS = 10 * 1024 * 1024;

/**
 * The text that stands for a Word document (ECMA-376): its prose as HTML, one block a line, footnotes and endnotes
 * last. The same bytes give the same text. What is no such file, damaged, encrypted or out of all measure is refused;
 * it is unpacked and read piece by piece, so that it holds up nobody.
 */
export async function decodeDocx(bytes: Uint8Array): Promise<DecodedText | UndecodableBytes> {
  try {
    const office = await openPackage(bytes);
    try {
      return { kind: 'text', text: await readOffice(office), encoding: 'utf-8' };
    } finally {
      office.close();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: 'refused', reason: error.reason, detail: error.message };
  }
}

async function readOffice(office: OfficePackage): Promise<string> {
  const main =
    (await readRelations(office, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const relations = await readRelations(office, main);
  const styles = new StylesReader();
  await readIfThere(office, partOf(relations, 'styles'), styles);
  const reader = new BodyReader(styles, { hrefs: hrefsOf(relations), maxLength: MAX_CHARACTERS });
  await readIfThere(office, main, reader);
  if (reader.body === undefined) throw new Refusal('damaged', 'it is not a Word document');
  const notes = new Map<string, readonly WordBlock[]>();
  for (const type of reader.references.length > 0 ? ['footnotes', 'endnotes'] : []) {
    const part = partOf(relations, type);
    if (part === undefined) continue;
    const hrefs = hrefsOf(await readRelations(office, part));
    const noteReader = new BodyReader(styles, { hrefs, maxLength: MAX_CHARACTERS });
    await readIfThere(office, part, noteReader);
    for (const [id, blocks] of noteReader.notes) notes.set(id, blocks);
  }
  const referred = [...new Set(reader.references)].flatMap((id) => notes.get(id) ?? []);
  return writeHtml([...reader.body, ...referred]);
}

function hrefsOf(relations: readonly Relation[]): ReadonlyMap<string, string> {
  return new Map(relations.filter(({ isExternal }) => isExternal).map(({ id, target }) => [id, target]));
}

async function readIfThere(office: OfficePackage, name: string | undefined, events: XmlEvents): Promise<void> {
  const part = name === undefined ? undefined : office.part(name);
  if (part !== undefined) await readXml(part, events);
}

function partOf(relations: readonly Relation[], type: string): string | undefined {
  return relations.find((relation) => relation.type === type && !relation.isExternal)?.target;
}
