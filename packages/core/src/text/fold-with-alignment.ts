import { isSpacelessKind, ScriptKind, scriptKindOf } from './script-kind.ts';

/**
 * A text as it is compared, unit by unit, and where each unit stood. `units[i]` stands for the original
 * `[starts[i], ends[i])`; units that came out of one character (`ﬁ` → `f`, `i`) share that range. Only the first
 * `length` items count. The arrays are reused by the next fold into the same object.
 */
export interface FoldedText {
  units: Uint16Array;
  starts: Int32Array;
  ends: Int32Array;
  length: number;
}

/** An empty folded text to fold into. */
export function createFoldedText(capacity = 1024): FoldedText {
  return {
    units: new Uint16Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    length: 0,
  };
}

/**
 * Folds `text.slice(from, to)` into `target` (offsets are those of `text`):
 * - width and compatibility forms (NFKC), case, final sigma, typographic apostrophes and quotes;
 * - a run of white space is one space; a hyphen or underscore between two words is a space, too;
 * - white space and middle dots inside Japanese writing, and white space between it and other words, are nothing;
 * - soft hyphens, joiners and variation selectors are nothing;
 * - a line feed stays (it parts two blocks) unless `lineBreaks` is `space`.
 *
 * One table look-up per unit; only combining sequences and characters that expand are normalised as strings.
 */
export function foldWithAlignment(
  text: string,
  target: FoldedText,
  options: { from?: number; to?: number; lineBreaks?: 'boundary' | 'space' } = {},
): FoldedText {
  const { from = 0, to = text.length, lineBreaks = 'boundary' } = options;
  const fold = new Fold(text, target);
  let index = from;
  while (index < to) {
    reserve(target, to - index);
    index = foldSimpleRun(text, target, { from: index, to, lineBreaks });
    if (index === to) break;
    index = fold.special(actionAt(text.charCodeAt(index)), index, to, lineBreaks === 'space');
  }
  return target;
}

/**
 * The fast path: units that are one unit again, line feeds that stay, and single spaces between ASCII characters.
 * Returns where it stopped.
 */
function foldSimpleRun(
  text: string,
  target: FoldedText,
  { from, to, lineBreaks }: { readonly from: number; readonly to: number; readonly lineBreaks: 'boundary' | 'space' },
): number {
  const { units, starts, ends } = target;
  let at = target.length;
  let index = from;
  let last = at === 0 ? 0x80 : (units[at - 1] ?? 0x80);
  for (; index < to; index += 1) {
    const unit = text.charCodeAt(index);
    const action = actions[unit] ?? 0;
    if (action === Action.simple) last = replacements[unit] ?? unit;
    else if (unit === SPACE && last < 0x80 && last !== SPACE && isPlainAscii(text, index + 1, to)) last = SPACE;
    else if (unit === LINE_FEED && lineBreaks === 'boundary') last = LINE_FEED;
    else if (action !== Action.unknown || classify(unit) !== Action.simple) break;
    else last = replacements[unit] ?? unit;
    units[at] = last;
    starts[at] = index;
    ends[at] = index + 1;
    at += 1;
  }
  target.length = at;
  return index;
}

function isPlainAscii(text: string, index: number, to: number): boolean {
  if (index >= to) return true;
  const unit = text.charCodeAt(index);
  return unit > SPACE && unit < 0x80;
}

/** A text folded, as a string: for patterns and comparisons that need no way back. */
export function foldedString(text: string): string {
  const folded = foldWithAlignment(text, createFoldedText(text.length + 8), { lineBreaks: 'space' });
  return unitsToString(folded.units, 0, folded.length).trim();
}

/** Units `[start, end)` as a string. */
export function unitsToString(units: Uint16Array, start: number, end: number): string {
  let result = '';
  for (let index = start; index < end; index += 8192) {
    result += String.fromCharCode(...units.subarray(index, Math.min(index + 8192, end)));
  }
  return result;
}

const Action = {
  unknown: 0,
  simple: 1,
  space: 2,
  hyphen: 3,
  ignorable: 4,
  joining: 5,
  complex: 6,
  lineFeed: 7,
  middleDot: 8,
} as const;

const LINE_BREAK_NEXT = /^(?:\r?\n)(?![\r\n])/u;
const LINE_FEED = 10;
const SPACE = 32;
const actions = new Uint8Array(0x1_0000);
const replacements = new Uint16Array(0x1_0000);

function actionAt(unit: number): number {
  const known = actions[unit] ?? Action.unknown;
  return known === Action.unknown ? classify(unit) : known;
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  const action = actionOf(character, unit);
  if (action === Action.simple) replacements[unit] = foldCluster(character).charCodeAt(0);
  actions[unit] = action;
  return action;
}

function actionOf(character: string, unit: number): number {
  if (unit === LINE_FEED) return Action.lineFeed;
  if (/[\s\u200b]/u.test(character) && unit !== 0xfeff) return Action.space;
  if (/[-_\u2010-\u2013\uff0d\uff3f]/u.test(character)) return Action.hyphen;
  if (/[\u30fb\uff65]/u.test(character)) return Action.middleDot;
  if (IGNORABLE.test(character)) return Action.ignorable;
  if (/[\p{M}\u1160-\u11ff\u3131-\u318e\uff9e\uff9f\uffa0-\uffdc]/u.test(character)) return Action.joining;
  if (unit >= 0xd800 && unit <= 0xdfff) return Action.complex;
  return foldCluster(character).length === 1 ? Action.simple : Action.complex;
}

