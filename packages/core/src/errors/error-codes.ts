/** Every code a `GlossaryError` can carry, with the type of its details. The closed list: add a line here first. */
export interface ErrorDetails {
  /** The Node that runs is too old. */
  'runtime/unsupported-node': { readonly version: string; readonly needed: string };
  /** A command, option or setting that cannot be understood. */
  'config/invalid': { readonly problem: string };
  /** A path that was named does not exist. */
  'document/not-found': { readonly path: string };
  /** A document could not be read or decoded. */
  'document/unreadable': { readonly name: string; readonly why: string };
  /** A name that could leave the project or confuse a file system. */
  'document/invalid-name': { readonly name: string; readonly why: string };
  /** Nothing was left to read. */
  'document/none': { readonly skipped: number };
  /** No term with that name. */
  'term/not-found': { readonly term: string; readonly suggestions: readonly string[] };
  /** A file that another program or person wrote stands where an export would go. */
  'export/not-ours': { readonly path: string };
  /** A text is not an export that can be read. */
  'export/invalid': { readonly problem: string };
  /** The output cannot be written. */
  'export/unwritable': { readonly path: string; readonly why: string };
  /** The disk is full. */
  'storage/disk-full': { readonly path: string };
  /** The database cannot be opened or is damaged. */
  'storage/unavailable': { readonly path: string; readonly why: string };
  /** Another process has the database open for writing. */
  'storage/in-use': { readonly path: string };
  /** The database was written by a newer version of the product. */
  'storage/newer-schema': { readonly path: string };
  /** A change names a row that is gone. */
  'storage/not-found': { readonly what: string; readonly id: string };
  /** The database could not finish a statement just now (a lost connection, two writers in each other's way): trying again can help. */
  'storage/interrupted': { readonly path: string; readonly why: string };
  /** A project's name that nobody could read or tell from another. */
  'project/invalid-name': { readonly name: string; readonly why: string };
  /** A file is no back-up of a project, or not a whole one. */
  'backup/invalid': { readonly problem: string };
  /** Another project has that name. */
  'project/name-taken': { readonly name: string };
  /** Somebody changed it since it was read: here is what it is now. */
  'entry/conflict': { readonly id: string; readonly version: string; readonly current: unknown };
  /** The entry is locked: unlock it to change it. */
  'entry/locked': { readonly id: string };
  /** An entry that cannot be: no designation, a name that another entry has, an empty definition. */
  'entry/invalid': { readonly problem: string };
  /** Another entry has that name. */
  'entry/name-taken': { readonly name: string; readonly id: string };
  /** Somebody changed the settings since they were read: here is what they are now. */
  'settings/conflict': { readonly version: string; readonly current: unknown };
  /** The change can no longer be taken back: too old, or taken back already. */
  'undo/expired': { readonly token: string };
  /** Somebody changed the same things since: taking it back would lose that. */
  'undo/conflict': { readonly changed: readonly string[] };
  /** A list is asked to go on from a place that it never gave. */
  'list/invalid-cursor': { readonly cursor: string };
  /** A list of terms that cannot be: an empty rule, one about everything, too many. */
  'term-list/invalid': { readonly problem: string };
  /** A category that cannot be: no name, a name that is too long, too many. */
  'category/invalid': { readonly problem: string };
  /** There is no category of that name; `known` are the names that there are. */
  'category/not-found': { readonly name: string; readonly known: readonly string[] };
  /** Another category has that name. */
  'category/name-taken': { readonly name: string; readonly id: string };
  /** An issue cannot be decided like that. */
  'issue/invalid': { readonly problem: string };
  /** A version cannot be published under that name. */
  'version/invalid': { readonly problem: string };
  /** A file is neither our JSON export, nor a termbase (TBX), nor a table with terms; or it is broken. */
  'import/invalid': { readonly problem: string };
  /** Entries were changed since the import was planned: here is what they are now (`null`: gone). */
  'import/conflict': { readonly plan: string; readonly current: unknown };
  /** There is no glossary yet: no build has finished, and nobody has added an entry. */
  'glossary/none': { readonly project: string };
  /** The project has a run that has not ended yet. */
  'run/already-active': { readonly runId: string };
  /** No run with that id. */
  'run/not-found': { readonly runId: string };
  /** A start with the same idempotency key asked for something else. */
  'run/key-reused': { readonly runId: string };
  /** A run that has completed has nothing to resume. */
  'run/nothing-to-resume': { readonly runId: string };
  /** This process is ending and starts no more runs. */
  'run/shutting-down': { readonly location: string };
  /** A run that waited could not be started, again and again; `failure` has code, message and details of the last try. */
  'run/not-started': { readonly tries: number; readonly failure: TellableError };
  /** The disk is full: the run was ended, and no other starts until there is room. */
  'run/disk-full': { readonly path: string };
  /** The run's process died again and again before anything was finished. */
  'run/crash-loop': { readonly attempts: number };
  /** The run reached the most it may spend. */
  'run/budget-reached': { readonly limit: string };
  /** Nothing answers at the address of a language model. */
  'llm/unreachable': { readonly url: string; readonly why: string };
  /** An address that no language model lives at, and that must not be called: a cloud's metadata, a neighbour on the link. */
  'llm/refused-address': { readonly url: string; readonly why: string };
  /** Something answers at the address, but it is no language model of that kind. */
  'llm/wrong-address': { readonly url: string; readonly why: string };
  /** The provider does not know the key, or the key may not use the model. */
  'llm/unauthorised': { readonly provider: string; readonly why: string };
  /** The account has no money or no quota left; waiting does not help. */
  'llm/quota-exhausted': { readonly provider: string; readonly why: string };
  /** The provider has no model of that name. */
  'llm/model-not-found': { readonly provider: string; readonly model: string };
  /** Asked too fast, for longer than waiting is worth it. */
  'llm/rate-limited': { readonly provider: string; readonly waitMs?: number };
  /** No answer in the time that a call may take. */
  'llm/timeout': { readonly provider: string; readonly afterMs: number };
  /** The connection broke in the middle of a call. */
  'llm/interrupted': { readonly provider: string; readonly why: string };
  /** The provider failed by its own account. */
  'llm/failed': { readonly provider: string; readonly status: number; readonly why: string };
  /** The provider does not accept the request. */
  'llm/rejected': { readonly provider: string; readonly status: number; readonly why: string };
  /** The request is longer than the model can read. */
  'llm/prompt-too-long': { readonly provider: string; readonly why: string };
  /** The answer broke off before its end; `raw` is what came. */
  'llm/truncated': { readonly raw: string };
  /** The answer is not what was asked for, also when asked again; `raw` is the last answer. */
  'llm/invalid-answer': { readonly problem: string; readonly raw: string };
  /** No document could be analysed: `name` is the first of them, `why` what its thread died of. */
  'analysis/failed': { readonly name: string; readonly why: string };
  /** A call whose input does not have the shape or the size that the procedure asks for. */
  'request/invalid': { readonly problems: readonly string[] };
  /** No procedure of that name and kind. */
  'request/unknown': { readonly path: string };
  /** No token, or a wrong one. */
  'request/unauthorized': { readonly why: string };
  /** A host or origin that is not the server's own. */
  'request/forbidden': { readonly why: string };
  /** A body, a frame or a batch above the limit. */
  'request/too-large': { readonly limit: string };
  /** Too many calls, connections, subscriptions or failed attempts. */
  'request/too-many': { readonly limit: string };
  /** A fault of the server itself; its log has the request id. */
  'server/unexpected': { readonly requestId: string };
}

export type ErrorCode = keyof ErrorDetails;

/** What an error says, wherever it comes from: thrown here, or told by a server. */
export interface TellableError {
  readonly code: string;
  /** The sentence in English that it was made with. */
  readonly message: string;
  readonly details?: unknown;
}
