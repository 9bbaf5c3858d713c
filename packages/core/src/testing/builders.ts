import { strict as assert } from 'node:assert';
import { documentIdOf } from '../documents/document-id.ts';
import {
  type Candidate,
  type Concept,
  type Definition,
  type Designation,
  type Evidence,
  type Glossary,
  type GlossaryDocument,
  type Issue,
  issueId,
  type Occurrence,
} from '../domain/index.ts';
import { conceptIdOf } from '../text/concept-id.ts';
import { contentHash, stableId } from '../text/content-hash.ts';
import { lineStarts } from '../text/line-index.ts';

/** Texts and what a test may ask of them: real offsets, so that evidence built in tests is true evidence. */
export interface Corpus {
  readonly documents: readonly GlossaryDocument[];
  /** The first place of a quotation in a document. */
  readonly evidence: (name: string, quote: string) => Evidence;
  /** All places of the given names in all documents; the index of the name is the designation. */
  readonly occurrences: (...names: readonly string[]) => readonly Occurrence[];
}

export function buildCorpus(texts: Readonly<Record<string, string>>): Corpus {
  const names = Object.keys(texts).toSorted();
  return {
    documents: names.map((name) => buildDocument(name, texts[name] ?? '')),
    evidence: (name, quote) => {
      const start = texts[name]?.indexOf(quote) ?? -1;
      assert(start >= 0, `${name} does not hold "${quote}".`);
      return { documentId: documentIdOf(name), range: { start, end: start + quote.length }, quote };
    },
    occurrences: (...terms) =>
      names.flatMap((name) =>
        terms
          .flatMap((term, designation) => {
            return placesOf(term, texts[name] ?? '').map((start) => {
              return { documentId: documentIdOf(name), range: { start, end: start + term.length }, designation };
            });
          })
          .toSorted((one, other) => one.range.start - other.range.start),
      ),
  };
}

export function buildDocument(name: string, text: string): GlossaryDocument {
  return {
    id: documentIdOf(name),
    name,
    format: name.endsWith('.md') ? 'markdown' : 'text',
    encoding: 'utf-8',
    language: /[\p{scx=Hiragana}\p{scx=Katakana}]/u.test(text) ? 'ja' : 'en',
    contentHash: contentHash(text),
    lineStarts: lineStarts(text),
  };
}

/** A concept named `term`, never explained and never used unless the overrides say otherwise. */
export function buildConcept(term: string, overrides: Partial<Concept> = {}): Concept {
  const language = overrides.language ?? 'en';
  return {
    id: conceptIdOf({ language, key: term }),
    language,
    designations: [buildDesignation(term)],
    relations: [],
    occurrences: [],
    reason: 'score',
    score: 1,
    scoreParts: [{ name: 'frequency', value: 1 }],
    ...overrides,
  };
}

/** The preferred full designation unless the overrides say otherwise. */
export function buildCandidate(
  term: string,
  { forms = [term], ...rest }: Partial<Omit<Candidate, 'forms'>> & { readonly forms?: readonly string[] } = {},
): Candidate {
  return {
    key: term,
    language: 'en',
    term,
    kind: 'term',
    forms: forms.map((text) => ({ text, count: 1 })),
    frequency: 1,
    documentFrequency: 1,
    score: 0,
    parts: [{ name: 'frequency', value: rest.score ?? 0 }],
    ...rest,
  };
}

export function buildDesignation(text: string, overrides: Partial<Designation> = {}): Designation {
  return { text, kind: 'term', status: 'preferred', form: 'full', ...overrides };
}

/** One supported statement on the given evidence; without a text, the evidence itself is the statement. */
export function buildDefinition(
  evidence: readonly Evidence[],
  overrides: Partial<Definition> & { readonly text?: string } = {},
): Definition {
  const { text = evidence[0]?.quote ?? '', ...rest } = overrides;
  return {
    state: 'drafted',
    author: 'built-in',
    statements: [{ text, role: 'definition', support: 'supported', evidence }],
    confidence: 0.8,
    revision: 1,
    ...rest,
  };
}

export function buildIssue(concept: Concept, overrides: Partial<Issue> = {}): Issue {
  const rule = overrides.rule ?? 'too-long';
  return {
    id: issueId(stableId('issue', concept.id, rule)),
    conceptId: concept.id,
    kind: 'form',
    rule,
    message: 'The definition is longer than one sentence.',
    quote: '',
    others: [],
    state: 'open',
    ...overrides,
  };
}

export function buildGlossary(overrides: Partial<Glossary> = {}): Glossary {
  return { title: 'Glossary', documents: [], concepts: [], issues: [], ...overrides };
}

function placesOf(term: string, text: string): number[] {
  const [folded, wanted] = [text.toLowerCase(), term.toLowerCase()];
  const places: number[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}
