import type { Category, ImportChoice } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { summaryOf } from './entry-summary.ts';
import { versionOf } from './entry-version.ts';
import type { EntryIndex, PlannedRow } from './plan-import.ts';

/** What somebody chose; what they did not choose is done as the plan says. */
export interface ImportDecisions {
  /** For all conflicts. */
  readonly conflicts?: ImportChoice;
  /** For all updates. */
  readonly updates?: ImportChoice;
  /** For single rows, by their `place`. */
  readonly rows?: readonly { readonly place: number; readonly choice: ImportChoice }[];
}

export interface ChosenRow {
  readonly row: PlannedRow;
  readonly choice: ImportChoice;
}

/** The rows that write something. */
export function chosenRows(
  rows: readonly PlannedRow[],
  { conflicts, updates, rows: single = [] }: ImportDecisions,
): readonly ChosenRow[] {
  const byPlace = new Map(single.map(({ place, choice }) => [place, choice]));
  return rows.flatMap((row) => {
    const forAll = row.outcome === 'conflict' ? conflicts : row.outcome === 'update' ? updates : undefined;
    const wanted = byPlace.get(row.place) ?? forAll;
    const choice = wanted !== undefined && row.choices.includes(wanted) ? wanted : row.choice;
    return choice === undefined || choice === 'mine' ? [] : [{ row, choice }];
  });
}

/** What is written is what was looked at, or nothing is. @throws `import/conflict` */
export function refuseChanged(
  chosen: readonly ChosenRow[],
  {
    index,
    plan,
    categories,
  }: { readonly index: EntryIndex; readonly plan: string; readonly categories: readonly Category[] },
): void {
  const current = chosen.flatMap(({ row }) => {
    const { place, term, language, imported, entry, version, mine } = row;
    const found =
      entry === undefined
        ? index.find(term, language, { isLanguageTold: imported.language !== undefined })
        : index.get(entry);
    const isAsSeen =
      entry === undefined
        ? found === undefined
        : found !== undefined &&
          versionOf(found.concept, found.edit) === version &&
          found.concept.category === mine?.category;
    return isAsSeen
      ? []
      : [{ place, term, entry: found === undefined ? null : summaryOf(found, { openIssues: 0, categories }) }];
  });
  if (current.length === 0) return;
  throw new GlossaryError('import/conflict', `${current.length} entries were changed since the import was planned.`, {
    details: { plan, current },
  });
}
