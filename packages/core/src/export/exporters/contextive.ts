import type { Statement } from '../../domain/index.ts';
import { type EntryView, GlossaryIndex, isDoubted } from '../entry-view.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import type { Exporter } from '../exporter.ts';
import { toolHeader, yamlText } from '../tool-file.ts';
import { toolWordsOf } from '../tool-words.ts';
import { localeOf, titleOf, type Words, wordsOf } from '../words.ts';

/**
 * A glossary for Contextive, which explains names in editors: one context with all entries as its terms. Its files end
 * in `.glossary.yml`, wherever they are. What it shows is Markdown; what it looks for, names and aliases, is not.
 */
export const contextive: Exporter = {
  name: 'contextive',
  fileExtension: '.glossary.yml',
  mediaType: 'application/yaml',
  *write(glossary, options) {
    const locale = options.locale ?? localeOf(glossary);
    const words = wordsOf(locale);
    const index = new GlossaryIndex(glossary);
    const view = { includeUnsupported: options.includeUnsupported ?? false, includeIssues: false, locale };
    yield toolHeader(glossary, { sign: '#', locale, words: toolWordsOf(locale) });
    yield `contexts:\n  - name: ${yamlText(titleOf(glossary, words))}\n`;
    yield `    terms:${glossary.concepts.length === 0 ? ' []' : ''}\n`;
    for (const concept of glossary.concepts) yield termOf(index.entry(concept, view), words);
  },
};

function termOf(entry: EntryView, words: Words): string {
  const { term, names, statements } = entry;
  const definition = statements.filter(({ role }) => role === 'definition').map((one) => shown(one, entry, words));
  const examples = statements.filter(({ role }) => role === 'context').map((one) => shown(one, entry, words));
  const aliases = [...names.abbreviations, ...names.synonyms, ...names.variants].map(({ text }) => text);
  return [
    `      - name: ${yamlText(term.text)}\n`,
    definition.length === 0 ? '' : `        definition: ${yamlText(definition.join(' '))}\n`,
    list('examples', examples),
    list('aliases', aliases),
  ].join('');
}

function shown(statement: Statement, entry: EntryView, words: Words): string {
  const text = escapeMarkdown(statement.text);
  return isDoubted(statement, entry) ? `${text} *(${words.unsupported})*` : text;
}

/** Contextive asks that no item stands twice, and that no list is empty. */
function list(key: string, items: readonly string[]): string {
  const lines = [...new Set(items.map(yamlText))].map((item) => `          - ${item}\n`);
  return lines.length === 0 ? '' : `        ${key}:\n${lines.join('')}`;
}
