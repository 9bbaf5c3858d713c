import type { Designation, LanguageTag, NameMatching } from '../domain/index.ts';
import { createAutomaton } from './aho-corasick.ts';
import { designationVariants, isAcronym } from './designation-variants.ts';
import { createFoldedText, type FoldedText, foldWithAlignment } from './fold-with-alignment.ts';
import { isSpelledAlike, shapeOf } from './letter-case.ts';
import { endsWord, isCut, isWhole, outsideIdentifier, startsWord } from './word-boundaries.ts';

/** What a finder looks for: a name, and how, where that is not as usual. */
export interface SoughtName extends Pick<Designation, 'text' | 'matching'> {
  readonly language: LanguageTag;
}

/** Where a designation stands in a text: offsets (UTF-16) of the text that was searched. */
export interface Hit {
  /** Index into the designations that the finder was made of. */
  readonly designation: number;
  readonly start: number;
  readonly end: number;
}

export interface SearchOptions {
  readonly lineBreaks?: 'boundary' | 'space';
}

export interface OccurrenceFinder {
  /**
   * All hits in one text, sorted, none overlapping: leftmost first, then longest. A line feed parts two blocks, and
   * no hit crosses it, as in prose; with `lineBreaks: 'space'` (raw text) a line break is a space.
   */
  find(text: string, options?: SearchOptions): readonly Hit[];
  /** The same hits, as the text is gone through: some thousand characters at a time. */
  findByPiece(text: string, options?: SearchOptions): Generator<readonly Hit[], void, void>;
  /** Whether there may be hits in a text (line breaks as spaces), told by the text as `foldedString` gives it. */
  mayStandIn(folded: string): boolean;
}

/**
 * Finds all designations of all entries in one pass over a text: the cost grows with the text and its hits, not with
 * the number of designations.
 *
 * What counts as the same word: see `foldWithAlignment` and `designationVariants`. Where a word may start and end:
 * - letters and digits of scripts with words (Latin, Cyrillic, Greek, …): not beside another letter or digit of their
 *   kind, nor inside an identifier (`node` is not in `node_modules`); other writing may touch (`API` in `APIは`);
 * - katakana: not inside a longer katakana run (データ is not in データベース);
 * - kanji and hiragana: anywhere in running text, but a single kanji not beside another kanji;
 * - hangul: not after a hangul, and before one only if a particle follows.
 * Up to five capitals (`IT`, `API`) are found only in capitals.
 * A name with a `matching` of its own is found as that says.
 *
 * Where two designations share a form, the one that is spelt as in the text wins, then the one whose own form it is,
 * then code-unit order: never the order in which they were given.
 */
export function createOccurrenceFinder(designations: readonly SoughtName[]): OccurrenceFinder {
  const patterns = collectPatterns(designations);
  const automaton = createAutomaton([...patterns.keys()]);
  const owners = [...patterns.values()];
  const lengths = Uint32Array.from(patterns.keys(), (pattern) => pattern.length);
  const isPartOf = owners.map((all) => all.some(({ boundary }) => boundary === 'part'));
  const soleOwners = Int32Array.from(owners, (all) => soleOwner(all)?.designation ?? -1);
  const folded = createFoldedText();

  function* findByPiece(text: string, { lineBreaks = 'boundary' }: SearchOptions = {}) {
    for (const piece of pieces(text, lineBreaks)) {
      foldWithAlignment(text, folded, { ...piece, lineBreaks });
      const found = new LeftmostLongest();
      automaton.scan(folded.units, folded.length, (pattern, last) => {
        const first = last + 1 - (lengths[pattern] ?? 0);
        const isWord = endsWord(folded, first, last) && startsWord(folded, first, last);
        if (!isWord && isPartOf[pattern] !== true) return;
        const start = folded.starts[first] ?? 0;
        const end = folded.ends[last] ?? 0;
        const isAlone =
          isWord && outsideIdentifier(text, start, end, folded.units[first] ?? 0, folded.units[last] ?? 0);
        if (!isAlone && (isPartOf[pattern] !== true || isCut(folded, first, last))) return;
        const sole = soleOwners[pattern] ?? -1;
        const designation =
          sole >= 0 ? sole : chooseOwner(owners[pattern] ?? [], text, { folded, first, last, isAlone })?.designation;
        if (designation !== undefined) found.add({ designation, start, end });
      });
      yield found.hits;
    }
  }
  const forms = [...patterns.keys()];
  return {
    findByPiece,
    find: (text, options) => [...findByPiece(text, options)].flat(),
    mayStandIn: (text) => forms.some((form) => text.includes(form)),
  };
}

