import { normalForm } from '../text/normal-form.ts';
import { beforeClause, repeatsName } from './assess-match.ts';
import type { Definable, DefinitionSource } from './definition-source.ts';
import { QUOTABLE_SCORE, type DefiningPlace, type DefiningSentence } from './defining-sentence.ts';
import { definitionLanguage } from './patterns/index.ts';
import { quoteStatement } from './quote-statement.ts';
import { createVouchTest } from './vouch-for.ts';

/** A defining sentence where it stands. */
export interface Passage {
  readonly source: DefinitionSource;
  readonly sentence: DefiningSentence;
  /** 0–1: how exactly its subject is the concept. */
  readonly exactness: number;
}

export interface RankedPassage extends Passage {
  readonly rank: number;
  /** 0–1: how much of its wording the concept's other passages share. */
  readonly agreement: number;
}

/** Agreement is measured among this many passages at most, so that a word defined everywhere stays cheap. */
const COMPARED = 24;

const PLACE_WEIGHT: Readonly<Record<DefiningPlace, number>> = { title: 0.3, heading: 0.12, body: 0 };

/** What a section says first of the thing that it is named after is what it is, or what it is for. */
const OPENING_WEIGHT = 0.25;

/** A sentence about a short form or another name of the thing is rather said in passing. */
const OWN_NAME_WEIGHT = 0.12;

/** What stands in the passages of a concept. Both the best first. */
export interface Ranking {
  /** They define it. */
  readonly defining: readonly RankedPassage[];
  /** They may define it, or another thing of that name, or remark on it: more than a use, less than a definition. */
  readonly telling: readonly RankedPassage[];
}

/** The passages that define a concept, and those that only tell of it; the rest is left out. */
export function rankPassages(passages: readonly Passage[], concept: Pick<Definable, 'names' | 'occurrences'>): Ranking {
  if (passages.length === 0) return { defining: [], telling: [] };
  const [name = ''] = concept.names;
  const alone = passages
    .filter((passage) => passage.exactness >= OWNED || !speaksOf(passage, name))
    .map((passage) => ({ ...passage, exactness: passage.exactness * standsAlone(passage) }));
  const sure = alone.filter(
    (passage) =>
      passage.sentence.score * passage.exactness >= QUOTABLE_SCORE &&
      (!FUNCTIONAL.has(passage.sentence.pattern) || isFunctional(passage)),
  );
  const functional = alone.filter(isFunctional);
  // In passing it is said of many a thing what it does.
  const meant = functional.filter(({ sentence }) => sentence.place !== 'body' || sentence.explicit !== undefined);
  const isVouchedFor = createVouchTest(concept, sure.length > 0 ? sure : meant);
  const vouched = sure.filter(isVouchedFor);
  // What a thing is for defines it too (ISO 704, functional characteristics) where nothing says what it is.
  const defining = vouched.length > 0 ? vouched : meant.filter(isVouchedFor);
  const doubtful = sure.filter((passage) => !defining.includes(passage));
  return { defining: ranked(defining, name), telling: [...ranked(doubtful, name), ...ranked(functional, name)] };
}

function ranked(able: readonly Passage[], name: string): RankedPassage[] {
  const strong = able.toSorted((a, b) => b.sentence.score * b.exactness - a.sentence.score * a.exactness);
  const words = strong.map(({ source, sentence }) => contentUnits(quoteStatement(source.prose.text, sentence)));
  return strong
    .map((passage, index) => {
      const agreement = meanOverlap(words, index);
      const rank =
        passage.sentence.score * passage.exactness +
        PLACE_WEIGHT[passage.sentence.place] * (FUNCTIONAL.has(passage.sentence.pattern) ? 0.5 : 1) +
        (passage.sentence.opens === true ? OPENING_WEIGHT : 0) +
        (passage.sentence.subjectKey === normalForm(name, passage.sentence.language) ? OWN_NAME_WEIGHT : 0) +
        0.3 * agreement +
        0.2 * lengthFit(words[index]?.length ?? 0);
      return { ...passage, agreement, rank: Math.round(rank * 1e6) / 1e6 };
    })
    .toSorted((a, b) => b.rank - a.rank || byPlace(a, b));
}

const FUNCTIONAL: ReadonlySet<string> = new Set(['does', 'generic', 'purpose', 'purpose-of', 'wa-suru']);

function isFunctional({ source, sentence, exactness }: Passage): boolean {
  if (!FUNCTIONAL.has(sentence.pattern) || exactness < 0.99) return false;
  const words = quoteStatement(source.prose.text, sentence);
  const language = definitionLanguage(sentence.language);
  if (language === undefined) return true;
  if (language.remark.test(words)) return false;
  return !COPULA.test(words) || !language.noGenus.test(words.replace(UP_TO_TOPIC, ''));
}

/** 「…は…です」 is not what something does: it names a kind, or judges. */
const COPULA = /(?:です|である|だ)[。]?$/u;
const UP_TO_TOPIC = /^[^は]*は[、,]?\s*/u;

/** "The Harbour command is the way into the Harbour" tells a Harbour from its command. */
function speaksOf({ source, sentence: { definitionStart, end } }: Passage, name: string): boolean {
  return repeatsName(name, beforeClause(source.prose.text.slice(definitionStart, end)));
}

/** As exact is what is said of the thing of an owner who is everywhere: "Harbour lists are linked lists". */
const OWNED = 0.9;

/** What points to words around it is a poorer quotation. */
function standsAlone({ source, sentence }: Passage): number {
  const words = quoteStatement(source.prose.text, sentence);
  return definitionLanguage(sentence.language)?.anaphora.test(words) === true ? 0.5 : 1;
}

function byPlace(a: Passage, b: Passage): number {
  const [first, second] = [a.source.document.name, b.source.document.name];
  return first === second ? a.sentence.start - b.sentence.start : first < second ? -1 : 1;
}

/** Words, or pairs of characters in scripts without spaces. */
function contentUnits(text: string): readonly string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => (CJK.test(word) ? pairs(word) : word.length > 3 ? [word] : []));
}

const CJK = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;

function pairs(word: string): string[] {
  const characters = Array.from(word);
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

function meanOverlap(all: readonly (readonly string[])[], index: number): number {
  const own = new Set(all[index]);
  const others = all.slice(0, COMPARED).filter((_, other) => other !== index);
  if (others.length === 0 || own.size === 0) return 0;
  let sum = 0;
  for (const other of others) {
    const set = new Set(other);
    let shared = 0;
    for (const unit of set) if (own.has(unit)) shared++;
    sum += shared / Math.max(1, Math.sqrt(own.size * set.size));
  }
  return sum / others.length;
}

/** 1 for the length of a short definition, falling to 0 for a stub or a paragraph. */
function lengthFit(units: number): number {
  if (units < 3) return 0;
  if (units <= 20) return 1;
  return Math.max(0, 1 - (units - 20) / 40);
}
