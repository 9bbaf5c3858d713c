import { number, plural } from './numbers.ts';
import { skipReason } from './skip-reasons.ts';

export const drop = {
  prompt: 'Drop files or a whole folder here',
  types: 'Markdown, reStructuredText, text, HTML and Word (.docx). Folders keep their structure.',
  chooseFolder: 'Choose a folder',
  chooseFiles: 'Choose files',
  paste: 'Paste text',
  pasteLabel: 'Text',
  pasteTitle: 'Title',
  pasteTitleHint: 'Names the document; without one its first line does.',
  pasteLook: 'Look at it',
  over: 'Let go to look at them',
  reading: (count: number) => `Looking at ${plural(count, 'file')}`,
  plan: 'What will happen',
  wordDocument: 'Word document, read when it is added',
  unreadable: 'What was dropped could not be read. The buttons for files and folders may still reach it.',
  planned: (count: number) => `${plural(count, 'file')} found`,
  verdicts: { add: 'will be added', update: 'will be updated', same: 'unchanged', reject: 'left out' },
  reasons: {
    type: 'not a document type that is read',
    'old-word': 'an older Word format: save it as .docx',
    size: 'larger than 10 MB',
    binary: 'not text',
    ignored: 'hidden, or in a folder that is always left out',
    empty: 'empty',
    duplicate: 'the same path twice',
    unreadable: 'could not be read',
  },
  send: (added: number, updated: number) =>
    updated === 0
      ? `Add ${plural(added, 'document')}`
      : added === 0
        ? `Update ${plural(updated, 'document')}`
        : `Add ${number(added)} and update ${plural(updated, 'document')}`,
  sendAndBuild: (count: number) => `Add ${plural(count, 'document')} and make the glossary`,
  nothingToSend: 'Nothing here needs to be sent.',
  sending: (done: number, total: number) => `${number(done)} of ${number(total)} sent`,
  sent: (added: number, updated: number) =>
    added === 0
      ? `${plural(updated, 'document')} updated`
      : updated === 0
        ? `${plural(added, 'document')} added`
        : `${number(added)} added, ${number(updated)} updated`,
  refused: (count: number) => `${plural(count, 'file was', 'files were')} not taken`,
  refusedBecause: (reason: string, detail: string) => skipReason(reason, detail),
  refusedSeen: 'Close the list',
  retryFailed: (count: number) => `Retry ${number(count)} failed`,
  stop: 'Stop sending',
  startOver: 'Choose others',
};

export const documents = {
  title: 'Documents',
  emptyDetail: 'The glossary is made from what they say. You see what will happen before anything is added.',
  add: 'Add documents',
  filter: 'Filter by path',
  path: 'Path',
  format: 'Format',
  /** By the key of the format. */
  formats: {
    markdown: 'Markdown',
    restructuredtext: 'reStructuredText',
    text: 'Text',
    html: 'HTML',
    docx: 'Word',
  } as Readonly<Record<string, string>>,
  encoding: 'Text encoding',
  length: 'Characters',
  state: 'State',
  states: { new: 'not read yet', changed: 'changed', read: 'in the glossary' },
  mentions: 'Mentions',
  explained: 'Explained',
  remove: 'Remove',
  removeTitle: (name: string) => `Remove “${name}”?`,
  removeDetail: 'With the next run entries lose what they quote from it.',
  removeImpact: (entries: number, entirely: number) =>
    entries === 0
      ? 'No entry quotes it.'
      : `${plural(entries, 'entry loses', 'entries lose')} evidence with the next run, ${number(entirely)} of them all of it.`,
  removed: (name: string) => `“${name}” is removed`,
  noMatch: (query: string) => `No document matches “${query}”.`,
  again: 'Update the glossary',
  build: (changed: number) =>
    changed === 0 ? 'Make the glossary' : `Update the glossary (${number(changed)} new or changed)`,
};
