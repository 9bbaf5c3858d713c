import type { CategoryId, DefinitionState, EntryState, EntrySummary } from '../domain/index.ts';
import { foldText } from '../text/normal-form.ts';
import type { PageRequest } from './page.ts';

/** Which entries to list; what is not told does not matter. */
export interface EntryFilter {
  /** In a name or the definition, whatever its case, width or kana. */
  readonly text?: string;
  /** The heading: `EntrySummary.letter`. */
  readonly letter?: string;
  readonly state?: EntryState;
  readonly definitionState?: DefinitionState;
  readonly hasIssue?: boolean;
  /** Any words at all, also such that only show it in use. */
  readonly hasDefinition?: boolean;
  readonly isLocked?: boolean;
  readonly isEdited?: boolean;
  readonly hasNote?: boolean;
  /** In a category, or in none (`null`). */
  readonly categoryId?: CategoryId | null;
  /** 0–1, of the definition; those without one have none. */
  readonly minConfidence?: number;
  readonly maxConfidence?: number;
}

export interface EntryQuery extends EntryFilter, PageRequest {
  /** As people read them unless told; the others largest first. By score, what people added, which has none, comes first. */
  readonly sort?: 'reading' | 'score' | 'frequency' | 'documents' | 'confidence' | 'issues';
  readonly isReversed?: boolean;
}

/** The entries that a query asks for, in its order. Takes them in reading order. */
export function chooseEntries(entries: readonly EntrySummary[], query: EntryQuery): readonly EntrySummary[] {
  const wanted = query.text === undefined ? '' : searchable(query.text).trim();
  const chosen = entries.filter(
    (entry) =>
      is(query.letter, entry.letter) &&
      is(query.state, entry.state) &&
      is(query.definitionState, entry.definitionState) &&
      is(query.hasIssue, entry.openIssues > 0) &&
      is(query.hasDefinition, entry.state !== 'unexplained') &&
      is(query.isLocked, entry.isLocked) &&
      is(query.isEdited, entry.isEdited) &&
      is(query.hasNote, entry.note !== undefined) &&
      (query.categoryId === undefined || entry.categoryId === (query.categoryId ?? undefined)) &&
      (entry.confidence ?? 0) >= (query.minConfidence ?? 0) &&
      (entry.confidence ?? 0) <= (query.maxConfidence ?? 1) &&
      (wanted === '' || hasText(entry, wanted)),
  );
  const measure = measures[query.sort ?? 'reading'];
  const sorted = measure === undefined ? chosen : chosen.toSorted((a, b) => measure(b) - measure(a));
  return query.isReversed === true ? sorted.toReversed() : sorted;
}

function is<T>(wanted: T | undefined, value: T): boolean {
  return wanted === undefined || wanted === value;
}

function hasText(entry: EntrySummary, wanted: string): boolean {
  const texts = [entry.term, entry.reading ?? '', ...entry.names, entry.definition ?? '', entry.note ?? ''];
  return texts.some((text) => searchable(text).includes(wanted));
}

/** Case, width and kana make no difference to who looks for something. */
export function searchable(text: string): string {
  return foldText(text).replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

const measures: Readonly<Record<NonNullable<EntryQuery['sort']>, ((entry: EntrySummary) => number) | undefined>> = {
  reading: undefined,
  score: ({ score, isScored }) => (isScored ? score : Number.POSITIVE_INFINITY),
  frequency: ({ occurrences }) => occurrences,
  documents: ({ documents }) => documents,
  confidence: ({ confidence }) => confidence ?? -1,
  issues: ({ openIssues }) => openIssues,
};
