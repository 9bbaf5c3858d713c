import type { RelationKind } from '@genglossary/core/domain';
import { number, plural } from './numbers.ts';

export const insights = {
  title: 'Insights',
  empty: 'Nothing to count yet',
  confidence: 'How sure the definitions are',
  confidenceFinding: (sure: number, all: number) =>
    `${number(sure)} of ${plural(all, 'definition')} ${sure === 1 ? 'is' : 'are'} sure by 70% or more`,
  coverage: 'Coverage',
  coverageFinding: (share: string) => `${share} of all mentions of terms have a definition`,
  coverageDetail: 'A mention is a place where an entry stands in a document.',
  openFinding: (name: string) => `Most is left to define in ${name}`,
  openDetail: 'Mentions without a definition, by document.',
  openOf: (open: number, all: number) => `${number(open)} of ${number(all)}`,
  frequencyFinding: (term: string, count: number) => `“${term}” is used most, ${plural(count, 'time')}`,
  spread: (count: number, documents: number) => `${number(count)} in ${plural(documents, 'document')}`,
  runsFinding: (runs: number, calls: number, cost: string) =>
    `The last ${runs === 1 ? 'run' : plural(runs, 'run')} asked ${calls === 0 ? 'no language model' : `${plural(calls, 'question')} for ${cost}`}`,
  graph: 'Related entries',
  graphFinding: (term: string, count: number) => `“${term}” is related to ${plural(count, 'entry', 'entries')}`,
  graphKeys:
    'Arrows walk along the relations, Space puts an entry in the middle, Enter opens it. Dotted frames are not explained, broken lines only proposed.',
  graphColumns: ['Entry', 'Relation', 'Other entry', 'State'],
  middle: 'In the middle',
  hops: 'How far',
  hopsOf: { 1: 'One step', 2: 'Two steps' },
  view: 'Show',
  views: { map: 'As a map', list: 'As a list' },
  more: (count: number) => `${plural(count, 'entry', 'entries')} more did not fit in here.`,
  putInMiddle: (term: string) => `Put “${term}” in the middle`,
  proposedAs: (relation: string) => `${relation} (proposed)`,
  relationStates: { proposed: 'proposed', accepted: 'accepted' },
  reversed: {
    synonym: 'same as',
    abbreviation: 'in short',
    broader: 'kinds of it',
    narrower: 'is a kind of',
    'part-of': 'has as a part',
    'see-also': 'see also',
  } satisfies Record<RelationKind, string>,
  times: 'times',
  entries: 'entries',
  seconds: 'seconds',
  csv: 'CSV',
  saveTable: (name: string) => `Save the table “${name}” as CSV`,
};
