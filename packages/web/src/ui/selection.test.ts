import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chosenBeside,
  everythingSelected,
  isSelected,
  nothingSelected,
  type Selection,
  selectedCount,
  toggled,
  withRows,
} from './selection.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const id = fc.constantFrom(...ids);
const steps = fc.array(fc.tuple(fc.constantFrom('toggle', 'add'), id), { maxLength: 12 });
const start = fc.constantFrom<Selection<string>>(nothingSelected, everythingSelected);

const row = (name: string) => ({ id: name });
const chosen = (selection: Selection<{ readonly id: string }>) => ids.filter((one) => isSelected(selection, one));

describe('what is chosen of a list', () => {
  it('is the row in hand and the one that is chosen beside it, as long as nothing is chosen yet', () => {
    const [a, b, c] = [row('a'), row('b'), row('c')];
    const both = chosenBeside(nothingSelected, b, a);
    expect(chosen(both)).toEqual(['a', 'b']);
    expect(chosen(chosenBeside(both, a, a))).toEqual(['b']);
    expect(chosen(chosenBeside(chosenBeside(both, a, a), c, a))).toEqual(['b', 'c']);
    expect(chosen(chosenBeside(nothingSelected, a, a))).toEqual(['a']);
    expect(chosen(chosenBeside(everythingSelected, b, a))).toEqual(['a', 'c', 'd', 'e']);
  });

  it('is what a plain set would hold, whether it began with nothing or with everything', () => {
    fc.assert(
      fc.property(start, steps, (first, todo) => {
        const plain = new Set(first.kind === 'all' ? ids : []);
        let selection = first;
        for (const [step, one] of todo) {
          if (step === 'toggle') {
            selection = toggled(selection, one, one);
            if (!plain.delete(one)) plain.add(one);
          } else {
            selection = withRows(selection, [[one, one]]);
            plain.add(one);
          }
        }
        expect(ids.filter((one) => isSelected(selection, one))).toEqual(ids.filter((one) => plain.has(one)));
        expect(selectedCount(selection, ids.length)).toBe(plain.size);
      }),
    );
  });
});
