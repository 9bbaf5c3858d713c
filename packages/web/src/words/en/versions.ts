import { number, plural } from './numbers.ts';

export const versions = {
  title: 'Versions',
  empty: 'No versions yet',
  emptyDetail: 'Publish one to keep the glossary as it is now and to compare later.',
  publish: 'Publish a version',
  note: 'What is new in it',
  published: (at: number) => `Version ${at} is published`,
  version: (at: number) => `Version ${at}`,
  compare: 'Compare',
  from: 'From',
  to: 'To',
  now: 'The glossary now',
  summary: (changed: number, added: number, removed: number) =>
    `${number(changed)} changed, ${number(added)} added, ${number(removed)} removed`,
  same: 'Nothing differs.',
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  restore: 'Restore',
  category: 'Category',
  noCategory: 'none',
  matched: 'Found in another way',
  accept: 'Accept',
  reject: 'Take back',
  acceptNamed: (term: string) => `Accept the change of ${term}`,
  rejectNamed: (term: string) => `Take back the change of ${term}`,
  acceptAll: (count: number) => `Accept all ${number(count)}`,
  rejectAll: (count: number) => `Take back all ${number(count)}`,
  accepted: (count: number) => `${number(count)} accepted`,
  settled: 'Every change is accepted.',
  decided: {
    accepted: (term: string | undefined, count: number) =>
      term === undefined ? `${plural(count, 'change')} accepted` : `“${term}” stays as it is now`,
    rejected: (term: string | undefined, count: number) =>
      term === undefined ? `${plural(count, 'change')} taken back` : `“${term}” is as it was`,
  },
};
