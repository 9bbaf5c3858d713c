import type { Concept, ConceptId, Designation, Statement } from '../../domain/index.ts';
import { markdownMark } from '../../text/export-mark.ts';
import { assignAnchors, slugOf } from '../anchors.ts';
import { placeLink, placeName } from '../document-link.ts';
import { documentCount, type EntryView, GlossaryIndex, isDoubted, type Place, preferred } from '../entry-view.ts';
import { escapeMarkdown, singleLine } from '../escape-markdown.ts';
import type { Exporter } from '../exporter.ts';
import { quotedWords } from '../quoted-words.ts';
import { saysAll } from '../says-all.ts';
import { sectionsOf } from '../sections.ts';
import { localeOf, titleOf, type Words, wordsOf } from '../words.ts';

/** A glossary to read in a repository: letters as sections, one heading an entry, evidence as links. */
export const markdown: Exporter = {
  name: 'markdown',
  fileExtension: '.md',
  mediaType: 'text/markdown',
  *write(glossary, options) {
    const locale = options.locale ?? localeOf(glossary);
    const words = wordsOf(locale);
    const { concepts, documents } = glossary;
    const index = new GlossaryIndex(glossary);
    const sections = sectionsOf(concepts, { order: options.order, words });
    const title = singleLine(titleOf(glossary, words));
    const reserved = [
      slugOf(title),
      slugOf(words.neverExplainedHeading),
      ...sections.map(({ heading }) => letterAnchor(heading)),
    ];
    const page: Page = {
      index,
      words,
      anchors: assignAnchors(concepts, new Set(reserved)),
      documentsBase: options.documentsBase,
      occurrenceLimit: options.occurrenceLimit ?? 10,
    };
    const view = {
      includeUnsupported: options.includeUnsupported ?? false,
      includeIssues: options.includeIssues ?? false,
      locale,
    };

    yield `# ${escapeMarkdown(title)}\n\n`;
    yield `${words.introduction(concepts.length, documents.length)}\n`;
    if (concepts.length === 0) yield `\n${words.empty}\n`;
    const letters = sections.map(({ heading }) => `[${escapeMarkdown(heading)}](#${letterAnchor(heading)})`);
    if (letters.length > 1) yield `\n${letters.join(' · ')}\n`;

    const unexplained: string[] = [];
    for (const section of sections) {
      yield `\n## ${explicitAnchor(letterAnchor(section.heading), section.heading)}${escapeMarkdown(section.heading)}\n`;
      for (const concept of section.concepts) {
        const entry = index.entry(concept, view);
        yield entryMarkdown(entry, page);
        if (!entry.isExplained)
          unexplained.push(`- ${entryLink(concept.id, entry.term, page)} (${concept.occurrences.length})\n`);
      }
    }
    if (unexplained.length > 0) yield `\n## ${words.neverExplainedHeading}\n\n`;
    yield* unexplained;
    yield `\n${markdownMark}\n`;
  },
};

/** What every entry of one export shares. */
interface Page {
  readonly index: GlossaryIndex;
  readonly words: Words;
  readonly anchors: ReadonlyMap<ConceptId, string>;
  readonly documentsBase: string | undefined;
  readonly occurrenceLimit: number;
}

function entryMarkdown(entry: EntryView, page: Page): string {
  const { concept, term } = entry;
  const anchor = page.anchors.get(concept.id) ?? '';
  const facts = factsOf(entry, page).map((line) => `- ${line}\n`);
  const blocks = [
    `\n### ${explicitAnchor(anchor, term.text)}${escapeMarkdown(term.text) || '?'}\n`,
    ...(entry.isExplained ? [] : [`${page.words.neverExplained(concept.occurrences.length)}\n`]),
    ...entry.statements.map((statement) => statementMarkdown(statement, entry, page)),
    ...(facts.length === 0 ? [] : [facts.join('')]),
  ];
  return blocks.join('\n');
}

