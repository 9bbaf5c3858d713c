import { documentSuffixes } from '../../domain/document-suffixes.ts';
import type { DocumentFormat } from '../document-format.ts';
import { html } from './html.ts';

/** Word documents. Their text is the HTML that their bytes are decoded to. */
export const docx: DocumentFormat = {
  name: 'docx',
  version: `1+${html.version}`,
  suffixes: documentSuffixes.docx,
  // Loaded with the first such document: hardly anybody who starts the program has one at once.
  decode: async (bytes) => (await import('../docx/decode-docx.ts')).decodeDocx(bytes),
  read: (text) => html.read(text),
};
