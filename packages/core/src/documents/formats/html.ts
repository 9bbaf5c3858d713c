import { documentSuffixes } from '../../domain/document-suffixes.ts';
import type { Prose } from '../../domain/index.ts';
import type { DocumentFormat } from '../document-format.ts';
import { ElementReader } from '../html/element-reader.ts';
import { readHtml } from '../html/read-html.ts';
import { packageVersion } from '../../runtime/package-version.ts';
import { ProseBuilder } from '../prose-builder.ts';

/** HTML as people read it in a browser: no scripts, styles, navigation, preformatted code or comments. */
export const html: DocumentFormat = {
  name: 'html',
  version: `2+${packageVersion('htmlparser2')}`,
  suffixes: documentSuffixes.html,
  read: readHtmlDocument,
};

function readHtmlDocument(text: string): Prose {
  const builder = new ProseBuilder(text);
  const reader = new ElementReader(builder);
  readHtml(reader, text, { start: 0, end: text.length });
  reader.endBlock();
  return builder.finish();
}
