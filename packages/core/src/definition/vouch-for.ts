import type { DocumentId } from '../domain/index.ts';
import type { Definable, DefinitionSource } from './definition-source.ts';
import type { DefiningSentence } from './defining-sentence.ts';
import { definitionLanguage } from './patterns/index.ts';

/** A defining sentence where it stands. */
interface Placed {
  readonly source: DefinitionSource;
  readonly sentence: DefiningSentence;
}

/**
 * Tells whether the circumstances of a passage speak for it as the definition of a concept, beside its own words. The
 * same words define a thing where it is introduced, and remark on it, or on another of that name, where it comes up.
 *
 * Signs are counted: the passage is the first of its document to name the concept (1), the document's title has the name
 * (1), half of all uses are in the document (2), three documents define the concept (2), the author has set the name
 * apart there (1), or has put its reading, its short form or another name in brackets behind it (1), the name is written
 * as a proper name, which hardly anything else shares (1). How many are asked for depends on how often sentences of the
 * shape do something else. Under a heading with the name, none is.
 */
export function createVouchTest(
  concept: Pick<Definable, 'names' | 'occurrences'>,
  passages: readonly Placed[],
): (passage: Placed) => boolean {
  const uses = usesByDocument(concept);
  const total = concept.occurrences.length;
  const documents = new Set(passages.map(({ source }) => source.document.id)).size;
  const isName = isProperName(concept.names[0] ?? '');

  return ({ source, sentence }) => {
    const { pattern, place, opens, explicit } = sentence;
    if (explicit === 'term') return true;
    if (place !== 'body' && (opens === true || !DOINGS.has(pattern))) return true;
    const isWritten = isAsWritten(source, sentence);
    if (SURE.has(pattern) && !isWritten) return true;
    const here = uses.get(source.document.id) ?? [];
    const isTitled = here.some(({ start }) => start < titleEnd(source));
    const opensTalk = isFirst(here, source, sentence);
    // A label's words are made for its list: it names a concept that is spoken of elsewhere, too.
    if (LABELS.has(pattern)) {
      const isTerm = isName || isTitled || documents > 1 || (opensTalk && isCompound(sentence.subject));
      return isTerm && (total === 0 || total >= FEWEST_USES);
    }
    const signs =
      (opensTalk ? 1 : 0) +
      (isTitled ? 1 : 0) +
      (here.length * 2 >= total && total > 0 ? 2 : 0) +
      (documents >= 3 ? 2 : 0) +
      (KINDS.has(pattern) && explicit !== undefined ? 1 : 0) +
      // Beside an example words stand in brackets, too: "this part is called the path (way)".
      (KINDS.has(pattern) && isGlossed(source, sentence) ? 1 : 0) +
      (isName ? 1 : 0);
    const mayDiffer = isWritten || (place === 'body' && isOneOfThem(source, sentence));
    const asked = SURE.has(pattern) ? 0 : place !== 'body' || namesKindApart(source, sentence) ? 1 : 2;
    return signs >= asked + (mayDiffer ? 1 : 0);
  };
}

/** Fewer uses do not show that a label is a name. */
const FEWEST_USES = 4;

/** Shapes that hardly do anything but define, and layouts of glossaries. */
const SURE: ReadonlySet<string> = new Set(
  (
    'towa wo-sasu refers-to is-called the-term by-we-mean what-we-call table definition-list bezeichnet versteht-man ' +
    'ist-gemeint nennt-man genannt heisst designe on-appelle par-on-entend appele betekent verstaan-onder wordt-bedoeld noemt-men ' +
    'genoemd heet'
  ).split(' '),
);
/** A name apart, and what it means beside it. */
const LAYOUTS: ReadonlySet<string> = new Set(['table', 'definition-list']);
/** Shapes that name the kind of a thing. */
const KINDS: ReadonlySet<string> = new Set('is-a is-kind wa-desu wa-noun ist-ein est-un c-est is-een'.split(' '));
/** A name and what stands beside it. */
const LABELS: ReadonlySet<string> = new Set(['colon', 'marked-name', 'dash']);
/** Shapes that tell what a thing does or is for. */
const DOINGS: ReadonlySet<string> = new Set(['does', 'generic', 'purpose', 'purpose-of', 'wa-suru']);

