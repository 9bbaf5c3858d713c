import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refusal } from './refusal.ts';

/** The parts of an Open Packaging file (ECMA-376, part 2), unpacked when they are asked for. */
export interface OfficePackage {
  /**
   * The bytes of a part, in pieces; `undefined` where there is none of this name.
   *
   * @throws `Refusal` where it is damaged, encrypted, or more than may be unpacked of one file together.
   */
  part(name: string): AsyncIterable<Uint8Array> | undefined;
  close(): void;
}

/** Of all parts that are read of one file. A long book is a tenth of it; what is larger was made to fill the memory. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_PARTS = 20_000;

/** Lists the parts of a file without unpacking any. @throws `Refusal` for what is no zip archive */
export async function openPackage(bytes: Uint8Array): Promise<OfficePackage> {
  refuseOldOffice(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(buffer, { decodeStrings: false });
    if (zip.entryCount > MAX_PARTS) throw new Refusal('damaged', `it has ${zip.entryCount} parts`);
    for await (const entry of zip.eachEntry()) {
      const name = partKey(nameOf(entry));
      if (!entries.has(name)) entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('damaged', 'it is not a whole zip archive', error);
  }
  let left = MAX_UNPACKED_BYTES;
  return {
    part(name) {
      const entry = entries.get(partKey(name));
      if (entry === undefined) return undefined;
      if (entry.isEncrypted()) throw new Refusal('encrypted', 'it is protected by a password');
      left -= entry.uncompressedSize;
      if (left < 0) throw new Refusal('too-large', `it unpacks to more than ${MAX_UNPACKED_BYTES} bytes`);
      return unpack(zip, entry);
    },
    close() {
      zip.close();
    },
  };
}

/** The reader itself sees to it that no more comes out than the entry declares. */
async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let sum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const piece: Uint8Array = chunk;
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('damaged', `its part ${nameOf(entry)} is damaged`, error);
  }
  if (sum !== entry.crc32) throw new Refusal('damaged', `its part ${nameOf(entry)} is damaged`);
}

/** Names of parts are told apart without regard to case. */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();
}

function nameOf(entry: Entry): string {
  const name: string | Buffer = entry.fileName;
  return typeof name === 'string' ? name : Buffer.from(name).toString('utf8');
}

const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Files of old Word, and new ones behind a password, are compound files: their streams are named in UTF-16. */
function refuseOldOffice(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) {
    if (buffer.includes('EncryptedPackage', 0, 'utf16le')) {
      throw new Refusal('encrypted', 'it is protected by a password');
    }
    if (buffer.includes('WordDocument', 0, 'utf16le')) throw new Refusal('unsupported-format', OLD_WORD);
    throw new Refusal('damaged', 'it is not a Word document');
  }
  if (buffer.subarray(0, 5).toString('latin1') === '{\\rtf') {
    throw new Refusal('unsupported-format', 'it is RTF: save it as .docx');
  }
}

const OLD_WORD = 'the old format of Word: save it as .docx';
