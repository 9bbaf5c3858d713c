import { plural } from './numbers.ts';

export const exports = {
  title: 'Export',
  format: 'Format',
  formats: {
    markdown: 'Markdown',
    json: 'JSON',
    csv: 'CSV',
    html: 'Web page (HTML)',
  } as Readonly<Record<string, string>>,
  uses: {
    markdown: 'To read, and to put into a documentation site',
    json: 'Everything, for programs',
    csv: 'For a spreadsheet',
    html: 'One page to send or to host, with search',
  } as Readonly<Record<string, string>>,
  byteOrderMark: 'Mark it as UTF-8 for spreadsheets (BOM)',
  preview: 'Preview',
  previewCut: (shown: string) => `The first ${shown} of the file`,
  download: (name: string) => `Download ${name}`,
  copy: 'Copy all',
  empty: 'Nothing to export yet',
  emptyDetail: 'Make the glossary first.',
  warnings: 'Before you send it',
  withoutDefinition: (count: number) => `${plural(count, 'entry', 'entries')} without a definition`,
  openIssues: (count: number) => plural(count, 'open issue'),
  command: 'The same from the command line',
  size: (kilobytes: string) => `${kilobytes} kB`,
};
