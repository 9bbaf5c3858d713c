import { plural } from './numbers.ts';

export const trash = {
  title: 'Recycle bin',
  projectsTitle: 'Deleted projects',
  lead: 'What is deleted stays here for thirty days.',
  empty: 'Nothing is in the bin',
  emptyDetail: 'Documents and entries that you remove can be had back from here.',
  emptyProjects: 'Projects that you delete can be had back from here.',
  kinds: { document: 'document', entry: 'entry' },
  deleted: (when: string) => `deleted ${when}`,
  left: (days: number) => `${plural(days, 'day')} left`,
  restoreNamed: (name: string) => `Restore ${name}`,
  purge: 'Delete for good',
  purgeNamed: (name: string) => `Delete ${name} for good`,
  purgeTitle: (name: string) => `Delete “${name}” for good?`,
  purgeDetail: 'Everything in it is gone then, and cannot be had back.',
  purgeName: (name: string) => `To be sure, type its name: ${name}`,
  purged: (name: string) => `“${name}” is gone for good`,
  restored: (name: string) => `“${name}” is back`,
};
