import type { DocumentId, LanguageTag } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';
import { definesOther } from './defines-other.ts';
import type { Definable, DefinitionSource, ProseOccurrence } from './definition-source.ts';
import { definitionLanguage } from './patterns/index.ts';

/** A sentence of a document, in prose offsets. */
export interface ContextSentence {
  readonly source: DefinitionSource;
  readonly start: number;
  readonly end: number;
}

/** More uses than this tell nothing new about which sentence is best: so many are looked at, spread over all. */
const MOST_LOOKED_AT = 600;

/**
 * The sentences that show best what a concept is about, the best first; at most so many from one document. Best is one
 * that is about it (it opens the sentence, or the section is named after it), says what it does, stands in running text
 * and can be read alone; none stands in headings, lists of code or broken text.
 */
export function chooseContexts(
  concept: Definable,
  sources: ReadonlyMap<DocumentId, DefinitionSource>,
  { most, mostInDocument }: { readonly most: number; readonly mostInDocument: number },
): readonly ContextSentence[] {
  const chosen: Scored[] = [];
  const uses = [...tellingUses(concept, sources)].toSorted((a, b) => b.score - a.score || byPlace(a, b));
  for (const one of uses) {
    if (chosen.length === most) break;
    const fromSame = chosen.filter(({ source }) => source === one.source);
    const isKnown = fromSame.some(({ sentence }) => sentence === one.sentence);
    if (!isKnown && fromSame.length < mostInDocument) chosen.push(one);
  }
  return chosen.map(({ source, sentence: { start, end } }) => ({ source, start, end }));
}

/** The sentences that use a concept and tell something of it. */
function* tellingUses(concept: Definable, sources: ReadonlyMap<DocumentId, DefinitionSource>): Generator<Scored, void> {
  const names = new Set([concept.key, ...concept.names.map((name) => normalForm(name, concept.language))]);
  const step = Math.max(1, Math.ceil(concept.occurrences.length / MOST_LOOKED_AT));
  for (let index = 0; index < concept.occurrences.length; index += step) {
    const occurrence = concept.occurrences[index];
    const source = occurrence === undefined ? undefined : sources.get(occurrence.documentId);
    if (occurrence === undefined || source === undefined) continue;
    const sentence = sentenceAround(source, occurrence.start);
    if (sentence === undefined) continue;
    const score = telling({ source, sentence, occurrence, names, language: concept.language });
    if (score > 0) yield { source, sentence, score };
  }
}

type SentenceRange = DefinitionSource['sentences'][number];

interface Scored {
  readonly source: DefinitionSource;
  readonly sentence: SentenceRange;
  readonly score: number;
}

function byPlace(a: Scored, b: Scored): number {
  const [first, second] = [a.source.document.name, b.source.document.name];
  return first === second ? a.sentence.start - b.sentence.start : first < second ? -1 : 1;
}

function sentenceAround({ sentences }: DefinitionSource, offset: number): SentenceRange | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low - 1];
  return found !== undefined && offset < found.end ? found : undefined;
}

const RUNNING_TEXT: ReadonlySet<string> = new Set(['paragraph', 'quote', 'definition-text']);

interface Use {
  readonly source: DefinitionSource;
  readonly sentence: SentenceRange;
  readonly occurrence: ProseOccurrence;
  /** Normal forms of the concept's names. */
  readonly names: ReadonlySet<string>;
  readonly language: LanguageTag;
}

/** 0 where a sentence tells nothing; above that comparable among the uses of one concept. */
function telling({ source, sentence, occurrence, names, language }: Use): number {
  const { prose } = source;
  const block = prose.blocks[sentence.block];
  const kind = block?.kind ?? 'paragraph';
  if (kind === 'title' || kind === 'heading' || kind === 'table-header') return 0;
  const text = prose.text.slice(sentence.start, sentence.end);
  const fit = lengthFit(text);
  if (fit === 0 || isBroken(text) || ANNOUNCES.test(text)) return 0;
  const known = definitionLanguage(language);
  const upTo = text.slice(0, occurrence.start - sentence.start);
  const before = upTo.trim();
  const after = text.slice(occurrence.end - sentence.start);
  const opens = before === '' || (before.length <= 6 && known?.articles.test(`${before} `) === true);
  const early = opens ? 1 : 0.6 * (1 - before.length / Math.max(1, text.length));
  const heading = block === undefined || block.section < 0 ? undefined : prose.blocks[block.section];
  const about = heading !== undefined && names.has(normalForm(prose.text.slice(heading.start, heading.end), language));
  const isSubject = opens && SUBJECT_FOLLOWS.test(after);
  const introduces = about && sentence.block === (block?.section ?? -1) + 1;
  let score = fit + early + (isSubject ? 0.6 : 0) + (about ? 0.5 : 0) + (introduces ? 0.4 : 0);
  if (known !== undefined) {
    if (known.noDefinition.test(text)) score *= 0.5;
    if (known.anaphora.test(text)) score *= 0.75;
    if (known.remark.test(text)) score *= 0.85;
  } else if (/[?？]\s*$/u.test(text)) score *= 0.4;
  if (!ENDS.test(text)) score *= 0.6;
  // What says what a longer name means would be read as the meaning of this one.
  const other = definesOther(source, sentence, { names, language });
  if (other === 'longer') return 0;
  if (other === 'other') score *= 0.5;
  // "The keeper's key is …" is about the key.
  if (/^['’]s?\s/u.test(after)) score *= 0.6;
  // Where words stand together, it may be a piece of a longer name.
  if (GOES_ON.test(after) || CAME_FROM.test(upTo)) score *= 0.4;
  return score * (RUNNING_TEXT.has(kind) ? 1 : 0.7);
}

/** A sentence that ends, and no line of a table or list. */
const ENDS = /[.!?。！？][)\]"'”’」』）]*\s*$/u;

/** What it says comes after it: a colon, "are as follows". */
const ANNOUNCES =
  /(?:[:：]|\s(?:is|are|as follows|the following)|次の?(?:とおり|通り)です[。]?|以下の?(?:とおり|通り)です[。]?|(?:次|以下)[^。]{0,20}(?:いずれかです|示します|挙げます|説明します)[。]?)\s*$/u;

/** What follows is no part of a longer name: a verb in small letters, a Japanese topic or subject mark. */
const SUBJECT_FOLLOWS = /^(?:\s*\([^)]{1,40}\)|（[^）]{1,40}）)?(?:\s+\p{Ll}|\s*[はがも])/u;

const GOES_ON = /^[\p{sc=Han}\p{sc=Katakana}ー]|^[\p{sc=Latin}\p{N}]/u;
const CAME_FROM = /[[\p{sc=Han}\p{sc=Katakana}ー\p{sc=Latin}\p{N}]--[各全同両本当]]$/v;

/** In characters; one of a script without spaces says about as much as three letters. */
function lengthFit(text: string): number {
  const wide = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  const length = text.length + wide * 2;
  if (length < 25 || length > LONGEST) return 0;
  if (length < 50) return 0.5;
  return length <= 220 ? 1 : Math.max(0.1, 1 - (length - 220) / 300);
}

const LONGEST = 500;

/** Code, commands and tables that were read as text: more marks than a sentence has. */
function isBroken(text: string): boolean {
  // A command with its flags is no sentence, unless one ends around it.
  if (/\s--?\p{L}/u.test(text) && !/[.!?。！？]["'”’)」』）]?$/u.test(text)) return true;
  const marks = text.match(/[{}<>=|\\$`~^#*_]|\/\S*\//gu)?.length ?? 0;
  return marks * 25 > text.length || !/\p{L}\s|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(text);
}
