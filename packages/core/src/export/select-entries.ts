import { type Concept, type EntryState, entryStateOf, type Glossary } from '../domain/index.ts';
import { foldText } from '../text/normal-form.ts';

/** By name, as people look things up; the most used first; the surest definition first. */
export const entryOrders = ['name', 'occurrences', 'confidence'] as const;
export type EntryOrder = (typeof entryOrders)[number];

/** Which entries leave the product, and in which order; what is not told leaves none out. */
export interface EntrySelection {
  readonly states?: readonly EntryState[];
  /** Names of categories, in any case or width; `null` stands for entries that are in none. */
  readonly categories?: readonly (string | null)[];
  /** 0–1, of the definition: an entry that has none goes only with 0. */
  readonly minimumConfidence?: number;
  /** Only entries whose definition rests on a passage of the documents, or only the others. */
  readonly evidence?: 'with' | 'without';
  /** Equal entries stay in the order of names. Default `name`. */
  readonly order?: EntryOrder;
}

/**
 * A glossary of those entries alone: relations and issues name no entry that was left behind. The documents stay, since
 * they say what the glossary was made from.
 */
export function selectEntries(glossary: Glossary, selection: EntrySelection): Glossary {
  const categories = selection.categories && new Set(selection.categories.map(categoryKey));
  const concepts = ordered(
    glossary.concepts.filter(
      (concept) => isSelected(concept, selection) && categories?.has(categoryKey(concept.category ?? null)) !== false,
    ),
    selection.order,
  );
  if (concepts.length === glossary.concepts.length) return { ...glossary, concepts };
  const kept = new Set(concepts.map(({ id }) => id));
  return {
    ...glossary,
    concepts: concepts.map((concept) => {
      return { ...concept, relations: concept.relations.filter(({ target }) => kept.has(target)) };
    }),
    issues: glossary.issues.flatMap((issue) =>
      kept.has(issue.conceptId) ? [{ ...issue, others: issue.others.filter((other) => kept.has(other)) }] : [],
    ),
  };
}

function isSelected(
  { definition }: Concept,
  { states, minimumConfidence = 0, evidence }: Pick<EntrySelection, 'states' | 'minimumConfidence' | 'evidence'>,
): boolean {
  if (states !== undefined && !states.includes(entryStateOf(definition))) return false;
  if (minimumConfidence > (definition?.confidence ?? 0)) return false;
  const rests = definition?.statements.some((statement) => statement.evidence.length > 0) ?? false;
  return evidence === undefined || (evidence === 'with') === rests;
}

/** The same for all that are one name of a category; `null` for none. */
export function categoryKey(name: string | null): string | null {
  return name === null ? null : foldText(name.trim());
}

function ordered(concepts: readonly Concept[], order: EntryOrder = 'name'): readonly Concept[] {
  switch (order) {
    case 'name':
      return concepts;
    case 'occurrences':
      return concepts.toSorted((one, other) => other.occurrences.length - one.occurrences.length);
    case 'confidence':
      return concepts.toSorted((one, other) => sureness(other) - sureness(one));
    default:
      return order satisfies never;
  }
}

/** An entry without a definition stands behind every one that has one. */
function sureness({ definition }: Concept): number {
  return definition?.confidence ?? -1;
}
