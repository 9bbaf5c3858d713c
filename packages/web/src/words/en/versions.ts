import { number } from './numbers.ts';

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
};
