import { documentSuffixes } from '../../domain/document-suffixes.ts';
import type { DocumentFormat } from '../document-format.ts';
import { readPlainText } from '../plain-text/read-plain-text.ts';

/** Text without markup, also with the readings and notes of Aozora Bunko. */
export const plainText: DocumentFormat = {
  name: 'text',
  version: '3',
  suffixes: documentSuffixes.text,
  read: readPlainText,
};