/** A statement that says all the words of its evidence is itself the quotation; marks and targets of links add none. */
function statementMarkdown(statement: Statement, entry: EntryView, page: Page): string {
  const { text, role, evidence } = statement;
  const shown = escapeMarkdown(text);
  const sources = evidence.map((one) => placeMarkdown(page.index.place(one), page)).join(page.words.listSeparator);
  const doubt = isDoubted(statement, entry) ? ` *(${page.words.unsupported})*` : '';
  const source = sources === '' ? '' : ` (${sources})`;
  const told = `${role === 'context' ? '> ' : ''}${shown}${source}${doubt}\n`;
  const quotes = evidence
    .map((one) => quotedWords(one, page.index))
    .filter((quote) => !saysAll(text, quote))
    .map(quoteMarkdown);
  return [told, ...quotes].join('\n');
}

function quoteMarkdown(quote: string): string {
  return `> ${escapeMarkdown(shorten(quote))}\n`;
}

function factsOf({ concept, term, names, relations, relationsTo, openIssues }: EntryView, page: Page): string[] {
  const { words } = page;
  const { documents, more } = page.index.places(concept, page.occurrenceLimit);
  const places = documents.map(({ document, places: [first, ...rest] }) => {
    if (first === undefined) return escapeMarkdown(document.name);
    return [placeMarkdown(first, page), ...rest.map((place) => placeMarkdown(place, page, `${place.line}`))].join(', ');
  });
  if (more > 0) places.push(words.more(more));
  const related = (label: string, other: Concept, isProposed: boolean) => {
    const link = entryLink(other.id, preferred(other), page);
    return words.label(label, isProposed ? `${link} (${words.proposed})` : link);
  };
  return [
    ...fact(words, words.reading, term.reading === undefined ? [] : [escapeMarkdown(term.reading)]),
    ...fact(words, words.category, concept.category === undefined ? [] : [escapeMarkdown(concept.category)]),
    ...fact(words, words.synonyms, names.synonyms.map(designationMarkdown)),
    ...fact(words, words.abbreviations, names.abbreviations.map(designationMarkdown)),
    ...fact(words, words.variants, names.variants.map(designationMarkdown)),
    ...fact(words, words.deprecated, names.deprecated.map(unwelcomeMarkdown)),
    ...fact(words, words.forbidden, names.forbidden.map(unwelcomeMarkdown)),
    ...relations.map(({ kind, target, isProposed }) => related(words.relations[kind], target, isProposed)),
    ...relationsTo.map(({ kind, source, isProposed }) => related(words.inverseRelations[kind], source, isProposed)),
    ...fact(words, words.found(concept.occurrences.length, documentCount(concept)), places),
    ...openIssues.map((issue) => words.label(words.openIssue, escapeMarkdown(issue))),
  ];
}

function fact(words: Words, label: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [words.label(label, values.join(words.listSeparator))];
}

/** A name that is not to be used, and why. */
function unwelcomeMarkdown(designation: Designation): string {
  const { reason } = designation;
  const name = designationMarkdown(designation);
  return reason === undefined ? name : `${name} (${escapeMarkdown(reason)})`;
}

function designationMarkdown({ text }: Designation): string {
  return escapeMarkdown(text);
}

function entryLink(id: ConceptId, { text }: Designation, page: Page): string {
  return `[${escapeMarkdown(text) || '?'}](#${page.anchors.get(id) ?? ''})`;
}

function placeMarkdown(place: Place, page: Page, shown = placeName(place)): string {
  const text = escapeMarkdown(shown);
  return page.documentsBase === undefined ? text : `[${text}](${placeLink(place, page.documentsBase)})`;
}

/** Hosts agree on the fragments of plain English headings only; every other one is written out. */
function explicitAnchor(anchor: string, heading: string): string {
  return anchor === slugOf(heading) && /^[a-z][a-z-]*$/u.test(anchor) ? '' : `<a id="${anchor}"></a>`;
}

function letterAnchor(letter: string): string {
  return slugOf(letter) || 'other';
}

function shorten(quote: string): string {
  const limit = 400;
  return quote.length <= limit
    ? quote
    : `${quote
        .slice(0, limit)
        .toWellFormed()
        .replace(/\ufffd$/u, '')}…`;
}
