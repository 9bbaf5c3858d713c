import type { Prose } from '../../domain/index.ts';
import type { DocumentFormat } from '../document-format.ts';
import { ProseBuilder } from '../prose-builder.ts';

/** Text without markup: paragraphs between blank lines, hard-wrapped lines joined. */
export const plainText: DocumentFormat = {
  name: 'text',
  suffixes: ['.txt', '.text'],
  read: readPlainText,
};

function readPlainText(text: string): Prose {
  const builder = new ProseBuilder(text);
  const breaks = /(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*/gu;
  let start = 0;
  for (const found of text.matchAll(breaks)) {
    builder.startBlock('paragraph');
    builder.copy(start, found.index);
    start = found.index + found[0].length;
  }
  builder.startBlock('paragraph');
  builder.copy(start, text.length);
  return builder.finish();
}
