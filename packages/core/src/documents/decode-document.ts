import { type DecodedText, decodeBytes, type UndecodableBytes } from './decode.ts';
import { type FormatName, formats } from './formats/index.ts';
import type { DocumentFormat } from './document-format.ts';

/** The text that stands for a file of a format: its decoded bytes, or what the format makes of them. */
export async function decodeDocument(format: FormatName, bytes: Uint8Array): Promise<DecodedText | UndecodableBytes> {
  const reader: DocumentFormat = formats[format];
  return (await reader.decode?.(bytes)) ?? decodeBytes(bytes);
}
