import { number, plural } from './numbers.ts';

export const home = {
  title: 'Projects',
  empty: 'No glossary yet',
  emptyDetail:
    'Drop a folder of documents and GenGlossary finds the terms worth defining, writes definitions from the documents’ own words, and shows where each came from. Nothing leaves this computer.',
  dropHere: 'Let go to make a project of them',
  create: 'New project',
  sample: 'Try it with sample documents',
  sampleName: 'Sample: a lighthouse handbook',
  name: 'Project',
  documents: 'Documents',
  entries: 'Entries',
  openIssues: 'Open issues',
  lastRun: 'Last run',
  never: 'No run yet',
  changed: (count: number) => `${plural(count, 'document')} changed since`,
  isEmpty: 'Empty: no document yet, never run',
  emptyOnes: (names: readonly string[], more: number) =>
    `${names.join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}: nothing is in ${names.length + more === 1 ? 'it' : 'them'}.`,
  removeEmpty: (count: number) => (count === 1 ? 'Delete the empty project' : `Delete ${number(count)} empty projects`),
  removedEmpty: (count: number) => `${plural(count, 'empty project')} deleted`,
  remove: 'Delete the project',
  removeTitle: (name: string) => `Delete “${name}”?`,
  removeDetail: (documents: number, entries: number) =>
    `${plural(documents, 'document')} and ${plural(entries, 'entry', 'entries')} go with it. Your own files stay where they are.`,
  removed: (name: string) => `“${name}” is deleted`,
  restore: 'Restore a back-up',
  restored: (name: string) => `“${name}” is restored`,
  restoreTitle: 'Restore under another name',
  restoreDetail: (name: string) => `There is a project “${name}” already.`,
  restoreAction: 'Restore',
  copy: 'Duplicate',
  copyDetail: 'Another project with the same documents, entries and decisions, to try things on.',
  copyName: 'Name of the copy',
  copySuggested: (name: string) => `${name} (copy)`,
  copyAction: 'Duplicate the project',
  copied: (name: string) => `“${name}” is there, with everything in it`,
  backup: 'Back up or move',
  backupDetail:
    'One file with everything that makes this project: documents, entries, decisions, notes, lists and versions. Restore it on the page of projects, here or on another server. Runs, their history and the settings of language models are not in it.',
  backupAction: 'Download a back-up',
};

export const create = {
  title: 'New project',
  name: 'Name',
  nameHint: 'The title of the glossary, as readers will see it.',
  namePlaceholder: 'Handbook',
  nameMissing: 'Give the project a name.',
  language: 'Language of the documents',
  languageAuto: 'Detected for each document',
  languages: { en: 'English', ja: 'Japanese', fr: 'French', nl: 'Dutch', de: 'German', es: 'Spanish' },
  toFiles: 'Create and add documents',
};
