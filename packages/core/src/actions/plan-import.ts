import {
  type ConceptId,
  type Designation,
  type ImportedRelation,
  type ImportReason,
  type ImportRow,
  type ImportSide,
  type LanguageTag,
} from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { ListedConcept } from '../storage/glossary-stores.ts';
import { conceptIdOfName } from '../text/concept-id.ts';
import { normalForm } from '../text/normal-form.ts';
import { checkCategoryName } from './check-category-name.ts';
import { checkStatementText, MAX_STATEMENTS } from './check-definition.ts';
import { checkDesignations, invalid } from './check-designations.ts';
import { checkNote } from './check-note.ts';
import { type ImportDraft, mergedDraft, newDraft, type Present } from './draft-import.ts';
import { versionOf } from './entry-version.ts';
import { languageOf } from './language-of.ts';
import type { ImportedEntry } from './imported-entry.ts';

/** A row as it is kept: with everything that doing it takes. */
export interface PlannedRow extends ImportRow {
  readonly imported: ImportedEntry;
  readonly language: LanguageTag;
  /** Of the entry, as it was seen. */
  readonly version?: string;
}

/** Finds the entry that a row is about: by its preferred name, by another name, by the word it was once made of. */
export class EntryIndex {
  readonly #byPreferred = new Map<string, ListedConcept>();
  readonly #byName = new Map<string, ListedConcept>();
  readonly #byId: ReadonlyMap<ConceptId, ListedConcept>;
  readonly #languages: ReadonlySet<LanguageTag>;

  constructor(listed: readonly ListedConcept[]) {
    this.#byId = new Map(listed.map((one) => [one.concept.id, one]));
    this.#languages = new Set(listed.map(({ concept }) => concept.language));
    for (const one of listed) {
      const { designations, language } = one.concept;
      for (const [index, { text }] of designations.entries()) {
        const names = index === 0 ? this.#byPreferred : this.#byName;
        const key = keyOf(text, language);
        if (!names.has(key)) names.set(key, one);
      }
    }
  }

  get(id: ConceptId): ListedConcept | undefined {
    return this.#byId.get(id);
  }

