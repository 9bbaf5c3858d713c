import { defineConcepts } from '../definition/define-concepts.ts';
import type { Definable, ProseOccurrence } from '../definition/definition-source.ts';
import { findRelations, type NameProposal } from '../definition/find-relations.ts';
import {
  type BlockKind,
  type Concept,
  type Designation,
  type DocumentId,
  type Evidence,
  isExplained,
  type LanguageTag,
  type Occurrence,
  type Support,
  type Term,
} from '../domain/index.ts';
import { verifyStatement } from '../evidence/verify-evidence.ts';
import { generalLanguageOf } from '../extraction/general-language.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { conceptIdOf } from '../text/concept-id.ts';
import { BORROWS_PLURALS, normalForm } from '../text/normal-form.ts';
import type { DigestedDocument } from './artifacts.ts';
import { createReadingFinder } from './reading-finder.ts';
import { type LocatedOccurrence, locateTerms, namesOf } from './locate-terms.ts';
import { sentenceRanges } from './sentence-ranges.ts';

/** Terms to concepts: where they stand, what defines them, what else they are called, how they relate. */
export function* draftConcepts(terms: readonly Term[], digests: readonly DigestedDocument[]): Sliced<Concept[]> {
  const readingOf = createReadingFinder(digests);
  const located = yield* locateTerms(terms, digests);
  const sources = digests.map((digest) => ({ ...digest, sentences: sentenceRanges(digest.sentences) }));
  const byId = new Map(digests.map((digest) => [digest.document.id, digest]));
  const texts = new Map(digests.map(({ document }) => [document.id, document.text]));
  const definables = terms.map(
    (term, index): Definable => ({
      key: conceptIdOf(term),
      language: term.language,
      names: namesOf(term),
      occurrences: located.prose[index] ?? [],
    }),
  );
  const languages = new Map(definables.map(({ names, language }) => [names, language]));
  const verify = (statement: string, evidence: readonly Evidence[], names: readonly string[]): Support =>
    supportOf({ text: statement, language: languages.get(names) ?? 'und', names }, evidence, texts);
  const defined = yield* defineConcepts(definables, sources, { verify });
  const { relations, names } = yield* findRelations(
    terms.map((term) => ({ id: conceptIdOf(term), language: term.language, names: namesOf(term) })),
    sources,
  );
  const concepts: Concept[] = [];
  for (const [index, term] of terms.entries()) {
    yield;
    const occurrences = located.occurrences[index] ?? [];
    const id = conceptIdOf(term);
    const definition = defined.get(conceptIdOf(term));
    // A piece of longer names that hardly ever stands by itself is no entry; what a person asked for always is.
    const isUnexplained = !isExplained(definition ? { definition } : {});
    const isPiece = isUnexplained && occurrences.length * LEAST_ALONE <= term.frequency;
    const isEveryday = isUnexplained && (yield* isEverydayWord(term));
    const isTopic = definition === undefined && standsInHeadingsAlone(located.prose[index] ?? [], byId);
    if ((occurrences.length === 0 || isPiece || isEveryday || isTopic) && term.reason !== 'required') continue;
    const designations = designationsOf(withReading(term, readingOf), names.get(id) ?? []);
    concepts.push({
      id,
      language: term.language,
      designations,
      ...(definition === undefined ? {} : { definition }),
      relations: relations.get(id) ?? [],
      occurrences: designated(occurrences, term, designations),
      reason: term.reason,
      score: term.score,
      scoreParts: term.parts,
    });
  }
  return concepts;
}

/** What only headings name is what a text is about ("Onboarding handbook"), and nobody speaks of it. */
function standsInHeadingsAlone(
  uses: readonly ProseOccurrence[],
  sources: ReadonlyMap<DocumentId, DigestedDocument>,
): boolean {
  return uses.every(({ documentId, start, end }) => {
    const blocks = sources.get(documentId)?.prose.blocks ?? [];
    return blocks.some((block) => HEADINGS.has(block.kind) && block.start <= start && end <= block.end);
  });
}

const HEADINGS: ReadonlySet<BlockKind> = new Set<BlockKind>(['title', 'heading']);

