import { ScriptKind, scriptKindOf } from '../text/script-kind.ts';

/** What stands around a name within a longer one. */
export interface NameContext {
  readonly before: string;
  readonly after: string;
}

export interface NamePatternOptions {
  /** As in `NameMatching`. */
  readonly boundary?: 'whole' | 'part' | undefined;
  /** Longer names that hold this one: within them it is not found. */
  readonly within?: readonly NameContext[];
}

/**
 * Letters, digits and marks of scripts that part words; written out, because the programs that read patterns
 * (JavaScript with and without `u`, .NET and its kin) agree neither on `\w` nor on `\b` nor on `\p{…}`.
 */
const WORD = '0-9A-Za-z_\\u00c0-\\u0dff\\u1e00-\\u1fff';
const KATAKANA = '\\u30a1-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff\\uff66-\\uff9f';
const HAN = '\\u3005-\\u3007\\u3400-\\u9fff\\uf900-\\ufaff';
const HANGUL = '\\uac00-\\ud7a3';

/**
 * A regular expression for a name in running text, in what JavaScript, .NET and their kin have in common. Where words
 * start and end is as `createOccurrenceFinder` says; white space in it is any white space, so also a line break.
 */
export function namePattern(name: string, { boundary, within = [] }: NamePatternOptions = {}): string {
  const own = escapePattern(name);
  const [first, last] = [name.charCodeAt(0), name.charCodeAt(name.length - 1)].map(scriptKindOf);
  const isSingle = name.length === 1;
  const before = boundary === 'part' ? '' : touching(first, { boundary, isSingle });
  // Particles follow a Korean noun without a space.
  const after = boundary === 'part' || last === ScriptKind.hangul ? '' : touching(last, { boundary, isSingle });
  // Where the rules of words keep it from being found anyway, nothing more is said.
  const held = within.filter((context) => {
    const isParted = before === '' || !new RegExp(`[${before}]$`, 'u').test(context.before);
    return isParted && (after === '' || !new RegExp(`^[${after}]`, 'u').test(context.after));
  });
  return [...notBeside(before, '<'), ...notWithin(own, held), own, ...notBeside(after)].join('');
}

function notBeside(writing: string, behind: '<' | '' = ''): readonly string[] {
  return writing === '' ? [] : [`(?${behind}![${writing}])`];
}

/** What makes a longer word of a name that begins or ends with writing of a kind. */
function touching(
  kind: number = ScriptKind.other,
  { boundary, isSingle }: { readonly boundary: 'whole' | undefined; readonly isSingle: boolean },
): string {
  if (kind === ScriptKind.word) return WORD;
  if (kind === ScriptKind.hangul) return HANGUL;
  if (kind !== ScriptKind.katakana && kind !== ScriptKind.han) return '';
  if (boundary === 'whole') return KATAKANA + HAN;
  if (kind === ScriptKind.katakana) return KATAKANA;
  return isSingle ? HAN : '';
}

/** Contexts that begin alike share a group: a common word stands in thousands of names. */
function notWithin(own: string, within: readonly NameContext[]): readonly string[] {
  const groups = Map.groupBy(within, ({ before, after }) => {
    const start = before === '' ? '' : `(?<=${notBeside(wordAt(before, 0), '<').join('')}${escapePattern(before)})`;
    return JSON.stringify([start, notBeside(wordAt(after, after.length - 1)).join('')]);
  });
  return [...groups]
    .map(([key, contexts]) => {
      const [start = '', end = ''] = JSON.parse(key) as readonly string[];
      const afters = [...new Set(contexts.map(({ after }) => escapePattern(after)))].toSorted();
      const after = afters.length > 1 ? `(?:${afters.join('|')})` : (afters[0] ?? '');
      return `(?!${start}${own}${after}${end})`;
    })
    .toSorted();
}

function wordAt(text: string, index: number): string {
  return text !== '' && scriptKindOf(text.charCodeAt(index)) === ScriptKind.word ? WORD : '';
}

/** Only what has a meaning is escaped: a needless escape is an error where a pattern is read with `u`. */
function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/\s+/gu, '\\s+');
}
