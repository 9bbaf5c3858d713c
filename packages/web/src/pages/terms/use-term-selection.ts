import type { TermQuery } from '@genglossary/client';
import type { ConceptId } from '@genglossary/core/domain';
import { useState } from 'react';
import type { WorkbenchTerm } from '../../data/shapes.ts';
import type { Rows } from '../../ui/rows.ts';
import {
  chosenBeside,
  everythingSelected,
  isSelected,
  nothingSelected,
  type Selection,
  selectedCount,
  toggled,
  withRows,
} from '../../ui/selection.ts';
import type { CurrentRow } from '../../ui/use-current-row.ts';
import type { ChosenTerms } from './use-decisions.ts';

/** The terms that are chosen, by mouse, by keys or all that a filter finds; where none are, the one in hand stands for them. */
export function useTermSelection({
  rows,
  inHand: { index, row: current, move },
  filter,
}: {
  readonly rows: Rows<WorkbenchTerm>;
  readonly inHand: CurrentRow<WorkbenchTerm>;
  /** What finds the rows. */
  readonly filter: TermQuery;
}) {
  const [selection, setSelection] = useState<Selection<WorkbenchTerm>>(nothingSelected);
  const count = selectedCount(selection, rows.count);
  const clear = () => setSelection(nothingSelected);

  const chosen = (): ChosenTerms => {
    if (selection.kind === 'all') {
      return { choice: { filter, except: [...selection.except] as ConceptId[] }, count, terms: [] };
    }
    const terms = [...selection.rows.values()];
    return { choice: { ids: terms.map(({ id }) => id) }, count, terms };
  };
  const selectTo = (to: number) => {
    const [first, last] = [Math.min(index, to), Math.max(index, to)];
    const range = Array.from({ length: last - first + 1 }, (_, at) => rows.at(first + at));
    const there = range.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const]));
    setSelection(withRows(selection, there));
  };
  return {
    count,
    isSelected: count > 0 ? ({ id }: WorkbenchTerm) => isSelected(selection, id) : undefined,
    /** The rows themselves; `undefined` where all are chosen, which nobody has on screen. */
    rows: selection.kind === 'all' ? undefined : count > 0 ? [...selection.rows.values()] : current ? [current] : [],
    clear,
    all: () => setSelection(everythingSelected),
    /** Does something to what is chosen, else to the row in hand; then the next row is at hand. */
    act: (does: (chosen: ChosenTerms) => void) => {
      if (count > 0) {
        does(chosen());
        clear();
      } else if (current !== undefined) {
        does({ choice: { ids: [current.id] }, count: 1, terms: [current] });
        move(1);
      }
    },
    /** The row in hand. */
    toggle: () => {
      if (current !== undefined) setSelection(toggled(selection, current.id, current));
    },
    /** The row in hand and the one beside it, and goes there. */
    extend: (by: 1 | -1) => {
      selectTo(index + by);
      move(by);
    },
    /** As pointers do: one more, or all from the row in hand to there. */
    pick: (to: number, { range }: { readonly range: boolean }) => {
      const row = rows.at(to);
      if (range) selectTo(to);
      else if (row !== undefined) setSelection(chosenBeside(selection, row, current));
    },
  };
}
