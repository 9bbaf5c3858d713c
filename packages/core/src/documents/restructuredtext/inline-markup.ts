import type { MarkKind } from '../../domain/index.ts';
import type { ProseBuilder } from '../prose-builder.ts';

/** Roles whose text is a term of a glossary, and roles whose text is code. Other roles only lead somewhere. */
const TERM_ROLES: ReadonlySet<string> = new Set(['term', 'abbr', 'keyword']);
const CODE_ROLES: ReadonlySet<string> = new Set([
  'code',
  'literal',
  'kbd',
  'samp',
  'file',
  'command',
  'program',
  'option',
  'envvar',
  'func',
  'class',
  'meth',
  'attr',
  'mod',
  'data',
  'const',
  'exc',
  'obj',
  'type',
  'var',
  'regexp',
]); // prettier-ignore
/** Roles that are shown as the title of what they lead to: without a text of their own they hold a name for machines. */
const LABEL_ROLES: ReadonlySet<string> = new Set(['ref', 'numref', 'doc', 'any']);
const HIDDEN_ROLES: ReadonlySet<string> = new Set(['index', 'raw', 'math', 'cite', 'footcite']);

const TOKEN = /\\|``|`|\*\*?|\||\[|:(?=[A-Za-z])|https?:\/\//gu;

/** Writes `[from, to)` of the original with its inline markup read. Unclosed markup is plain words. Linear in time. */
export function readInline(
  builder: ProseBuilder,
  range: { from: number; to: number },
  substitutions: Substitutions,
): void {
  new InlineReader(builder, range.from, builder.original.slice(range.from, range.to), substitutions).read();
}

/** The replacement texts of `|name|`. */
export type Substitutions = ReadonlyMap<string, string>;

class InlineReader {
  readonly #builder: ProseBuilder;
  readonly #base: number;
  readonly #text: string;
  readonly #substitutions: Substitutions;
  /** Closing signs that do not come any more: not searched again. */
  readonly #missing = new Set<string>();
  #at = 0;

  constructor(builder: ProseBuilder, base: number, text: string, substitutions: Substitutions) {
    this.#builder = builder;
    this.#base = base;
    this.#text = text;
    this.#substitutions = substitutions;
  }

  read(): void {
    const token = new RegExp(TOKEN);
    for (;;) {
      const found = token.exec(this.#text);
      if (found === null) break;
      const next = this.#token(found[0], found.index);
      token.lastIndex = next ?? found.index + found[0].length;
    }
    this.#copyTo(this.#text.length);
  }

  /** Handles one sign; the offset to go on from, or `undefined` where it is only a character. */
  #token(sign: string, at: number): number | undefined {
    switch (sign) {
      case '\\':
        return this.#escape(at);
      case '``':
        return this.#marked('code', at, '``') ?? undefined;
      case '**':
        return this.#marked('strong', at, '**');
      case '*':
        return this.#marked('emphasis', at, '*');
      case '`':
        return this.#interpreted(at, at, '');
      case ':':
        return this.#role(at);
      case '|':
        return this.#substitution(at);
      case '[':
        return this.#footnote(at);
      default:
        return this.#url(at);
    }
  }

  #copyTo(end: number): void {
    if (end > this.#at) this.#builder.copy(this.#base + this.#at, this.#base + end);
    this.#at = Math.max(this.#at, end);
  }

  #escape(at: number): number {
    this.#copyTo(at);
    const isSpace = /\s/u.test(this.#text[at + 1] ?? ' ');
    this.#at = at + (isSpace ? 2 : 1);
    return at + 2;
  }

  #marked(kind: MarkKind, at: number, sign: string): number | undefined {
    const start = at + sign.length;
    if (!this.#canOpen(at, start)) return undefined;
    const close = this.#closing(sign, start);
    if (close < 0) return undefined;
    this.#write(kind, { at, start, end: close, next: close + sign.length }, '');
    return close + sign.length;
  }

  #write(
    kind: MarkKind | undefined,
    span: { at: number; start: number; end: number; next: number },
    value: string,
  ): void {
    this.#copyTo(span.at);
    const mark = kind === undefined ? undefined : this.#builder.openMark(kind, value);
    this.#builder.copy(this.#base + span.start, this.#base + span.end);
    if (mark !== undefined) this.#builder.closeMark(mark);
    this.#at = span.next;
  }

  /** Inline markup begins after white space or an opening sign, and before no white space. */
  #canOpen(at: number, start: number): boolean {
    const before = this.#text[at - 1] ?? ' ';
    const after = this.#text[start] ?? ' ';
    return !/[\p{L}\p{N}_]/u.test(before) || isSpacelessLetter(before) ? !/\s/u.test(after) : false;
  }

  #closing(sign: string, from: number): number {
    if (this.#missing.has(sign)) return -1;
    let close = this.#text.indexOf(sign, from + 1);
    while (close >= 0) {
      const after = this.#text[close + sign.length] ?? ' ';
      const isEnd =
        !/\s/u.test(this.#text[close - 1] ?? '') && (!/[\p{L}\p{N}]/u.test(after) || isSpacelessLetter(after));
      if (isEnd && (sign === '``' || this.#text[close - 1] !== '\\') && !(sign === '*' && after === '*')) return close;
      close = this.#text.indexOf(sign, close + 1);
    }
    this.#missing.add(sign);
    return -1;
  }

  #role(at: number): number | undefined {
    const role = /^:([A-Za-z][\w:+.-]{0,60}):`/u.exec(this.#text.slice(at, at + 70));
    return role === null ? undefined : this.#interpreted(at, at + role[0].length - 1, role[1] ?? '');
  }

  /** `` `text` ``, with a role before or after it, or `_` after it. */
  #interpreted(at: number, tick: number, roleBefore: string): number | undefined {
    const start = tick + 1;
    if (roleBefore === '' && !this.#canOpen(at, start)) return undefined;
    if (this.#missing.has('`')) return undefined;
    const close = this.#text.indexOf('`', start + 1);
    if (close < 0) {
      this.#missing.add('`');
      return undefined;
    }
    const after = /^(?::([A-Za-z][\w:+.-]{0,60}):|__?(?!\w))/u.exec(this.#text.slice(close + 1, close + 70));
    const next = close + 1 + (after?.[0].length ?? 0);
    const role = (roleBefore || (after?.[1] ?? '')).split(':').at(-1) ?? '';
    if (HIDDEN_ROLES.has(role)) {
      this.#copyTo(at);
      this.#at = next;
      return next;
    }
    const isLink = after !== null && after[1] === undefined;
    const inside = this.#text.slice(start, close);
    const target = /\s*<([^<>]*)>$/u.exec(inside.slice(-2000));
    const tilde = roleBefore !== '' && (inside.startsWith('~') || inside.startsWith('!')) ? 1 : 0;
    const hasTarget = target !== null && target[0].length < inside.length;
    const expansion = role === 'abbr' ? /\s*\(([^()]*)\)$/u.exec(inside.slice(-500)) : null;
    const end = close - (hasTarget ? target[0].length : (expansion?.[0].length ?? 0));
    const isLabel = LABEL_ROLES.has(role) && !hasTarget;
    const kind = isLabel ? 'code' : kindOf(role, isLink, expansion !== null);
    const value = kind === 'link' ? (hasTarget ? (target[1] ?? '') : inside) : (expansion?.[1] ?? '');
    this.#write(kind, { at, start: start + tilde, end, next }, value);
    return next;
  }

  #substitution(at: number): number | undefined {
    const found = /^\|([^|\s](?:[^|\n]{0,78}[^|\s])?)\|_{0,2}/u.exec(this.#text.slice(at, at + 84));
    if (found === null) return undefined;
    const value = this.#substitutions.get((found[1] ?? '').toLowerCase());
    if (value === undefined) return undefined;
    this.#copyTo(at);
    const next = at + found[0].length;
    this.#builder.replace(value, this.#base + at, this.#base + next);
    this.#at = next;
    return next;
  }

  #footnote(at: number): number | undefined {
    const found = /^\[(?:\d+|#[\w-]*|\*|[A-Za-z][\w.-]*)\]_/u.exec(this.#text.slice(at, at + 80));
    if (found === null) return undefined;
    this.#copyTo(at);
    this.#at = at + found[0].length;
    return this.#at;
  }

  #url(at: number): number {
    const found =
      /^https?:\/\/[^\s<>`"']+/u.exec(this.#text.slice(at, at + 2000))?.[0].replace(/[).,;:!?\]]+$/u, '') ?? 'http';
    this.#write('link', { at, start: at, end: at + found.length, next: at + found.length }, found);
    return at + found.length;
  }
}

function kindOf(role: string, isLink: boolean, isAbbreviation: boolean): MarkKind | undefined {
  if (isAbbreviation) return 'abbreviation';
  if (TERM_ROLES.has(role)) return 'term';
  if (role === 'dfn') return 'definiendum';
  if (CODE_ROLES.has(role)) return 'code';
  if (role === 'strong') return 'strong';
  if (role === 'emphasis' || role === 'title') return 'emphasis';
  if (role === 'guilabel' || role === 'menuselection' || role === 'sup' || role === 'sub') return undefined;
  // Text without a role is what its author took for code, as in Markdown.
  return isLink || role !== '' ? 'link' : 'code';
}

/** Letters that stand beside markup without a space between: kana, kanji. */
function isSpacelessLetter(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff);
}
