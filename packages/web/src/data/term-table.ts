import type { TermIndex, TermQuery } from '@genglossary/client';
import { type ConceptId, conceptId } from '@genglossary/core/domain';
import { fold } from '../search/fold.ts';
import { LetterIndex } from '../search/letter-index.ts';
import { Narrowing } from '../search/narrowing.ts';
import type { Rows } from '../ui/rows.ts';
import type { WorkbenchTerm } from './shapes.ts';

/** What of a query is answered here; whoever asks anything else waits for the server. */
const answered: ReadonlySet<string> = new Set(['text', 'decision', 'categoryId', 'isMultiWord', 'sort', 'isReversed']);

/** Names that are prepared in one go: a few milliseconds of a slow machine. */
const preparedAtOnce = 1000;

/**
 * Every term of a project at hand, so that a filter answers before the next frame. It says what a list shows of a term;
 * what the server says of it later is more, and goes first.
 */
export class TermTable {
  readonly #index: TermIndex;
  readonly #kept: ReadonlySet<number>;
  readonly #places: ReadonlyMap<string, number>;
  /** Names as they are looked for, as far as they are made; where they stand is where their terms do. */
  readonly #folded: string[] = [];
  readonly #letters = new LetterIndex();
  /** Finds where the terms stand that hold a text. */
  readonly #named: Narrowing<number>;
  readonly #rows = new Map<number, WorkbenchTerm>();
  /** As the server told them since. */
  readonly #told = new Map<string, WorkbenchTerm>();

  constructor(index: TermIndex) {
    this.#index = index;
    this.#kept = new Set(index.kept);
    this.#places = new Map(index.ids.map((id, place) => [id, place]));
    this.#named = new Narrowing(
      index.terms.map((_, place) => place),
      (place, wanted) => this.#folded[place]?.includes(wanted) === true,
      (letter) => this.#letters.placesOf(letter),
    );
  }

  /** Makes some of what looking for names needs, so that the first letter does not wait for all; whether that is done. */
  prepare(): boolean {
    this.#foldNames(this.#folded.length + preparedAtOnce);
    return this.#folded.length === this.#index.terms.length;
  }

  /** Notes what the server said of terms. */
  tell(terms: readonly WorkbenchTerm[]): void {
    for (const term of terms) this.#told.set(term.id, term);
  }

  /** The rows that a query asks for; `undefined` for a query that only the server can answer. */
  rows(list: string, query: TermQuery): Rows<WorkbenchTerm> | undefined {
    const { text = '', decision, categoryId, isMultiWord, sort = 'score', isReversed = false } = query;
    const measure = this.#measure(sort);
    if (measure === undefined || Object.keys(query).some((name) => !answered.has(name))) return undefined;
    const { terms } = this.#index;
    const asked: ((place: number) => boolean)[] = [];
    if (decision !== undefined) asked.push((place) => this.#decision(place) === decision);
    if (categoryId !== undefined) asked.push((place) => this.#category(place) === (categoryId ?? undefined));
    if (isMultiWord !== undefined) asked.push((place) => /\s/u.test(terms[place]?.trim() ?? '') === isMultiWord);
    const wanted = fold(text.trim());
    if (wanted !== '') this.#foldNames(terms.length);
    const named = this.#named.find(wanted);
    // Mostly nothing else is asked for, but that of ten thousand at a key.
    const left = asked.length === 0 ? named : named.filter((place) => asked.every((holds) => holds(place)));
    const sorted = measure === 'rank' ? left : left.toSorted((a, b) => measure(b) - measure(a) || a - b);
    const found = isReversed ? sorted.toReversed() : sorted;
    return {
      list,
      count: found.length,
      at: (index) => {
        const place = found[index];
        return place === undefined ? undefined : this.#row(place);
      },
      idOf: ({ id }) => id,
      indexOf: (id) => {
        const place = this.#places.get(id);
        return place === undefined ? -1 : found.indexOf(place);
      },
    };
  }

  /** Orders of names are told by the server alone: what comes first differs from language to language. */
  #measure(sort: NonNullable<TermQuery['sort']>): ((place: number) => number) | 'rank' | undefined {
    const { frequencies, documentFrequencies } = this.#index;
    switch (sort) {
      case 'score':
        return 'rank';
      case 'frequency':
        return (place) => frequencies[place] ?? 0;
      case 'documents':
        return (place) => documentFrequencies[place] ?? 0;
      case 'term':
      case 'decision':
        return undefined;
      default:
        sort satisfies never;
        return undefined;
    }
  }

  #foldNames(upTo: number): void {
    const { terms, forms, readings } = this.#index;
    const end = Math.min(upTo, terms.length);
    for (let place = this.#folded.length; place < end; place += 1) {
      const folded = fold(`${terms[place]}\n${readings[place] ?? ''}\n${forms[place] ?? ''}`);
      this.#folded.push(folded);
      this.#letters.add(place, folded);
    }
  }

  #decision(place: number): WorkbenchTerm['decision'] {
    const told = this.#told.get(this.#index.ids[place] ?? '');
    return told?.decision ?? this.#index.decisions[place] ?? 'cut';
  }

  #category(place: number): WorkbenchTerm['categoryId'] {
    const told = this.#told.get(this.#index.ids[place] ?? '');
    return told === undefined ? this.#index.categories[place] : told.categoryId;
  }

  #row(place: number): WorkbenchTerm | undefined {
    const { ids, terms, forms, languages, kinds, readings, entries, scores, frequencies, documentFrequencies } =
      this.#index;
    const [id, term] = [ids[place], terms[place]];
    if (id === undefined || term === undefined) return undefined;
    const known = this.#told.get(id) ?? this.#rows.get(place);
    if (known !== undefined) return known;
    const entry = entries[place];
    const reading = readings[place] ?? '';
    const others = (forms[place] ?? '').split('\n').filter((form) => form !== '');
    const category = this.#category(place);
    const row: WorkbenchTerm = {
      id: conceptId(id) satisfies ConceptId,
      key: '',
      term,
      language: languages[place] ?? '',
      kind: kinds[place] ?? 'term',
      // How often each stands the server tells with the row.
      forms: others.length === 0 ? [] : [term, ...others].map((text) => ({ text, count: 0 })),
      frequency: frequencies[place] ?? 0,
      documentFrequency: documentFrequencies[place] ?? 0,
      score: scores[place] ?? 0,
      parts: [],
      rank: place + 1,
      decision: this.#decision(place),
      isKept: this.#kept.has(place),
      isAdded: place < this.#index.added,
      ...(reading === '' ? {} : { reading }),
      ...(entry === undefined ? {} : { entry }),
      ...(category === undefined ? {} : { categoryId: category }),
    };
    this.#rows.set(place, row);
    return row;
  }
}