/** It names the kind of the thing and what sets it apart; in Japanese that stands before the kind, in many shapes. */
function namesKindApart({ prose }: DefinitionSource, sentence: DefiningSentence): boolean {
  const { pattern, language, definitionStart, definitionEnd } = sentence;
  if (language === 'ja' || !KINDS.has(pattern)) return KINDS.has(pattern);
  const words = prose.text.slice(definitionStart, definitionEnd);
  return definitionLanguage(language)?.strongDifferentia.test(words) === true;
}

/**
 * A sentence that begins with its subject in small letters begins with a word of code: "limit is a number" tells of a
 * field of that name, though a program may be called so, too.
 */
function isAsWritten({ prose }: DefinitionSource, { pattern, subject, start, end }: DefiningSentence): boolean {
  return !LAYOUTS.has(pattern) && /^\p{Ll}/u.test(subject) && prose.text.slice(start, end).startsWith(subject);
}

/** "The mast is a fir" may speak of the mast of one boat; "a mast is" speaks of masts, and so do words that set it apart. */
function isOneOfThem(source: DefinitionSource, sentence: DefiningSentence): boolean {
  const { pattern, language, start } = sentence;
  if (language !== 'en' || !KINDS.has(pattern) || namesKindApart(source, sentence)) return false;
  return /^The\s\p{Ll}/u.test(source.prose.text.slice(start, start + 6));
}

type Use = Definable['occurrences'][number];

function usesByDocument({ occurrences }: Pick<Definable, 'occurrences'>): ReadonlyMap<DocumentId, readonly Use[]> {
  const uses = new Map<DocumentId, Use[]>();
  for (const use of occurrences) {
    const known = uses.get(use.documentId);
    if (known === undefined) uses.set(use.documentId, [use]);
    else known.push(use);
  }
  return uses;
}

/** A capital or a digit in the name as it is mostly written: no common noun, but where all nouns have capitals. */
function isProperName(name: string): boolean {
  return /[\p{Lu}\p{N}]/u.test(name);
}

/** Of several words, or as long as several in a script without spaces. */
function isCompound(name: string): boolean {
  return /\S\s\S/u.test(name) || /[\p{scx=Han}\p{scx=Katakana}]{4}|\p{sc=Han}\p{sc=Hiragana}+\p{sc=Han}/u.test(name);
}

function isGlossed({ prose }: DefinitionSource, { subject, start, end }: DefiningSentence): boolean {
  const words = prose.text.slice(start, end);
  const at = words.indexOf(subject);
  return at >= 0 && /^["”」』]?\s?[(（]/u.test(words.slice(at + subject.length));
}

/** Whether nothing but headings and cells of tables name the concept before. */
function isFirst(uses: readonly Use[], { prose }: DefinitionSource, { start }: DefiningSentence): boolean {
  let block = 0;
  for (const use of uses) {
    if (use.start >= start) return true;
    while ((prose.blocks[block]?.end ?? Number.POSITIVE_INFINITY) <= use.start) block += 1;
    if (!UNSPOKEN.has(prose.blocks[block]?.kind ?? 'paragraph')) return false;
  }
  return true;
}

const UNSPOKEN: ReadonlySet<string> = new Set(['title', 'heading', 'table-header', 'table-cell']);

/** Where the title of a document ends, in prose offsets; 0 where it opens with something else. */
function titleEnd({ prose }: DefinitionSource): number {
  const [first] = prose.blocks;
  return first !== undefined && (first.kind === 'title' || first.kind === 'heading') ? first.end : 0;
}
