import type { Prose, Sentence } from '../domain/index.ts';
import { repeatsName } from './assess-match.ts';
import { type DefiningPlace, type DefiningSentence, LESS_THAN_QUOTABLE } from './defining-sentence.ts';
import { createExplicitTest } from './is-explicit.ts';
import { createLabelListTest } from './label-lists.ts';
import { matchPatterns } from './match-patterns.ts';
import { definitionLanguage, knownLanguages } from './patterns/index.ts';
import { sectionTopics, type Topic } from './section-topics.ts';
import { findStructuredDefinitions, parameterCells } from './structured-definitions.ts';

/** Changes whenever the same sentences could give other defining sentences: part of the key of every remembered digest. */
export const DEFINING_SENTENCES_VERSION = '26';

/** Matches below this are not worth carrying, whatever else speaks for them. */
const LEAST_SCORE = 0.4;
const MOST_PER_SENTENCE = 3;

/** How much more a sentence defines when it opens the document or section named after its subject. */
const PLACE_FACTOR: Readonly<Record<DefiningPlace, number>> = { title: 1.2, heading: 1.15, body: 1 };

/**
 * Every place of a document that says what something is, in text order: sentences by the shapes of their language,
 * and definition lists, tables and marked list items by their structure. One pass; linear in the text.
 */
export function findDefiningSentences(prose: Prose, sentences: readonly Sentence[]): readonly DefiningSentence[] {
  const topics = topicsByLanguage(prose, sentences);
  const opened = new Set<number>();
  const found: DefiningSentence[] = [];
  const fields = parameterCells(prose);
  let previousBlock = -1;
  for (const sentence of sentences) {
    const block = prose.blocks[sentence.block];
    const first = sentence.block !== previousBlock;
    previousBlock = sentence.block;
    if (block === undefined || SILENT.has(block.kind) || fields.has(sentence.block)) continue;
    const opens = first && block.kind === 'paragraph' && !opened.has(block.section);
    if (block.kind === 'paragraph') opened.add(block.section);
    const topic = opens || block.kind === 'paragraph' ? topics.get(block.section) : undefined;
    found.push(...definitionsIn(prose, sentence, topic, opens));
  }
  found.push(...findStructuredDefinitions(prose, sentences));
  const explicitly = createExplicitTest(prose);
  const isOfGlossaryList = createLabelListTest(prose, found);
  const meant = found.filter((one) => !isLabel(one) || isOfGlossaryList(one));
  const all = bySection(meant, prose).map((one): DefiningSentence => {
    const explicit = explicitly(one);
    return explicit === undefined ? one : { ...one, explicit: isOfGlossary(one) ? 'glossary' : explicit };
  });
  return all.toSorted((a, b) => a.start - b.start || b.score - a.score || compare(a.subjectKey, b.subjectKey));
}

/** Labels with what they mean: under a heading such as "Terminology" each of them is an entry of a glossary, under "Parameters" none. */
const LABELLED: ReadonlySet<string> = new Set([
  'colon',
  'marked-name',
  'named-inside',
  'table',
  'definition-list',
  'dash',
]);

/** In a list, a label with what follows it. */
function isLabel({ pattern }: DefiningSentence): boolean {
  return pattern === 'colon' || pattern === 'marked-name' || pattern === 'dash';
}

function bySection(found: readonly DefiningSentence[], prose: Prose): DefiningSentence[] {
  const glossaries = sectionsUnder(prose, 'glossaryHeading');
  const parameters = sectionsUnder(prose, 'parameterHeading');
  if (glossaries.length === 0 && parameters.length === 0) return [...found];
  return found.flatMap((sentence) => {
    if (!LABELLED.has(sentence.pattern)) return [sentence];
    const isIn = (sections: readonly Section[]) =>
      sections.some(({ start, end }) => sentence.start >= start && sentence.end <= end);
    if (isIn(glossaries))
      return [{ ...sentence, place: 'title', score: round(Math.min(1, sentence.score * GLOSSARY_FACTOR)) }];
    return isIn(parameters) ? [] : [sentence];
  });
}

/** Layouts that are made for glossaries; other labels are such where they stand under a heading that says so. */
function isOfGlossary({ pattern, place }: DefiningSentence): boolean {
  return pattern === 'table' || pattern === 'definition-list' || (LABELLED.has(pattern) && place === 'title');
}

const GLOSSARY_FACTOR = 1.25;

interface Section {
  readonly start: number;
  readonly end: number;
}