/** Variation selectors are joining as well (they belong to the character before them), so they are not named here. */
const IGNORABLE = /\u00ad|\u200c|\u200d|\u2060|\ufeff/u;
const DROPPED = /\u00ad|\u200c|\u200d|\u2060|\ufeff|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

function foldCluster(cluster: string): string {
  return cluster
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\u03c2/gu, '\u03c3')
    .replace(/[\u2018\u2019\u02bc\u2032]/gu, "'")
    .replace(/[\u201c\u201d]/gu, '"')
    .replace(DROPPED, '');
}

/** The folded text while it grows. */
class Fold {
  readonly #text: string;
  readonly #target: FoldedText;

  constructor(text: string, target: FoldedText) {
    this.#text = text;
    this.#target = target;
    target.length = 0;
  }

  push(unit: number, start: number, end: number): void {
    const target = this.#target;
    const at = target.length;
    reserve(target, 1);
    target.units[at] = unit;
    target.starts[at] = start;
    target.ends[at] = end;
    target.length = at + 1;
  }

  /** Handles everything but a plain character at `index`; returns where to go on. */
  special(action: number, index: number, to: number, breaksAreSpaces: boolean): number {
    if (action === Action.ignorable) return index + 1;
    if (action === Action.space || action === Action.lineFeed) return this.#space(index, to, breaksAreSpaces);
    if (action === Action.hyphen) return this.#hyphen(index, to, breaksAreSpaces);
    if (action === Action.middleDot) {
      const inside = this.#lastKind() === ScriptKind.katakana && this.#kindAt(index + 1, to) === ScriptKind.katakana;
      if (!inside) this.push(0x30fb, index, index + 1);
      return index + 1;
    }
    if (action === Action.joining) return this.#cluster(this.#reopen(index), index + 1);
    const end = Math.min(index + ((this.#text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1), to);
    const joins = end - index === 2 && /^\p{M}$/u.test(this.#text.slice(index, end));
    return this.#cluster(joins ? this.#reopen(index) : index, end);
  }

  #space(index: number, to: number, breaksAreSpaces: boolean): number {
    let end = index + 1;
    while (end < to && this.#isSpace(this.#text.charCodeAt(end), breaksAreSpaces)) end += 1;
    const before = this.#lastKind();
    const after = this.#kindAt(end, to);
    const meaningless =
      (isSpacelessKind(before) && after !== ScriptKind.other) ||
      (isSpacelessKind(after) && before !== ScriptKind.other);
    if (!meaningless) this.push(SPACE, index, end);
    return end;
  }

  #isSpace(unit: number, breaksAreSpaces: boolean): boolean {
    const action = actionAt(unit);
    return action === Action.space || (breaksAreSpaces && action === Action.lineFeed);
  }

  /** `load-balancer`, `load_balancer` and a hyphen at a line end are a space; any other dash stays what it is. */
  #hyphen(index: number, to: number, breaksAreSpaces: boolean): number {
    const inWord = this.#lastKind() !== ScriptKind.other && this.#lastEnd() === index;
    let end = index + 1;
    if (inWord && breaksAreSpaces && LINE_BREAK_NEXT.test(this.#text.slice(end, end + 3))) {
      while (end < to && this.#isSpace(this.#text.charCodeAt(end), true)) end += 1;
    }
    const joins = inWord && this.#kindAt(end, to) !== ScriptKind.other;
    if (joins) this.push(SPACE, index, end);
    else this.push(0x2d, index, index + 1);
    return joins ? end : index + 1;
  }

  /** Takes back the units of the last character when it touches `index`, and returns where that character starts. */
  #reopen(index: number): number {
    const target = this.#target;
    const last = target.length - 1;
    if (last < 0 || target.ends[last] !== index || this.#lastKind() === ScriptKind.other) return index;
    const start = target.starts[last] ?? index;
    while (target.length > 0 && target.starts[target.length - 1] === start) target.length -= 1;
    return start;
  }

  #cluster(start: number, end: number): number {
    const folded = foldCluster(this.#text.slice(start, end));
    for (let index = 0; index < folded.length; index += 1) this.push(folded.charCodeAt(index), start, end);
    return end;
  }

  #lastKind(): number {
    const { units, length } = this.#target;
    return length === 0 ? ScriptKind.other : scriptKindOf(units[length - 1] ?? SPACE);
  }

  #lastEnd(): number {
    const { ends, length } = this.#target;
    return length === 0 ? -1 : (ends[length - 1] ?? -1);
  }

  #kindAt(index: number, to: number): number {
    return index < to ? scriptKindOf(this.#text.charCodeAt(index)) : ScriptKind.other;
  }
}

/** Makes room for `more` units. */
function reserve(target: FoldedText, more: number): void {
  const needed = target.length + more;
  if (needed <= target.units.length) return;
  const capacity = Math.max(needed + (needed >> 3) + 16, target.units.length * 2);
  const { units, starts, ends } = target;
  target.units = new Uint16Array(capacity);
  target.starts = new Int32Array(capacity);
  target.ends = new Int32Array(capacity);
  target.units.set(units);
  target.starts.set(starts);
  target.ends.set(ends);
}