  find(term: string, language: LanguageTag, { isLanguageTold }: { readonly isLanguageTold: boolean }) {
    const others = isLanguageTold ? [] : [...this.#languages].filter((one) => one !== language);
    for (const one of [language, ...others]) {
      const found = this.#byPreferred.get(keyOf(term, one)) ?? this.#byName.get(keyOf(term, one));
      if (found !== undefined) return found;
    }
    return this.#byId.get(conceptIdOfName(term, language));
  }
}

/** What would become of each row, in the order of the file. */
export function planRows(
  entries: readonly ImportedEntry[],
  { index, language }: { readonly index: EntryIndex; readonly language: LanguageTag | undefined },
): readonly PlannedRow[] {
  const places = new Map<string, number>();
  const rows = entries.map((imported): PlannedRow => {
    const term = imported.names[0]?.text.normalize('NFC').trim() ?? '';
    const spoken = imported.language ?? language ?? languageOf(term);
    const base = { place: imported.place, term, imported, language: spoken, choices: [] };
    if (imported.unfit !== undefined) return { ...base, ...skipped(imported.unfit.reason, imported.unfit.detail) };
    if (term === '') return { ...base, ...skipped('empty-term', 'The row has no term.') };
    const found = index.find(term, spoken, { isLanguageTold: imported.language !== undefined });
    const key = found?.concept.id ?? keyOf(term, spoken);
    const before = places.get(key);
    if (before !== undefined) {
      return { ...base, ...skipped('repeated', `It is about the same entry as what stands at ${before}.`) };
    }
    places.set(key, imported.place);
    try {
      return { ...base, ...(found === undefined ? created(imported, spoken) : compared(imported, found)) };
    } catch (error) {
      if (!GlossaryError.is(error, 'entry/invalid') && !GlossaryError.is(error, 'category/invalid')) throw error;
      return { ...base, ...skipped('unusable', error.message) };
    }
  });
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  return rows.map((row) => withRelations(row, { index, byPlace }));
}

/** The row with what the file says of how its entry relates to others, where that is not there yet. */
function withRelations(
  row: PlannedRow,
  { index, byPlace }: { readonly index: EntryIndex; readonly byPlace: ReadonlyMap<number, PlannedRow> },
): PlannedRow {
  if (row.outcome === 'skipped') return row;
  const own = row.entry ?? conceptIdOfName(row.term, row.language);
  const found = index.get(own);
  const relations = (row.imported.relations ?? []).flatMap(({ kind, place }): ImportedRelation[] => {
    const other = byPlace.get(place);
    if (other === undefined || other.outcome === 'skipped') return [];
    const target = other.entry ?? conceptIdOfName(other.term, other.language);
    const isIt = (one: Pick<ImportedRelation, 'kind' | 'target'>) => one.kind === kind && one.target === target;
    const isThere = found?.concept.relations.some((one) => isIt(one) && one.state === 'accepted') ?? false;
    // What a person does not want, no file brings back.
    const isUnwanted = found?.rejected?.some(isIt) ?? false;
    return isThere || isUnwanted || target === own ? [] : [{ kind, target, term: other.term }];
  });
  if (relations.length === 0) return row;
  if (row.outcome !== 'same' || found === undefined) return { ...row, relations };
  const side = sideOf({ designations: found.concept.designations }, presentOf(found));
  const sides = { ...row, relations, mine: side, theirs: side };
  return found.edit?.locked === undefined
    ? { ...sides, outcome: 'update', choice: 'theirs', choices: ['mine', 'theirs', 'both'] }
    : { ...sides, ...LOCKED };
}

const LOCKED = {
  outcome: 'conflict',
  reason: 'locked',
  detail: 'The entry is locked.',
  choice: 'mine',
  choices: ['mine'],
} as const satisfies Partial<ImportRow>;

/** The part of an entry that an import looks at. */
export function presentOf({ concept, edit }: ListedConcept): Present {
  const { designations, language, definition, category } = concept;
  return {
    designations,
    language,
    ...(definition === undefined ? {} : { definition }),
    ...(category === undefined ? {} : { category }),
    ...(edit?.note === undefined ? {} : { note: edit.note }),
  };
}

/** A draft that can be kept. @throws `entry/invalid` */
export function checkDraft(draft: ImportDraft, language: LanguageTag): ImportDraft {
  const { statements, category, note } = draft;
  if (statements !== undefined && statements.length > MAX_STATEMENTS) {
    throw invalid(`a definition has at most ${MAX_STATEMENTS} statements`);
  }
  return {
    designations: checkDesignations(draft.designations, language),
    ...(statements === undefined
      ? {}
      : { statements: statements.map((one) => ({ ...one, text: checkStatementText(one.text) })) }),
    ...(category === undefined ? {} : { category: checkCategoryName(category) }),
    ...(note === undefined ? {} : { note: checkNote(note) ?? '' }),
  };
}

type Outcome = Omit<PlannedRow, 'place' | 'term' | 'imported' | 'language'>;

function created(imported: ImportedEntry, language: LanguageTag): Outcome {
  const draft = checkDraft(newDraft(imported), language);
  return { outcome: 'create', theirs: sideOf(draft), choice: 'theirs', choices: ['theirs', 'mine'] };
}

function compared(imported: ImportedEntry, found: ListedConcept): Outcome {
  const { concept, edit } = found;
  const present = presentOf(found);
  const theirs = checkDraft(mergedDraft(imported, present, 'theirs'), concept.language);
  const both = mergedDraft(imported, present, 'both');
  const seen = { entry: concept.id, version: versionOf(concept, edit) };
  const changesNothing =
    isSame(theirs.designations, present.designations) &&
    theirs.statements === undefined &&
    theirs.category === undefined &&
    theirs.note === undefined;
  if (changesNothing) return { ...seen, outcome: 'same', choices: [] };
  const sides = {
    ...seen,
    mine: sideOf({ designations: present.designations }, present),
    theirs: sideOf(theirs, present),
  };
  if (edit?.locked !== undefined) return { ...sides, ...LOCKED };
  const choices = ['mine', 'theirs', 'both'] as const;
  const work = replacedWork(theirs, both, found);
  return work === undefined
    ? { ...sides, outcome: 'update', choice: 'theirs', choices }
    : { ...sides, ...work, outcome: 'conflict', choice: 'mine', choices };
}

/** What a person made and `theirs` would replace. */
function replacedWork(
  theirs: ImportDraft,
  both: ImportDraft,
  { concept, edit }: ListedConcept,
): { readonly reason: ImportReason; readonly detail: string } | undefined {
  if (theirs.statements !== undefined && concept.definition?.author === 'person') {
    return { reason: 'person-wrote-definition', detail: 'A person wrote the definition.' };
  }
  if (edit?.designations !== undefined && !isSame(theirs.designations, both.designations)) {
    return { reason: 'person-chose-names', detail: 'A person chose the names.' };
  }
  if (theirs.category !== undefined && concept.category !== undefined) {
    return { reason: 'person-chose-category', detail: 'A person chose the category.' };
  }
  if (theirs.note === undefined || edit?.note === undefined) return undefined;
  return { reason: 'person-wrote-note', detail: 'A person wrote the note.' };
}

function skipped(reason: ImportReason, detail: string): Outcome {
  return { outcome: 'skipped', reason, detail, choices: [] };
}

function sideOf({ designations, statements, category, note }: ImportDraft, present?: Present): ImportSide {
  const words = (statements ?? present?.definition?.statements)?.map(({ text }) => text).join(' ');
  const [filed, noted] = [category ?? present?.category, note ?? present?.note];
  return {
    names: designations.map(({ text }) => text),
    ...(words === undefined ? {} : { definition: words }),
    ...(filed === undefined ? {} : { category: filed }),
    ...(noted === undefined ? {} : { note: noted }),
  };
}

function isSame(a: readonly Designation[], b: readonly Designation[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function keyOf(text: string, language: LanguageTag): string {
  return `${language} ${normalForm(text, language)}`;
}
