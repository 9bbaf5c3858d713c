import type { DocumentFormat } from '../document-format.ts';
import { plainText } from './plain-text.ts';

/** reStructuredText. */
export const restructuredtext: DocumentFormat = {
  name: 'restructuredtext',
  suffixes: ['.rst', '.rest'],
  read: (text) => plainText.read(text),
};
