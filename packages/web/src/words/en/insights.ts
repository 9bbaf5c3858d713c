import { number, plural } from './numbers.ts';

export const insights = {
  title: 'Insights',
  empty: 'Nothing to count yet',
  confidence: 'How sure the definitions are',
  confidenceFinding: (sure: number, all: number) =>
    `${number(sure)} of ${plural(all, 'definition')} ${sure === 1 ? 'is' : 'are'} sure by 70 % or more`,
  coverage: 'Coverage',
  coverageFinding: (share: string) => `${share} of all mentions of terms have a definition`,
  coverageDetail: 'A mention is a place where an entry stands in a document.',
  openFinding: (name: string) => `Most is left to define in ${name}`,
  openDetail: 'Mentions without a definition, by document.',
  openOf: (open: number, all: number) => `${number(open)} of ${number(all)}`,
  frequencyFinding: (term: string, count: number) => `“${term}” is used most, ${plural(count, 'time')}`,
  spread: (count: number, documents: number) => `${number(count)} in ${plural(documents, 'document')}`,
  runsFinding: (runs: number, calls: number, cost: string) =>
    calls === 0
      ? `The last ${plural(runs, 'run')} asked no language model`
      : `The last ${plural(runs, 'run')} asked ${plural(calls, 'question')} for ${cost}`,
  times: 'times',
  entries: 'entries',
  seconds: 'seconds',
  csv: 'CSV',
  saveTable: (name: string) => `Save the table “${name}” as CSV`,
};
