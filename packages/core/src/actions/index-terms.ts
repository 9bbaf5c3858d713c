import type { TermIndex, WorkbenchTerm } from '../domain/index.ts';

/** Terms in columns, in their order. */
export function indexTerms(terms: readonly WorkbenchTerm[]): TermIndex {
  return {
    ids: terms.map(({ id }) => id),
    terms: terms.map(({ term }) => term),
    forms: terms.map(({ term, forms }) => forms.flatMap(({ text }) => (text === term ? [] : [text])).join('\n')),
    readings: terms.map(({ reading = '' }) => reading),
    languages: terms.map(({ language }) => language),
    kinds: terms.map(({ kind }) => kind),
    frequencies: terms.map(({ frequency }) => frequency),
    documentFrequencies: terms.map(({ documentFrequency }) => documentFrequency),
    scores: terms.map(({ score }) => score),
    decisions: terms.map(({ decision }) => decision),
    kept: terms.flatMap(({ isKept }, place) => (isKept ? [place] : [])),
    added: terms.filter(({ isAdded }) => isAdded).length,
    entries: Object.fromEntries(terms.flatMap(({ entry }, place) => (entry === undefined ? [] : [[place, entry]]))),
    categories: Object.fromEntries(
      terms.flatMap(({ categoryId }, place) => (categoryId === undefined ? [] : [[place, categoryId]])),
    ),
  };
}
