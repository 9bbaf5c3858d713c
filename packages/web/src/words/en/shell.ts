import { number } from './numbers.ts';

export const actions = {
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  saveAndNext: 'Save and next',
  undo: 'Undo',
  retry: 'Try again',
  copied: 'Copied',
  delete: 'Delete',
  clearFilter: 'Clear the filter',
  add: 'Add',
  open: 'Open',
};

export const shell = {
  skip: 'Skip to the content',
  mainNavigation: 'Main',
  projectNavigation: 'Project',
  projects: 'Projects',
  documents: 'Documents',
  terms: 'Terms',
  entries: 'Entries',
  issues: 'Issues',
  runs: 'Runs',
  versions: 'Versions',
  exports: 'Export',
  insights: 'Insights',
  trash: 'Recycle bin',
  settings: 'Settings',
  search: 'Search',
  keys: 'Keyboard',
  reconnecting: 'Reconnecting',
  reconnectingDetail: 'The server does not answer. What you see may be old; it follows again by itself.',
  loading: 'Loading',
  resize: 'Resize the panes',
  notFound: 'There is no page here',
  notFoundDetail: 'The address may be old, or what it named was deleted.',
  toProjects: 'Go to your projects',
  failed: 'That did not work',
  requestId: (id: string) => `Request ${id}`,
};

export const palette = {
  title: 'Search or do',
  placeholder: 'A term, a document, a page …',
  pages: 'Pages',
  entries: 'Entries',
  documents: 'Documents',
  projects: 'Projects',
  found: (count: number) => (count === 0 ? 'Nothing found' : `${number(count)} found`),
  nothing: (query: string) => `Nothing matches “${query}”.`,
  hint: 'Arrows move, Enter opens, Esc closes',
};

export const keys = {
  title: 'Keyboard',
  description: 'What can be pressed on this page.',
  everywhere: 'Everywhere',
  singleKeys: 'Single keys do something (J, K, E …)',
  palette: 'Search or do',
  sheet: 'Show these keys',
  filter: 'Filter the list',
  goTo: (page: string) => `Go to ${page}`,
  next: 'Next',
  previous: 'Previous',
};