interface Owner {
  readonly designation: number;
  readonly text: string;
  readonly language: LanguageTag;
  /** How many units must stand in capitals. */
  readonly capitals: number;
  readonly isVariant: boolean;
  readonly boundary: NameMatching['boundary'];
  /** Where capitals matter: as it is written, its case kept. */
  readonly shape: string | undefined;
}

function collectPatterns(designations: readonly SoughtName[]): ReadonlyMap<string, readonly Owner[]> {
  const patterns = new Map<string, Owner[]>();
  for (const [designation, { text, language, matching = {} }] of designations.entries()) {
    const { isCaseSensitive, isUninflected, boundary, forms = [] } = matching;
    for (const [place, written] of [text, ...forms].entries()) {
      const capitals = isAcronym(written) ? written.normalize('NFKC').length : 0;
      const shape = isCaseSensitive === true ? shapeOf(written) : undefined;
      const variants = designationVariants(written, language);
      // Whoever lists forms has inflected them.
      for (const [index, variant] of (isUninflected === true || place > 0
        ? variants.slice(0, 1)
        : variants
      ).entries()) {
        const owners = patterns.get(variant) ?? [];
        if (owners.some((owner) => owner.designation === designation)) continue;
        const isVariant = index > 0 || place > 0;
        owners.push({ designation, text: written, language, capitals, isVariant, boundary, shape });
        patterns.set(variant, owners);
      }
    }
  }
  for (const owners of patterns.values()) owners.sort(compareOwners);
  return patterns;
}

function compareOwners(a: Owner, b: Owner): number {
  if (a.isVariant !== b.isVariant) return a.isVariant ? 1 : -1;
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  if (a.language !== b.language) return a.language < b.language ? -1 : 1;
  return a.designation - b.designation;
}

/** A stretch of a text that has the form of a name. */
interface Stretch {
  readonly folded: FoldedText;
  readonly first: number;
  readonly last: number;
  /** No part of a longer word or an identifier. */
  readonly isAlone: boolean;
}

/** Whose a form is wherever it stands, however it is written there: so with nearly every form. */
function soleOwner([only, ...others]: readonly Owner[]): Owner | undefined {
  if (only === undefined || others.length > 0 || only.capitals > 0) return undefined;
  return only.shape === undefined && only.boundary === undefined ? only : undefined;
}

function chooseOwner(owners: readonly Owner[], text: string, stretch: Stretch): Owner | undefined {
  const { folded, first } = stretch;
  const start = folded.starts[first] ?? 0;
  const initial = text.charCodeAt(start);
  let chosen: Owner | undefined;
  for (const owner of owners) {
    if (!standsInCapitals(owner, text, folded, first) || !standsAsAsked(owner, text, stretch)) continue;
    // Two names of one form mostly differ by a capital: the costly comparison is seldom needed.
    if (owner.text.charCodeAt(0) === initial && text.startsWith(owner.text, start)) return owner;
    chosen ??= owner;
  }
  return chosen;
}

function standsInCapitals({ capitals }: Owner, text: string, { starts, ends }: FoldedText, first: number): boolean {
  if (capitals === 0) return true;
  const part = text.slice(starts[first], ends[first + capitals - 1]);
  return !/\p{Ll}/u.test(part.normalize('NFKC'));
}

/** Whether a stretch is what a name with a matching of its own asks for. */
function standsAsAsked({ shape, boundary }: Owner, text: string, { folded, first, last, isAlone }: Stretch): boolean {
  if (boundary !== 'part' && !isAlone) return false;
  if (boundary === 'whole' && !isWhole(folded, first, last)) return false;
  return shape === undefined || isSpelledAlike(text.slice(folded.starts[first], folded.ends[last]), shape);
}

/** Pieces of a text that can be searched one by one: no larger than fits a cache, where line feeds allow it. */
function* pieces(text: string, lineBreaks: 'boundary' | 'space'): Generator<{ from: number; to: number }> {
  let from = 0;
  while (from < text.length) {
    const lineFeed = lineBreaks === 'space' ? -1 : text.indexOf('\n', from + PIECE_UNITS);
    const to = lineFeed < 0 ? text.length : lineFeed + 1;
    yield { from, to };
    from = to;
  }
}

const PIECE_UNITS = 32_768;

/** Keeps the leftmost, then longest of matches that arrive in the order of their ends. */
class LeftmostLongest {
  /** Ordered by start. Sure only when all matches were added: a later match may still start before them. */
  readonly hits: Hit[] = [];

  add(hit: Hit): void {
    const { hits } = this;
    let keep = hits.length;
    while (keep > 0 && (hits[keep - 1]?.start ?? -1) >= hit.start) keep -= 1;
    const left = hits[keep - 1];
    if (left !== undefined && left.end > hit.start) return;
    hits.length = keep;
    hits.push(hit);
  }
}
