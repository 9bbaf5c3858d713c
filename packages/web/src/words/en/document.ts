import { number, plural } from './numbers.ts';

export const document = {
  switchTo: 'Other document',
  all: 'All documents',
  highlights: 'Highlights',
  source: 'Source',
  vertical: 'Vertical',
  hit: (at: number, of: number) =>
    of === 0 ? 'No entries here' : at === 0 ? plural(of, 'highlight') : `${number(at)} of ${number(of)}`,
  placesOf: (term: string) => `Places of “${term}”`,
  nextHit: 'Next highlight',
  previousHit: 'Previous highlight',
  states: { defined: 'Defined', candidate: 'Used, not explained', forbidden: 'Not to be used', required: 'Required' },
  openEntry: 'Open the entry',
  require: 'Require as a term',
  exclude: 'Never a term',
  alias: 'Another name of…',
  forbid: 'Not to be used for…',
  required: (term: string) => `“${term}” will be in the glossary with the next run`,
  excluded: (term: string) => `“${term}” will be left out from the next run on`,
  clause: 'That is more than a name. Select the name alone to require or exclude it.',
  selection: (text: string) => `Selected: ${text}`,
  addSelection: 'Add the selected words',
};
