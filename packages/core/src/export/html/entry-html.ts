import type { Concept, ConceptId, Designation, Statement } from '../../domain/index.ts';
import { quotedWords } from '../quoted-words.ts';
import { saysAll } from '../says-all.ts';
import { placeLink, placeName } from '../document-link.ts';
import { documentCount, type EntryView, type GlossaryIndex, isDoubted, type Place, preferred } from '../entry-view.ts';
import type { Words } from '../words.ts';
import { escapeHtml } from './escape-html.ts';

/** What every entry of one page shares. */
export interface Page {
  readonly index: GlossaryIndex;
  readonly words: Words;
  readonly anchors: ReadonlyMap<ConceptId, string>;
  readonly documentsBase: string | undefined;
  readonly occurrenceLimit: number;
}

/** One entry: its names on the left, what it means and where that stands on the right. */
export function entryHtml(entry: EntryView, page: Page): string {
  const { concept, statements, isExplained } = entry;
  const { words } = page;
  const anchor = escapeHtml(page.anchors.get(concept.id) ?? '');
  const missing = isExplained
    ? ''
    : `<p class="missing">${escapeHtml(words.neverExplained(concept.occurrences.length))}</p>\n`;
  const told = statements.map((statement, number) => statementHtml(statement, `${anchor}.${number}`, entry, page));
  return `<article class="entry" id="${anchor}">
<div><h3${langOf(concept)}><a class="name" href="#${anchor}">${nameHtml(entry)}</a></h3>
${list('names', nameLines(entry, words))}</div>
<div>${missing}${told.join('')}${list('facts', factLines(entry, page))}</div>
</article>
`;
}

/** A reading stands above the kanji whose sound it tells; kana and letters need none. */
function nameHtml({ concept, term }: EntryView): string {
  const text = escapeHtml(term.text);
  const { reading } = term;
  if (reading === undefined || concept.language !== 'ja' || !/\p{sc=Han}/u.test(term.text)) return text;
  return `<ruby>${text}<rp>（</rp><rt>${escapeHtml(reading)}</rt><rp>）</rp></ruby>`;
}

function nameLines({ names }: EntryView, words: Words): string[] {
  const line = (label: string, designations: readonly Designation[], mark: 'b' | 's'): string[] => {
    const shown = designations.map(({ text, reason }) => {
      const name = `<${mark}>${escapeHtml(text)}</${mark}>`;
      return reason === undefined ? name : `${name} (${escapeHtml(reason)})`;
    });
    return shown.length === 0 ? [] : [words.label(label, shown.join(words.listSeparator))];
  };
  return [
    ...line(words.abbreviations, names.abbreviations, 'b'),
    ...line(words.synonyms, names.synonyms, 'b'),
    ...line(words.variants, names.variants, 'b'),
    ...line(words.deprecated, names.deprecated, 's'),
    ...line(words.forbidden, names.forbidden, 's'),
  ];
}

function statementHtml(statement: Statement, id: string, entry: EntryView, page: Page): string {
  const { text, role, evidence } = statement;
  const { concept } = entry;
  const sources = evidence.map((one, number) => {
    const place = page.index.place(one);
    const quoteId = `${id}.${number}`;
    const quote = quotedWords(one, page.index);
    const repeated = saysAll(text, quote) ? ' repeated' : '';
    return ` <span class="evidence${repeated}"><button type="button" class="source" aria-describedby="${quoteId}">${escapeHtml(placeName(place))}</button><span class="quote"><q id="${quoteId}"${langOf(concept)}>${escapeHtml(quote.trim())}</q><cite>${placeHtml(place, page)}</cite></span></span>`;
  });
  const doubt = isDoubted(statement, entry)
    ? ` <span class="issue">(${escapeHtml(page.words.unsupported)})</span>`
    : '';
  return `<p class="statement ${role}"${langOf(concept)}><span class="words">${escapeHtml(text)}</span>${sources.join('')}${doubt}</p>\n`;
}

function factLines({ concept, relations, relationsTo, openIssues }: EntryView, page: Page): string[] {
  const { words, index } = page;
  const { category } = concept;
  const { documents, more } = index.places(concept, page.occurrenceLimit);
  const places = documents.map(({ places: [first, ...rest] }) => {
    const shown = first === undefined ? '' : placeHtml(first, page);
    return [shown, ...rest.map((place) => placeHtml(place, page, `${place.line}`))].join(', ');
  });
  if (more > 0) places.push(escapeHtml(words.more(more)));
  const related = (label: string, other: Concept, isProposed: boolean) => {
    const link = `<a href="#${escapeHtml(page.anchors.get(other.id) ?? '')}"${langOf(other)}>${escapeHtml(preferred(other).text)}</a>`;
    return words.label(label, link) + (isProposed ? ` (${words.proposed})` : '');
  };
  const found = escapeHtml(words.found(concept.occurrences.length, documentCount(concept)));
  return [
    ...(category === undefined ? [] : [escapeHtml(words.label(words.category, category))]),
    ...relations.map(({ kind, target, isProposed }) => related(words.relations[kind], target, isProposed)),
    ...relationsTo.map(({ kind, source, isProposed }) => related(words.inverseRelations[kind], source, isProposed)),
    ...openIssues.map((issue) => `<span class="issue">${escapeHtml(words.label(words.openIssue, issue))}</span>`),
    ...(places.length === 0 ? [] : [`<details><summary>${found}</summary>${list('', places)}</details>`]),
  ];
}

function placeHtml(place: Place, page: Page, shown = placeName(place)): string {
  if (page.documentsBase === undefined) return escapeHtml(shown);
  return `<a href="${escapeHtml(placeLink(place, page.documentsBase))}">${escapeHtml(shown)}</a>`;
}

function list(name: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<ul${name === '' ? '' : ` class="${name}"`}>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function langOf({ language }: Concept): string {
  return ` lang="${language === 'und' ? '' : escapeHtml(language)}"`;
}