/** The sections whose heading is of a kind, with those below them. Headings are too short to tell their language: every known one is asked. */
function sectionsUnder(prose: Prose, kind: 'glossaryHeading' | 'parameterHeading'): Section[] {
  const sections: Section[] = [];
  let open: { start: number; level: number } | undefined;
  for (const block of prose.blocks) {
    if (block.kind !== 'title' && block.kind !== 'heading') continue;
    if (open !== undefined && block.level <= open.level) {
      sections.push({ start: open.start, end: block.start });
      open = undefined;
    }
    const heading = prose.text.slice(block.start, block.end).trim();
    const isOfKind = knownLanguages.some((tag) => definitionLanguage(tag)?.[kind].test(heading) === true);
    if (open === undefined && isOfKind) open = { start: block.start, level: block.level };
  }
  if (open !== undefined) sections.push({ start: open.start, end: prose.text.length });
  return sections;
}

/** Shapes that speak of their subject in passing: standing under its heading makes them no better. */
const ASIDES: ReadonlySet<string> = new Set([
  'may-refer-to',
  'thing-called',
  'in-a',
  'in-which',
  'which-does',
  'parenthesis',
  'to-yobareru',
]);

const SILENT: ReadonlySet<string> = new Set(['title', 'heading', 'table-header', 'definition-term']);

function topicsByLanguage(prose: Prose, sentences: readonly Sentence[]): ReadonlyMap<number, Topic> {
  const counts = new Map<string, number>();
  for (const { language } of sentences) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [main] = [...counts].toSorted((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  return sectionTopics(prose, main?.[0] ?? 'und');
}

function definitionsIn(prose: Prose, sentence: Sentence, topic: Topic | undefined, opens: boolean): DefiningSentence[] {
  const language = definitionLanguage(sentence.language);
  if (language === undefined) return [];
  const kind = prose.blocks[sentence.block]?.kind ?? 'paragraph';
  const matches = matchPatterns(prose, sentence, language, { kind }).map(({ functional, unclear, ...match }) => {
    const place: DefiningPlace = topic !== undefined && sameName(topic.key, match.subjectKey) ? topic.place : 'body';
    const factor = functional && place === 'body' ? 0.8 : ASIDES.has(match.pattern) ? 1 : PLACE_FACTOR[place];
    const score = round(Math.min(unclear ? LESS_THAN_QUOTABLE : 1, match.score * factor));
    return opens && place !== 'body' ? { ...match, place, score, opens } : { ...match, place, score };
  });
  const about =
    opens && topic !== undefined && !matches.some((match) => sameName(match.subjectKey, topic.key))
      ? aboutTopic(prose, sentence, topic)
      : undefined;
  const all = about === undefined ? matches : [...matches, about];
  return bestBySubject(all.filter((match) => match.score >= LEAST_SCORE)).slice(0, MOST_PER_SENTENCE);
}

/** Whether two keys are one name but for how it is joined ("tide table", "tidetable"). */
function sameName(a: string, b: string): boolean {
  return a === b || a.replaceAll(' ', '') === b.replaceAll(' ', '');
}

/** The first sentence under a heading, where it says "this is …", or needs no subject to say so. */
function aboutTopic(prose: Prose, sentence: Sentence, topic: Topic): DefiningSentence | undefined {
  const language = definitionLanguage(sentence.language);
  const text = prose.text.slice(sentence.start, sentence.end);
  const opening =
    language?.pronounSubject.exec(text)?.[0] ?? (language?.withoutSubject?.test(text) === true ? '' : undefined);
  if (language === undefined || opening === undefined || language.noDefinition.test(text)) return undefined;
  const definition = text.slice(opening.length);
  if (repeatsName(topic.words, definition)) return undefined;
  if (language.noGenus.test(definition) || !language.differentia.test(definition)) return undefined;
  if (language.ofTheText?.test(definition) === true) return undefined;
  // Where nouns take articles, "it is often useful" has none.
  if (sentence.language !== 'ja' && !language.articles.test(definition)) return undefined;
  return {
    subject: topic.words,
    subjectKey: topic.key,
    language: sentence.language,
    start: sentence.start,
    end: sentence.end,
    definitionStart: sentence.start + opening.length,
    definitionEnd: sentence.end,
    pattern: 'this-is',
    place: topic.place,
    score: 0.6,
  };
}

function bestBySubject(matches: readonly DefiningSentence[]): DefiningSentence[] {
  const best = new Map<string, DefiningSentence>();
  for (const match of matches) {
    const known = best.get(match.subjectKey);
    if (known === undefined || known.score < match.score) best.set(match.subjectKey, match);
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score || compare(a.subjectKey, b.subjectKey));
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
