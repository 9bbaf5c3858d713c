import type { ErrorCode, RunCounts, StepName } from '@genglossary/core/domain';

/** What the command line says in English. `ja.ts` has the same keys, checked by type. */
export const en = {
  steps: {
    load: 'read',
    analyse: 'analyse',
    extract: 'extract',
    classify: 'select',
    define: 'define',
    review: 'review',
    refine: 'refine',
  } satisfies Record<StepName, string>,
  counted: {
    load: (count: number) => plural(count, 'document'),
    analyse: (count: number) => plural(count, 'document'),
    extract: (count: number) => plural(count, 'candidate'),
    classify: (count: number) => plural(count, 'term'),
    define: (count: number) => plural(count, 'definition'),
    review: (count: number) => plural(count, 'finding'),
    refine: (count: number) => plural(count, 'entry', 'entries'),
  } satisfies Record<StepName, (count: number) => string>,
  skipped: (count: number) => `${plural(count, 'file')} not read`,
  andMore: (count: number) => `… and ${count} more (--verbose lists all)`,
  entries: (count: number) => plural(count, 'entry', 'entries'),
  defined: (count: number) => `${count} defined`,
  unexplained: (count: number) => `${count} used but never explained`,
  issues: (count: number) => plural(count, 'finding'),
  database: (path: string) => `Database ${path}`,
  next: (command: string) => `Next: ${command}`,
  interrupted: 'Stopped. No file was written; what was finished is kept. Go on with: genglossary runs resume',
  noRuns: 'There are no runs here yet.',
  runCounts: ({ done, reused, failed }: RunCounts) => `${done} made · ${reused} found again · ${failed} failed`,
  resumes: 'Goes on with',
  eventsGone: (count: number) => `${plural(count, 'event')} of this run are no longer kept`,
  notSavedYet: 'The run is finishing, but its end could not be saved yet.',
  partial: (failed: number, command: string) => `${plural(failed, 'item')} failed. Try them again: ${command}`,
  usedNeverExplained: (count: number, documents: number) =>
    `Used ${plural(count, 'time')} in ${plural(documents, 'document')}, never explained.`,
  alsoCalled: 'Also',
  evidence: 'Evidence',
  related: 'See also',
  didYouMean: (words: readonly string[]) => `Did you mean ${words.join(', ')}?`,
  noGlossary: 'There is no glossary here yet.',
  nothingRead: (skipped: number) =>
    skipped === 0 ? 'The folder holds no documents.' : `None of the ${plural(skipped, 'file')} could be read.`,
  hints: {
    'runtime/unsupported-node': 'Run it with: npx -y -p node@24 -p genglossary genglossary',
    'config/invalid': 'See genglossary --help.',
    'document/not-found': 'Check the path; it is read from the folder you are in.',
    'document/unreadable': 'Check the file and its permissions.',
    'document/invalid-name': 'Rename the file.',
    'document/none': 'GenGlossary reads .md, .rst, .txt and .html files.',
    'term/not-found': 'genglossary build makes the glossary; genglossary extract lists what it found.',
    'export/invalid': 'Export it again; the file is damaged or of another version.',
    'export/not-ours': 'Choose another folder with -o, or overwrite it with --force.',
    'export/unwritable': 'Choose a folder you may write to with -o.',
    'storage/disk-full': 'Make room and run the same command again.',
    'storage/unavailable': 'genglossary doctor tells more.',
    'storage/in-use': 'Wait until the other genglossary has finished, or stop it.',
    'storage/newer-schema': 'Update genglossary, or remove the database to build it anew.',
    'storage/not-found': 'Run genglossary build again.',
    'storage/interrupted': 'Try again; if it happens again, check the disk or the connection to the database.',
    'run/already-active': 'Wait for it (genglossary runs watch), or cancel it (genglossary runs cancel).',
    'run/not-found': 'See the runs there are: genglossary runs list.',
    'run/key-reused': 'Use a new key for a new request.',
    'run/nothing-to-resume': 'Start a new run: genglossary build.',
    'run/shutting-down': 'Start again when the process has ended.',
    'run/disk-full': 'Make room on the disk, then: genglossary runs resume.',
    'run/crash-loop': 'Look at the log (genglossary runs logs), then resume it: genglossary runs resume.',
    'run/budget-reached': 'Raise the budget and resume: genglossary runs resume.',
    'analysis/failed': 'Exclude that document, and please report it.',
  } satisfies Record<ErrorCode, string>,
};

export type Words = typeof en;

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
