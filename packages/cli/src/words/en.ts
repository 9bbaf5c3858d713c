import type {
  ErrorCode,
  ImportLeft,
  ImportOutcome,
  ImportReason,
  ProjectSummary,
  RelationKind,
  RunCounts,
  RunEstimate,
  StepName,
  TellableError,
} from '@genglossary/core/domain';

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
    review: (count: number) => plural(count, 'issue'),
    refine: (count: number) => plural(count, 'entry', 'entries'),
  } satisfies Record<StepName, (count: number) => string>,
  generalAnalysis: (language: string, known: readonly string[]) =>
    `${language} has no analyzer of its own (${known.join(', ')} have): the general one reads it.`,
  /** What happened. */
  failure: ({ message }: TellableError): string => message,
  unchanged: 'Nothing has changed since the last build: the glossary stays as it is.',
  skipped: (count: number) => `${plural(count, 'file')} not read`,
  /** Where another word than the reason's own is said. */
  skipReasons: {
    secret: 'may hold secrets',
    'version-control': 'version control',
    dependencies: 'a folder of libraries',
    'unsupported-format': 'a format that is not read',
    'too-large': 'too large',
    'too-many': 'above the limit of documents',
    binary: 'no text',
    undecodable: 'in no encoding that is known',
    encrypted: 'protected by a password',
    'outside-root': 'a link that leads out of the folder',
    'symlink-loop': 'a link that leads round in a circle',
    unreadable: 'cannot be read',
    exported: 'a glossary that genglossary wrote',
    duplicate: 'another file has its name',
    unanalysable: 'could not be analysed',
    'invalid-name': 'a name that cannot be used',
    'name-taken': 'another document has its name',
  } as Readonly<Record<string, string>>,
  /** Empty where the reason has said it. */
  skipDetails: {
    'a glossary that genglossary wrote': '',
    'it is protected by a password': '',
  } as Readonly<Record<string, string>>,
  andMore: (count: number) => `… and ${count} more (--verbose lists all)`,
  entries: (count: number) => plural(count, 'entry', 'entries'),
  defined: (count: number) => `${count} defined`,
  unexplained: (count: number) => `${count} used but never explained`,
  issues: (count: number) => plural(count, 'issue'),
  leftTheGlossary: (terms: readonly string[], more: number) =>
    `Left the glossary: ${terms.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  server: (url: string) => `Server ${url}`,
  database: (path: string) => `Database ${path}`,
  next: (command: string) => `Next: ${command}`,
  interrupted: 'Stopped. No file was written; what was finished is kept. Go on with: genglossary runs resume',
  serving: (url: string) => `GenGlossary is at ${url}`,
  alreadyServing: (url: string) => `GenGlossary is at ${url} already: the server that runs there has this database`,
  stopsWithInterrupt: 'Ctrl-C ends it; a build that is going on continues with the next start.',
  serverEnds: 'The server has ended.',
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
  importOutcomes: {
    create: 'new    ',
    update: 'changed',
    same: 'same   ',
    conflict: 'differs',
    skipped: 'skipped',
  } satisfies Record<ImportOutcome, string>,
  importConflicts:
    'A row that differs stays as it is here: --on-conflict replace takes what the file says, --on-conflict both adds its names.',
  /** Where another sentence than that of the plan is said. */
  importReasons: {} as Partial<Record<ImportReason, string>>,
  unreadColumns: (headers: readonly string[], { option, fields }: UnreadHint) =>
    `Not read: ${headers.map((header) => JSON.stringify(header)).join(', ')}. Say what a column holds (${fields.join(', ')}) or leave it out (HEADER=): ${option}`,
  notTaken: (left: readonly ImportLeft[]) =>
    `Not taken from the file: ${left.map(({ kind, name, count }) => (kind === 'names' ? `${plural(count, 'name')} in ${name}` : `${name} (${count})`)).join(', ')}`,
  relations: {
    synonym: 'synonym',
    abbreviation: 'abbreviation',
    broader: 'broader',
    narrower: 'narrower',
    'part-of': 'part of',
    'see-also': 'see also',
  } satisfies Record<RelationKind, string>,
  importStays: 'stays  ',
  importCounts: ({ create, update, same, conflict, skipped }: Readonly<Record<ImportOutcome, number>>) =>
    `${create} new · ${update} changed · ${same} the same · ${plural(conflict, 'conflict')} · ${skipped} skipped`,
  exported: (project: string, path: string) => `${project} is exported into ${path}`,
  backedUp: (project: string, path: string) => `${project} is backed up in ${path}`,
  projectLine: ({ name, documents, entries, lastRun }: ProjectSummary) =>
    `${name}  ${plural(documents, 'document')} · ${plural(entries, 'entry', 'entries')} · ${lastRun === undefined ? 'never built' : `last build ${lastRun.status}`}`,
  projectDeleted: (project: string) =>
    `${project} is in the bin for 30 days. To have it back: genglossary projects restore ${JSON.stringify(project)}`,
  noEmptyProject: 'No glossary is empty.',
  restored: (project: string) => `${project} is restored`,
  imported: (created: number, updated: number, unchanged: number) =>
    `${plural(created, 'entry', 'entries')} added · ${updated} changed · ${unchanged} left as they are`,
  estimatedThere: (url: string) => `for the documents that ${url} has; what changed here since is not in it`,
  estimate: ({ calls, tokens, cost }: RunEstimate) =>
    [
      typeof calls === 'number' ? plural(calls, 'call') : 'calls unknown',
      typeof tokens === 'number' ? `about ${tokens.toLocaleString('en')} tokens` : 'tokens unknown',
      cost === 'unknown' ? 'cost unknown for this model' : costRange(cost),
    ].join(' · '),
  runtime: 'runtime',
  englishAnalysis: 'English analysis',
  japaneseAnalysis: 'Japanese analysis',
  analysisWorks: (words: readonly string[]) => `works: a sentence is parted into ${words.join(' · ')}`,
  databaseCheck: 'database',
  databaseToCome: (path: string) => `${path} (made by the first build)`,
  databaseHolds: (path: string, count: number) => `${path}, ${plural(count, 'glossary', 'glossaries')}`,
  languageModel: 'language model',
  builtInEngine: 'none: the built-in engine does everything, and nothing leaves this machine',
  sent: 'what is sent',
  sentHere: (host: string) =>
    `terms with their notes, the sentences that use them and definitions, to ${host}: nothing leaves this machine`,
  sentTo: (host: string, steps: readonly string[]) =>
    `terms with their notes, the sentences that use them, definitions and how you write go to ${host} (${steps.join(', ')}); whole documents and file names do not`,
  modelAnswers: (latencyMs: number, reading: 'as-is' | 'repaired' | 'asked-again') =>
    `answers in ${(latencyMs / 1000).toFixed(1)} s${reading === 'as-is' ? '' : ', but not in the form that was asked for: it needs help, which costs time'}`,
  healedUrl: (url: string) => `This address answers: ${url}`,
  modelsThereAre: (names: readonly string[]) => `Models there are: ${names.join(', ')}.`,
  error: 'error',
  unused: (terms: readonly string[]) => `No document uses ${terms.map((term) => `“${term}”`).join(', ')}.`,
  didYouMean: (words: readonly string[]) => `Did you mean ${words.join(', ')}?`,
  noGlossary: 'There is no glossary here yet.',
  nothingRead: (skipped: number) =>
    skipped === 0 ? 'The folder holds no documents.' : `None of the ${plural(skipped, 'file')} could be read.`,
  connection: {
    'client/unreachable': 'Start it with genglossary serve, or compare the address (--url, GENGLOSSARY_URL).',
    'client/not-understood': 'Compare the address, and the versions of both.',
  },
  hints: {
    'runtime/unsupported-node': 'Run it with: npx -y -p node@24 -p genglossary genglossary',
    'config/invalid': 'See genglossary --help.',
    'document/not-found': 'Check the path; it is read from the folder you are in.',
    'document/unreadable': 'Check the file and its permissions.',
    'document/invalid-name': 'Rename the file.',
    'document/none': 'GenGlossary reads .md, .rst, .txt, .html and .docx files.',
    'term/not-found': 'genglossary export lists all entries; genglossary build --require TERM makes one of a term.',
    'export/invalid': 'Export it again; the file is damaged or of another version.',
    'export/not-ours': 'Choose another place with -o, or overwrite it with --force.',
    'export/unwritable': 'Choose a place you may write to with -o.',
    'storage/disk-full': 'Make room and run the same command again.',
    'storage/unavailable': 'genglossary doctor tells more.',
    'storage/in-use': 'Wait until the other genglossary has finished, or stop it.',
    'storage/newer-schema': 'Update genglossary, or remove the database to build it anew.',
    'storage/not-found': 'It may have been deleted, or never have been there; genglossary serve shows what there is.',
    'storage/interrupted': 'Try again; if it happens again, check the disk or the connection to the database.',
    'project/invalid-name': 'Choose another name.',
    'project/name-taken': 'Choose another name (restore --name), or delete the other one first.',
    'entry/conflict': 'Look at what it is now, then change it again.',
    'entry/locked': 'Unlock the entry first.',
    'entry/invalid': 'Check the entry.',
    'entry/name-taken': 'Merge the two entries, or choose another name.',
    'settings/conflict': 'Look at the settings as they are now, then change them again.',
    'undo/expired': 'What was changed long ago can be restored from the history.',
    'undo/conflict': 'Take back the later change first.',
    'list/invalid-cursor': 'List again from the beginning.',
    'term-list/invalid': 'Check the rule.',
    'category/invalid': 'Choose another name.',
    'category/not-found': 'Compare the name with those in the app; --uncategorised stands for none.',
    'category/name-taken': 'Choose another name, or merge the two categories.',
    'issue/invalid': 'Say why it is dismissed.',
    'version/invalid': 'Choose a shorter name.',
    'backup/invalid': 'Take the file as `genglossary backup` or the web app wrote it; a copy may have been cut short.',
    'import/invalid':
      'A table is CSV in UTF-8, with a header line that names a column for the terms; a termbase is TBX.',
    'import/conflict': 'Plan the import again, and look at what changed.',
    'glossary/none': 'Make the glossary first: genglossary build.',
    'run/already-active': 'Wait for it (genglossary runs watch), or cancel it (genglossary runs cancel).',
    'run/not-found': 'See the runs there are: genglossary runs list.',
    'run/key-reused': 'Use a new key for a new request.',
    'run/nothing-to-resume': 'Start a new run: genglossary build.',
    'run/shutting-down': 'Start again when the process has ended.',
    'run/not-started': 'Remove the cause, then start it again: genglossary runs resume.',
    'run/disk-full': 'Make room on the disk, then: genglossary runs resume.',
    'run/crash-loop': 'Look at the log (genglossary runs logs), then resume it: genglossary runs resume.',
    'run/budget-reached': 'Raise the budget and resume: genglossary runs resume.',
    'llm/unreachable': 'Start the server, or check its address: genglossary doctor --model … tells more.',
    'llm/refused-address': 'Give the address of a language model.',
    'llm/wrong-address': 'genglossary doctor --model … looks for the right address.',
    'llm/unauthorised': 'Set the key in the environment; genglossary doctor names the variable.',
    'llm/quota-exhausted': 'See to the account of the provider, then: genglossary runs resume.',
    'llm/model-not-found': 'genglossary doctor --model … lists the models there are.',
    'llm/rate-limited': 'Wait, then: genglossary runs resume. What was answered is kept.',
    'llm/timeout': 'Try again, or allow more time for a call.',
    'llm/interrupted': 'Try again: genglossary runs resume.',
    'llm/failed': 'Try again later: genglossary runs resume.',
    'llm/rejected': 'genglossary doctor --model … tells more.',
    'llm/prompt-too-long': 'Choose a model that reads longer texts, or put fewer entries into one call.',
    'llm/truncated': 'Allow longer answers, or put fewer entries into one call.',
    'llm/invalid-answer': 'Choose another model: this one does not keep to the form that was asked for.',
    'analysis/failed': 'Exclude that document, and please report it.',
    'request/invalid': 'Compare the call with the reference of procedures.',
    'request/unknown': 'The server may be of another version; compare `genglossary --version` with its /version.',
    'request/unauthorized': 'Set GENGLOSSARY_TOKEN to the token of the server.',
    'request/forbidden': 'Start the server with --allow-origin for that page.',
    'request/too-large': 'Send less at once.',
    'request/too-many': 'Wait a minute, then try again.',
    'server/unexpected': 'Look for the request id in the log of the server.',
  } satisfies Record<ErrorCode, string>,
};

export type Words = typeof en;

export interface UnreadHint {
  /** As it would be written for the first of them. */
  readonly option: string;
  readonly fields: readonly string[];
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** In US dollars; small amounts are told by more digits, so that they do not look like nothing. */
function costRange({ from, to }: { readonly from: number; readonly to: number }): string {
  const digits = to < 0.1 ? 4 : 2;
  return to === 0 ? 'no cost' : `$${from.toFixed(digits)} to $${to.toFixed(digits)}`;
}
