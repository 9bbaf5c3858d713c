const ADMONITIONS: ReadonlySet<string> = new Set([
  'abstract',
  'admonition',
  'attention',
  'bug',
  'caution',
  'danger',
  'error',
  'example',
  'failure',
  'hint',
  'important',
  'info',
  'note',
  'question',
  'quote',
  'seealso',
  'success',
  'summary',
  'tip',
  'todo',
  'warning',
]); // prettier-ignore

/** Whether the name of a directive is that of a note beside the text. */
export function isAdmonition(name: string): boolean {
  return ADMONITIONS.has(name.toLowerCase());
}

export interface VisibleWords {
  readonly start: number;
  readonly end: number;
  /** Whether the directive says that its words are a term of a glossary. */
  readonly isTerm: boolean;
}

/** Attributes whose values a site shows to its readers. */
const VISIBLE = /[\s{[(](text|title|caption|label|summary|heading)\s*=\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)/giu;
const TERM_NAME = /^\W*\/?\w*(?:gloss|tooltip|term)/iu;

/**
 * The words of a directive or shortcode that its reader sees: the value of an attribute such as `text` or `title`, a
 * bracketed label (`:::note[Title]`), or what stands after the name of an admonition (`:::note Title`,
 * `!!! note "Title"`). `undefined` where there are none.
 */
export function visibleWords(text: string, from: number, to: number): VisibleWords | undefined {
  const source = text.slice(from, Math.min(to, from + 2000));
  const isTerm = TERM_NAME.test(source);
  for (const found of source.matchAll(VISIBLE)) {
    const value = found[2] ?? found[3] ?? found[4] ?? '';
    if (value.trim() === '') continue;
    const end = from + found.index + found[0].length - 1;
    return { start: end - value.length, end, isTerm };
  }
  if (source.startsWith('{')) return undefined;
  const label = /^:::+\s*[\w-]+\[([^\]]+)\]/u.exec(source) ?? /^(?:!!!|\?\?\?\+?|===[!+]?)[^"]*"([^"]+)"/u.exec(source);
  if (label !== null) {
    const end = from + label[0].length - 1;
    return { start: end - (label[1] ?? '').length, end, isTerm: false };
  }
  const rest = /^:::+\s*([\w-]+)[ \t]+([^{\s].*)$/u.exec(source);
  if (rest === null || !isAdmonition(rest[1] ?? '')) return undefined;
  const end = from + rest[0].length;
  return { start: end - (rest[2] ?? '').length, end, isTerm: false };
}
