import type { Designation, Glossary } from '../../domain/index.ts';
import { markdownMark } from '../../text/export-mark.ts';
import { GlossaryIndex } from '../entry-view.ts';
import type { Exporter, ExportOptions } from '../exporter.ts';
import { plainLine } from '../plain-line.ts';
import { toolWordsOf } from '../tool-words.ts';
import { isUnwelcome } from '../unwelcome-names.ts';
import { localeOf, wordsOf } from '../words.ts';

/**
 * Abbreviations of Markdown, by which MkDocs (Python-Markdown's `abbr`, appended to each page by `snippets`) explains a
 * name wherever it stands: what a name means, and for another name of an entry the preferred one first. Nothing for
 * names of which there is nothing to tell.
 */
export const mkdocsAbbr: Exporter = {
  name: 'mkdocs-abbr',
  fileExtension: '.abbr.md',
  mediaType: 'text/markdown',
  isPartial: true,
  *write(glossary, options) {
    const words = toolWordsOf(options.locale ?? localeOf(glossary));
    yield `${markdownMark}\n`;
    for (const line of [
      words.howToChange,
      ...unwritable(glossary).map((name) => words.left(name, words.reasons.signs)),
    ]) {
      yield `[//]: # (${escapeMeaning(line).replaceAll(/[()[\]\\]/gu, ' ')})\n`;
    }
    yield '\n';
    const told = new Set<string>();
    for (const [name, meaning] of meanings(glossary, options)) {
      // Where two entries share a name, the first is told, not the last.
      if (!told.has(name)) yield `*[${name}]: ${meaning}\n`;
      told.add(name);
    }
  },
};

/** Signs that would end a name, or begin markup in it. */
const UNWRITABLE = /[[\]\\<>]/u;

function* meanings(glossary: Glossary, options: ExportOptions): Iterable<readonly [name: string, meaning: string]> {
  const index = new GlossaryIndex(glossary);
  const locale = options.locale ?? localeOf(glossary);
  const { label } = wordsOf(locale);
  const view = { includeUnsupported: options.includeUnsupported ?? false, includeIssues: false, locale };
  for (const concept of glossary.concepts) {
    const { term, statements } = index.entry(concept, view);
    const definition = statements.flatMap(({ role, text }) => (role === 'definition' ? [text] : [])).join(' ');
    for (const one of concept.designations) {
      const name = plainLine(one.text);
      const isOther = name !== plainLine(term.text);
      const told = isOther && definition !== '' ? label(term.text, definition) : isOther ? term.text : definition;
      const meaning = escapeMeaning(told);
      if (isWritable(one) && meaning !== '') yield [name, meaning];
    }
  }
}

function isWritable(one: Designation): boolean {
  return !isUnwelcome(one) && plainLine(one.text) !== '' && !UNWRITABLE.test(plainLine(one.text));
}

/** Names that may be used and cannot be written down. */
function unwritable(glossary: Glossary): readonly string[] {
  const names = glossary.concepts.flatMap(({ designations }) => designations.filter((one) => !isUnwelcome(one)));
  return [...new Set(names.map(({ text }) => plainLine(text)))].filter((name) => UNWRITABLE.test(name));
}

/** A meaning becomes an attribute, in which references are read and no markup is. */
function escapeMeaning(text: string): string {
  const line = plainLine(text)
    .replace(/&(?=#?\w+;)/gu, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  // Quotes around nothing take an abbreviation back.
  return /^(?:''|"")$/u.test(line) ? '' : line;
}
