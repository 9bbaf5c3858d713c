import type { ErrorCode } from '@genglossary/core/domain';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';

/** How an error of core is told over the wire. */
export interface WireError {
  /** Decides the HTTP status; nothing else knows this vocabulary. */
  readonly trpc: TRPC_ERROR_CODE_KEY;
  /** Whether the same call can succeed later without anybody changing anything. */
  readonly isRetryable: boolean;
  /** What to do about it; empty where the message says it all. */
  readonly hint: string;
}

const wrong = (hint = ''): WireError => ({ trpc: 'BAD_REQUEST', isRetryable: false, hint });
const missing = (hint = ''): WireError => ({ trpc: 'NOT_FOUND', isRetryable: false, hint });
const conflict = (hint = ''): WireError => ({ trpc: 'CONFLICT', isRetryable: false, hint });
const later = (hint: string): WireError => ({ trpc: 'SERVICE_UNAVAILABLE', isRetryable: true, hint });
const upstream = (hint: string, isRetryable = false): WireError => ({ trpc: 'BAD_GATEWAY', isRetryable, hint });
const broken = (hint = ''): WireError => ({ trpc: 'INTERNAL_SERVER_ERROR', isRetryable: false, hint });

/** A new error code does not compile until it says how it is told. */
export const wireErrors: Readonly<Record<ErrorCode, WireError>> = {
  'runtime/unsupported-node': broken('Run the server with Node 24 or newer.'),
  'config/invalid': wrong(),
  'document/not-found': missing(),
  'document/unreadable': wrong('Save the document as UTF-8 text and send it again.'),
  'document/invalid-name': wrong('Give the document a relative name with forward slashes.'),
  'document/none': wrong('Add a document that can be read, then start again.'),
  'term/not-found': missing(),
  'export/not-ours': conflict(),
  'export/invalid': wrong(),
  'export/unwritable': broken(),
  'storage/disk-full': {
    trpc: 'SERVICE_UNAVAILABLE',
    isRetryable: false,
    hint: 'Make room on the disk of the server.',
  },
  'storage/unavailable': later('The database does not answer; look at the log of the server.'),
  'storage/in-use': later('Another process works with the database.'),
  'storage/newer-schema': broken('A newer version wrote this database; start that one.'),
  'storage/not-found': missing('It may have been deleted; load the list again.'),
  'storage/interrupted': later('Try again.'),
  'project/invalid-name': wrong(),
  'project/name-taken': conflict('Choose another name.'),
  'entry/conflict': conflict(
    'Somebody changed the entry meanwhile: look at the current one in the details, then send again.',
  ),
  'entry/locked': conflict('Unlock the entry first.'),
  'entry/invalid': wrong(),
  'entry/name-taken': conflict('Merge the two entries, or choose another name.'),
  'settings/conflict': conflict('Look at the current ones in the details, then send again.'),
  'undo/expired': { trpc: 'NOT_FOUND', isRetryable: false, hint: 'It was too long ago; change it by hand.' },
  'undo/conflict': conflict('It was changed since; change it by hand.'),
  'list/invalid-cursor': wrong('Begin the list anew.'),
  'term-list/invalid': wrong(),
  'category/invalid': wrong(),
  'category/not-found': missing('Choose one of the names in the details.'),
  'category/name-taken': conflict('Merge the two categories, or choose another name.'),
  'issue/invalid': wrong(),
  'version/invalid': wrong(),
  'backup/invalid': wrong('Take the file as it was written; a copy may have been cut short.'),
  'import/invalid': wrong(
    'A table is CSV in UTF-8, with a header line that names a column for the terms; a termbase is TBX.',
  ),
  'import/conflict': conflict('Plan the import again, and look at what changed.'),
  'glossary/none': conflict('Build the glossary first.'),
  'run/already-active': conflict('Follow the run whose id is in the details, or cancel it.'),
  'run/not-found': missing(),
  'run/key-reused': conflict('Use a new key for a new request.'),
  'run/nothing-to-resume': conflict('Start a new run.'),
  'run/shutting-down': later('The server is restarting; try again in some seconds.'),
  'run/not-started': broken('Remove what kept the run from starting, then resume it.'),
  'run/disk-full': { trpc: 'SERVICE_UNAVAILABLE', isRetryable: false, hint: 'Make room on the disk of the server.' },
  'run/crash-loop': broken('Read the log of the run, remove what ends the process, then resume.'),
  'run/budget-reached': conflict('Resume the run with a larger budget.'),
  'llm/unreachable': upstream('Start the model server, or compare its address.', true),
  'llm/refused-address': wrong('Use an address that a model server lives at.'),
  'llm/wrong-address': wrong('Compare the address with the documentation of the provider.'),
  'llm/unauthorised': wrong('Compare the key with the one that the provider shows.'),
  'llm/quota-exhausted': upstream('Look at the account with the provider.'),
  'llm/model-not-found': wrong('Choose one of the models that the provider lists.'),
  'llm/rate-limited': upstream('Wait, or allow fewer requests a minute.', true),
  'llm/timeout': upstream('Allow more time, or use a faster model.', true),
  'llm/interrupted': upstream('Try again.', true),
  'llm/failed': upstream('Try again later.', true),
  'llm/rejected': upstream('Read what the provider said, in the details.'),
  'llm/prompt-too-long': wrong('Use a model that reads more at once.'),
  'llm/truncated': upstream('Allow longer answers.'),
  'llm/invalid-answer': upstream('Use a model that follows a schema.'),
  'analysis/failed': broken(),
  'request/invalid': wrong('Compare the call with docs/reference/procedures.md.'),
  'request/unknown': missing('There is no such procedure; client and server may be of different versions.'),
  'request/unauthorized': { trpc: 'UNAUTHORIZED', isRetryable: false, hint: 'Send the token of the server.' },
  'request/forbidden': { trpc: 'FORBIDDEN', isRetryable: false, hint: 'Allow the origin with --allow-origin.' },
  'request/too-large': { trpc: 'PAYLOAD_TOO_LARGE', isRetryable: false, hint: 'Send less at once.' },
  'request/too-many': { trpc: 'TOO_MANY_REQUESTS', isRetryable: true, hint: 'Wait a little, then try again.' },
  'server/unexpected': broken('Tell the request id to whoever runs the server.'),
};
