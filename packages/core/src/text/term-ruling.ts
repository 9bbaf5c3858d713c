import type { TermRule, TermLists } from '../domain/index.ts';
import { namesIn } from '../text/names-in.ts';
import { normalForm } from '../text/normal-form.ts';

/** What the lists of a project say about a term. */
export type Ruling = 'required' | 'excluded' | 'open';

/** Tells for any term, by all its forms, what the lists say; a term that both name is required. */
export function createRuling(lists: TermLists): (language: string, forms: readonly string[]) => Ruling {
  const ruling = createKeyRuling(lists);
  return (language, forms) => ruling(language, [...new Set(forms.map((form) => normalForm(form, language)))]);
}

/** As `createRuling`, for forms in their normal form: who asks about the same terms often normalises them once. */
export function createKeyRuling({
  required,
  excluded,
}: TermLists): (language: string, keys: readonly string[]) => Ruling {
  const isRequired = createMatcher(required.flatMap(namedRules));
  const isExcluded = createMatcher(excluded);
  return (language, keys) => {
    if (keys.some((key) => isRequired(key, language))) return 'required';
    return keys.some((key) => isExcluded(key, language)) ? 'excluded' : 'open';
  };
}

/** Who requires "Tide Table Office (TTO)" requires it under each of these names. */
function namedRules(rule: TermRule): TermRule[] {
  return namesIn(rule.pattern.trim()).map((pattern) => ({ ...rule, pattern }));
}

/** Terms that a list names in full, without wildcards: they can be in the glossary even if no text has them. */
export function plainTerms(rules: readonly TermRule[]): readonly string[] {
  return rules.map((rule) => rule.pattern.trim()).filter((pattern) => pattern !== '' && !hasWildcard(pattern));
}

function hasWildcard(pattern: string): boolean {
  return /[*?]/u.test(pattern);
}

function createMatcher(rules: readonly TermRule[]): (key: string, language: string) => boolean {
  const plain = plainTerms(rules);
  const patterns = rules.map((rule) => rule.pattern.trim()).filter((pattern) => pattern !== '' && hasWildcard(pattern));
  const byLanguage = new Map<string, { keys: ReadonlySet<string>; patterns: readonly string[] }>();
  return (key, language) => {
    let folded = byLanguage.get(language);
    if (folded === undefined) {
      folded = {
        keys: new Set(plain.map((term) => normalForm(term, language))),
        patterns: patterns.map((pattern) => foldPattern(pattern, language)),
      };
      byLanguage.set(language, folded);
    }
    return folded.keys.has(key) || folded.patterns.some((pattern) => matches(pattern, key));
  };
}

/** Folds what stands between the wildcards; only the last piece can have an ending to fold. */
function foldPattern(pattern: string, language: string): string {
  const pieces = pattern.split(/([*?])/u);
  return pieces
    .map((piece, index) => {
      if (piece === '*' || piece === '?' || piece === '') return piece;
      const folded = normalForm(piece, index === pieces.length - 1 ? language : 'und');
      return `${/^[-_\s]/u.test(piece) ? ' ' : ''}${folded}${/[-_\s]$/u.test(piece) ? ' ' : ''}`;
    })
    .join('');
}

/** Wildcard match by going back to the last star only: at worst pattern times text, never exponential. */
function matches(pattern: string, text: string): boolean {
  let at = 0;
  let index = 0;
  let star = -1;
  let resume = 0;
  while (index < text.length) {
    if (pattern[at] === '*') {
      star = at;
      resume = index;
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[index])) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      index = resume;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