/** One use in so many has to be outside of the longer names that are entries. */
const LEAST_ALONE = 5;

/**
 * A common noun that everybody uses ("name", "file") is a term where the documents say what it means in them. What is
 * written with a capital is a name, however common the word.
 */
function* isEverydayWord({ term, language }: Term): Sliced<boolean> {
  if (!/^\p{Ll}+$/u.test(term)) return false;
  const general = yield* generalLanguageOf(language);
  return general.isGraded && general.zipf(term) >= EVERYDAY;
}

/** Zipf value of the most common words of a language. */
const EVERYDAY = 5;

function withReading(term: Term, readingOf: (text: string) => string | undefined): Term {
  // What an author writes beside the word goes before the dictionary's reading, which extraction knows alone.
  const reading = (term.language === 'ja' ? readingOf(term.term) : undefined) ?? term.reading;
  return reading === undefined ? term : { ...term, reading };
}

/** Whether a statement stands on its evidence, in these texts. */
export function supportOf(
  statement: { readonly text: string; readonly language: LanguageTag; readonly names: readonly string[] },
  evidence: readonly Evidence[],
  texts: ReadonlyMap<DocumentId, string>,
): Support {
  const passages = evidence.map(({ documentId, quote, range }) => ({
    quote,
    range,
    text: texts.get(documentId) ?? '',
  }));
  return verifyStatement(statement, passages).support;
}

/** The preferred name, then other names that the documents give; mere spellings of one name are found but not listed. */
function designationsOf(
  term: Term,
  proposals: readonly Pick<NameProposal, 'text' | 'form' | 'status'>[],
): Designation[] {
  const preferred: Designation = {
    text: term.term,
    kind: term.kind,
    status: 'preferred',
    form: 'full',
    ...(term.reading === undefined ? {} : { reading: term.reading }),
  };
  const known = new Set([spellingOf(term.term, term.language)]);
  const told = new Map(proposals.map((proposal) => [spellingOf(proposal.text, term.language), proposal]));
  const folded = term.forms.map(({ text }) => ({ text, form: formBeside(text, term.term) }));
  const others = [...folded, ...proposals].flatMap(({ text, form }): Designation[] => {
    const key = spellingOf(text, term.language);
    if (known.has(key) || [...known].some((one) => isGluedTo(key, one))) return [];
    known.add(key);
    const { status = 'admitted', form: stated = form } = told.get(key) ?? {};
    return [{ text, kind: term.kind, status, form: stated }];
  });
  return [preferred, ...others];
}

/** Which designation each occurrence is of: the one that its name is a mere spelling of. */
export function designated(
  occurrences: readonly LocatedOccurrence[],
  term: Term,
  designations: readonly Designation[],
): readonly Occurrence[] {
  const places = new Map(designations.map(({ text }, index) => [spellingOf(text, term.language), index]));
  const byName = namesOf(term).map((name) => places.get(spellingOf(name, term.language)) ?? 0);
  return occurrences.map(({ documentId, range, name }) => ({ documentId, range, designation: byName[name] ?? 0 }));
}

/** What names that are mere spellings of each other have in common. English words have plurals in Japanese texts, too. */
function spellingOf(name: string, language: LanguageTag): string {
  return normalForm(name, BORROWS_PLURALS.has(language) ? 'en' : language);
}

/** What one name of a term is to another: short forms are written with capitals and without spaces. */
function formBeside(text: string, preferred: string): Designation['form'] {
  if (joined(text) === joined(preferred)) return 'variant';
  if (text.length < preferred.length) return SHORT_FORM.test(text) ? 'abbreviation' : 'variant';
  return SHORT_FORM.test(preferred) ? 'full' : 'variant';
}

/** Where markup was torn out, a word may stick to the beginning of a name. */
function isGluedTo(key: string, name: string): boolean {
  return name.includes(' ') && key.endsWith(name) && /[\p{L}\p{N}]$/u.test(key.slice(0, -name.length));
}

function joined(name: string): string {
  return normalForm(name, 'en').replaceAll(' ', '').replace(/s$/u, '');
}

const SHORT_FORM = /^\S*\p{Lu}\S*$/u;
