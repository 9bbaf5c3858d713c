import type { Designation, LanguageTag, NameMatching } from '../domain/index.ts';
import { createAutomaton } from './aho-corasick.ts';
import { designationVariants, isAcronym } from './designation-variants.ts';
import { createFoldedText, type FoldedText, foldWithAlignment } from './fold-with-alignment.ts';
import { isSpelledAlike, shapeOf } from './letter-case.ts';
import { ScriptKind, scriptKindOf } from './script-kind.ts';

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
  const lengths = [...patterns.keys()].map((pattern) => pattern.length);
  const isPartOf = owners.map((all) => all.some(({ boundary }) => boundary === 'part'));
  const folded = createFoldedText();

  function* findByPiece(text: string, { lineBreaks = 'boundary' }: SearchOptions = {}) {
    for (const piece of pieces(text, lineBreaks)) {
      foldWithAlignment(text, folded, { ...piece, lineBreaks });
      const found = new LeftmostLongest();
      automaton.scan(folded.units, folded.length, (pattern, last) => {
        const first = last + 1 - (lengths[pattern] ?? 0);
        const isWord = startsWord(folded, first, last) && endsWord(folded, first, last);
        if (!isWord && isPartOf[pattern] !== true) return;
        const start = folded.starts[first] ?? 0;
        const end = folded.ends[last] ?? 0;
        const isAlone =
          isWord && outsideIdentifier(text, start, end, folded.units[first] ?? 0, folded.units[last] ?? 0);
        if (!isAlone && (isPartOf[pattern] !== true || isCut(folded, first, last))) return;
        const owner = chooseOwner(owners[pattern] ?? [], text, { folded, first, last, isAlone });
        if (owner !== undefined) found.add({ designation: owner.designation, start, end });
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

function chooseOwner(owners: readonly Owner[], text: string, stretch: Stretch): Owner | undefined {
  const { folded, first } = stretch;
  const only = owners[0];
  if (owners.length === 1 && only?.capitals === 0 && only.shape === undefined && only.boundary === undefined)
    return only;
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

/** Japanese and Chinese writing without spaces: neither kanji nor katakana touches it. Kana may: they are particles. */
function isWhole({ units, starts, ends, length }: FoldedText, first: number, last: number): boolean {
  const isContent = (at: number) => {
    const kind = at < 0 || at >= length ? ScriptKind.other : scriptKindOf(units[at] ?? 0);
    return kind === ScriptKind.han || kind === ScriptKind.katakana;
  };
  const touchesBefore = first > 0 && ends[first - 1] === starts[first] && isContent(first - 1);
  const touchesAfter = last + 1 < length && starts[last + 1] === ends[last] && isContent(last + 1);
  return !touchesBefore && !touchesAfter;
}

/** Whether a stretch begins or ends within one character (`㌔` is キロ). */
function isCut({ starts, length }: FoldedText, first: number, last: number): boolean {
  return (first > 0 && starts[first - 1] === starts[first]) || (last + 1 < length && starts[last + 1] === starts[last]);
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

function startsWord({ units, starts, ends }: FoldedText, first: number, last: number): boolean {
  if (first === 0) return true;
  if (starts[first - 1] === starts[first]) return false;
  const before = scriptKindOf(units[first - 1] ?? 0);
  const kind = scriptKindOf(units[first] ?? 0);
  if (before !== kind) return true;
  switch (kind) {
    case ScriptKind.word:
    case ScriptKind.hangul:
      return false;
    case ScriptKind.katakana:
      return ends[first - 1] !== starts[first];
    case ScriptKind.han:
      return first !== last || ends[first - 1] !== starts[first];
    default:
      return true;
  }
}

function endsWord(folded: FoldedText, first: number, last: number): boolean {
  const { units, starts, ends, length } = folded;
  if (last + 1 === length) return true;
  if (starts[last + 1] === starts[last]) return false;
  const after = scriptKindOf(units[last + 1] ?? 0);
  const kind = scriptKindOf(units[last] ?? 0);
  if (after !== kind) return true;
  switch (kind) {
    case ScriptKind.word:
      return false;
    case ScriptKind.hangul:
      return isKoreanParticle(folded, last + 1);
    case ScriptKind.katakana:
      return starts[last + 1] !== ends[last];
    case ScriptKind.han:
      return first !== last || starts[last + 1] !== ends[last];
    default:
      return true;
  }
}

/** An underscore that joins is part of an identifier; one that merely marks (`_node_`) is not. */
function outsideIdentifier(text: string, start: number, end: number, firstUnit: number, lastUnit: number): boolean {
  if (text.charCodeAt(start - 1) === UNDERSCORE && joins(firstUnit, text.charCodeAt(start - 2))) return false;
  return !(text.charCodeAt(end) === UNDERSCORE && joins(lastUnit, text.charCodeAt(end + 1)));
}

function joins(unit: number, beyond: number): boolean {
  return scriptKindOf(unit) === ScriptKind.word && isIdentifierUnit(beyond);
}

const UNDERSCORE = 0x5f;

function isIdentifierUnit(unit: number): boolean {
  return unit === UNDERSCORE || (unit >= 0 && scriptKindOf(unit) === ScriptKind.word);
}

/** Particles that follow a Korean noun without a space. */
const PARTICLES = new Set(
  (
    '은 는 이 가 을 를 의 에 에서 에게 께 로 으로 와 과 도 만 나 이나 랑 이랑 까지 부터 마다 처럼 보다 라고 이라고 라는 이라는 ' +
    '에는 에도 에서는 로는 으로는 로도 와의 과의 들 들은 들이 들을 들의 입니다 이다 인 이며 이고'
  ).split(' '),
);

function isKoreanParticle({ units, length }: FoldedText, from: number): boolean {
  let run = '';
  for (let index = from; index < length && run.length < 4; index += 1) {
    const unit = units[index] ?? 0;
    if (scriptKindOf(unit) !== ScriptKind.hangul) break;
    run += String.fromCharCode(unit);
  }
  return PARTICLES.has(run);
}

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
