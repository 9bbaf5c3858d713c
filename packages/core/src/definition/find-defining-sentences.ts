import type { Prose, Sentence } from '../domain/index.ts';
import type { DefiningPlace, DefiningSentence } from './defining-sentence.ts';
import { createExplicitTest } from './is-explicit.ts';
import { matchPatterns } from './match-patterns.ts';
import { definitionLanguage, knownLanguages } from './patterns/index.ts';
import { sectionTopics, type Topic } from './section-topics.ts';
import { findStructuredDefinitions } from './structured-definitions.ts';

/** Changes whenever the same sentences could give other defining sentences: part of the key of every remembered digest. */
export const DEFINING_SENTENCES_VERSION = '9';

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
  let previousBlock = -1;
  for (const sentence of sentences) {
    const block = prose.blocks[sentence.block];
    const first = sentence.block !== previousBlock;
    previousBlock = sentence.block;
    if (block === undefined || SILENT.has(block.kind)) continue;
    const opens = first && block.kind === 'paragraph' && !opened.has(block.section);
    if (block.kind === 'paragraph') opened.add(block.section);
    const topic = opens || block.kind === 'paragraph' ? topics.get(block.section) : undefined;
    found.push(...definitionsIn(prose, sentence, topic, opens));
  }
  found.push(...findStructuredDefinitions(prose, sentences));
  const isExplicit = createExplicitTest(prose);
  const all = inGlossaries(found, prose).map((one) => (isExplicit(one) ? { ...one, explicit: true as const } : one));
  return all.toSorted((a, b) => a.start - b.start || b.score - a.score || compare(a.subjectKey, b.subjectKey));
}

/** Labels with what they mean: under a heading such as "Terminology" each of them is an entry of a glossary. */
const LABELLED: ReadonlySet<string> = new Set(['colon', 'marked-name', 'table', 'definition-list', 'dash']);

function inGlossaries(found: readonly DefiningSentence[], prose: Prose): DefiningSentence[] {
  const sections = glossarySections(prose);
  if (sections.length === 0) return [...found];
  return found.map((sentence) =>
    LABELLED.has(sentence.pattern) && sections.some(({ start, end }) => sentence.start >= start && sentence.end <= end)
      ? { ...sentence, place: 'title', score: round(Math.min(1, sentence.score * GLOSSARY_FACTOR)) }
      : sentence,
  );
}

const GLOSSARY_FACTOR = 1.25;

function glossarySections(prose: Prose): { start: number; end: number }[] {
  const sections: { start: number; end: number }[] = [];
  let open: { start: number; level: number } | undefined;
  for (const block of prose.blocks) {
    if (block.kind !== 'title' && block.kind !== 'heading') continue;
    if (open !== undefined && block.level <= open.level) {
      sections.push({ start: open.start, end: block.start });
      open = undefined;
    }
    const isGlossary = isGlossaryHeading(prose.text.slice(block.start, block.end).trim());
    if (open === undefined && isGlossary) open = { start: block.start, level: block.level };
  }
  if (open !== undefined) sections.push({ start: open.start, end: prose.text.length });
  return sections;
}

/** Headings are too short to tell their language: every known language is asked. */
function isGlossaryHeading(heading: string): boolean {
  return knownLanguages.some((tag) => definitionLanguage(tag)?.glossaryHeading.test(heading) === true);
}

/** Shapes that speak of their subject in passing: standing under its heading makes them no better. */
const ASIDES: ReadonlySet<string> = new Set(['in-a', 'in-which', 'which-does', 'parenthesis', 'to-yobareru']);

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
  const matches = matchPatterns(prose, sentence, language, { kind }).map(({ functional, ...match }) => {
    const place: DefiningPlace = topic !== undefined && sameName(topic.key, match.subjectKey) ? topic.place : 'body';
    const factor = functional && place === 'body' ? 0.8 : ASIDES.has(match.pattern) ? 1 : PLACE_FACTOR[place];
    const score = round(Math.min(1, match.score * factor));
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

/** The first sentence under a heading, where it says "this is …". */
function aboutTopic(prose: Prose, sentence: Sentence, topic: Topic): DefiningSentence | undefined {
  const language = definitionLanguage(sentence.language);
  const text = prose.text.slice(sentence.start, sentence.end);
  const pronoun = language?.pronounSubject.exec(text);
  if (language === undefined || pronoun === undefined || pronoun === null || language.noDefinition.test(text)) {
    return undefined;
  }
  const definition = text.slice(pronoun[0].length);
  if (language.noGenus.test(definition) || !language.differentia.test(definition)) return undefined;
  // Where nouns take articles, "it is often useful" has none.
  if (sentence.language !== 'ja' && !language.articles.test(definition)) return undefined;
  return {
    subject: topic.words,
    subjectKey: topic.key,
    language: sentence.language,
    start: sentence.start,
    end: sentence.end,
    definitionStart: sentence.start + pronoun[0].length,
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
