import { documentSuffixes } from '../../domain/document-suffixes.ts';
import type { DocumentFormat } from '../document-format.ts';
import { ProseBuilder } from '../prose-builder.ts';
import { RstReader } from '../restructuredtext/rst-reader.ts';

/** reStructuredText with the directives and roles of docutils and Sphinx. */
export const restructuredtext: DocumentFormat = {
  name: 'restructuredtext',
  version: '3',
  suffixes: documentSuffixes.restructuredtext,
  read(text) {
    const builder = new ProseBuilder(text);
    new RstReader(builder).read();
    return builder.finish();
  },
};
