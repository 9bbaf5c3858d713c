import type { BlockKind } from '../../domain/index.ts';

/** Inside one paragraph of the parser: at `at` a block of its own begins, whose words start at `next`. */
export interface Cut {
  readonly at: number;
  readonly next: number;
  readonly kind: BlockKind;
}

const NO_CUTS: readonly Cut[] = [];

/**
 * What CommonMark calls one paragraph and other dialects do not: the term and texts of a definition list
 * (`term⏎: text`, also with a blank line between), a footnote (`[^1]: text`), the sign of an alert (`[!NOTE]`), and the
 * title that a quoted note has in a line of its own (`> **Note**⏎> text`).
 */
export function cutsOf(text: string, from: number, to: number): readonly Cut[] {
  const first = text.charCodeAt(from);
  if (first === COLON && isDefinitionSign(text, from))
    return [textCut(from, from), ...laterCuts(text, from, to, false)];
  if (first === BRACKET) {
    const note = /^\[\^[^\]\s]{1,100}\]:[ \t]*|^\[![A-Za-z]{1,40}\][+-]?[ \t]*/u.exec(
      text.slice(from, Math.min(to, from + 160)),
    );
    if (note !== null) return [{ at: from, next: from + note[0].length, kind: 'note' }];
  }
  if (first === STAR || first === UNDERSCORE) {
    const title = /^(\*\*|__)[^*_\n]{1,60}\1:?[ \t]*\\?\r?\n[ \t]*(?:>[ \t]?)+/u.exec(
      text.slice(from, Math.min(to, from + 100)),
    );
    if (title !== null) {
      const at = from + title[0].indexOf('\n');
      return [{ at, next: from + title[0].length, kind: 'note' }];
    }
  }
  return laterCuts(text, from, to, true);
}

const COLON = 0x3a;
const BRACKET = 0x5b;
const STAR = 0x2a;
const UNDERSCORE = 0x5f;

function laterCuts(text: string, from: number, to: number, startsWithTerm: boolean): readonly Cut[] {
  const paragraph = text.slice(from, to);
  if (!paragraph.includes('\n:') && !paragraph.includes('\n :')) {
    return startsWithTerm && isTermBefore(text, from, to)
      ? [{ at: from, next: from, kind: 'definition-term' }]
      : NO_CUTS;
  }
  const cuts: Cut[] = [];
  for (const found of paragraph.matchAll(/\n {0,3}(?=:[ \t])/gu)) {
    cuts.push(textCut(from + found.index, from + found.index + found[0].length));
  }
  return startsWithTerm && cuts.length > 0 ? [{ at: from, next: from, kind: 'definition-term' }, ...cuts] : cuts;
}

function textCut(at: number, sign: number): Cut {
  return { at, next: sign + 1, kind: 'definition-text' };
}

function isDefinitionSign(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === COLON && (next === 0x20 || next === 0x09);
}

/** Whether a one-line paragraph is followed, after a blank line, by `: text`. */
function isTermBefore(text: string, from: number, to: number): boolean {
  const after = /^[ \t]*\r?\n[ \t]*\r?\n {0,3}(?=:[ \t])/u.exec(text.slice(to, to + 40));
  return after !== null && !text.slice(from, to).includes('\n');
}
