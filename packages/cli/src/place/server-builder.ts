import { readFile } from 'node:fs/promises';
import type { GlossaryClient, RunInfo } from '@genglossary/client';
import {
  errorOf,
  type ExecutionWatch,
  GlossaryError,
  isExplained,
  isReport,
  parseGlossaryExport,
} from '@genglossary/core';
import type { ProjectId, RunId } from '@genglossary/core/domain';
import { given } from '../given.ts';
import type { Builder, MadeGlossary, NotRead, PathsRequest } from './builder.ts';
import type { RunFacts } from './place.ts';
import type { ServerPlace } from './server-place.ts';

/** A server that is handed the documents: what it makes of them is what a build of the same folder makes here. */
export function serverBuilder(place: ServerPlace): Builder {
  const { client, url } = place;
  return {
    where: url,
    async build(asked, watch) {
      const { project: name, paths: _paths, exclude: _exclude, languageModel, ...request } = asked;
      const { signal } = watch;
      const found = await findFiles(asked, signal);
      const known = (await client.projects.list({ includeArchived: true, signal })).find((one) => one.name === name);
      const project = known?.id ?? (await client.projects.create({ name }, { signal })).id;
      const notRead = await handIn(client, project, { ...found, signal });
      const options = { ...request, languageModel: sent(languageModel), signal };
      const run = await client.runs.start(project, options);
      return made(client, await finish(client, run.id, watch), notRead);
    },
    async estimate({ project: name, paths, exclude: _exclude, languageModel, budget: _budget, ...request }, signal) {
      const known = (await client.projects.list({ includeArchived: true, signal })).find((one) => one.name === name);
      if (known === undefined) {
        const message = `The server has no documents of ${paths.join(', ')} yet.`;
        throw new GlossaryError('document/none', message, { details: { skipped: 0 } });
      }
      return client.runs.estimate(known.id, { ...request, languageModel: sent(languageModel), signal });
    },
    async resume(id, watch, budget) {
      const run = await client.runs.resume(id, { signal: watch.signal, ...given('budget', budget) });
      return made(client, await finish(client, run.id, watch), []);
    },
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}

/** Who named no model means none, here and there: settings of a server must not send words away or spend by surprise. */
function sent(languageModel: PathsRequest['languageModel']) {
  if (languageModel === undefined) return 'built-in' as const;
  return { settings: languageModel.settings, steps: [...languageModel.steps] };
}

interface Finished {
  readonly run: RunFacts & Pick<RunInfo, 'outcome'>;
  readonly notRead: readonly NotRead[];
}

/** Hands on what a run tells until it is over, and answers what it came to. Aborting cancels it. */
async function finish(client: GlossaryClient, id: RunId, { signal, report }: ExecutionWatch): Promise<Finished> {
  const handle = client.runs.open(id);
  const following = new AbortController();
  // Who asked for the end must not wait for one that was never ordered.
  const onAbort = () => void handle.cancel().catch((error: unknown) => following.abort(error));
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const notRead: NotRead[] = [];
  try {
    // Followed to its end even when it was cancelled: only then is everything saved.
    for await (const event of handle.events({ signal: following.signal })) {
      if (event.type === 'events-truncated' || event.type === 'status-unsaved') continue;
      // Another attempt reads anew.
      if (event.type === 'run-start') notRead.length = 0;
      const { name, reason, detail } = event.type === 'document-skipped' ? event : {};
      if (name !== undefined && reason !== undefined) notRead.push({ name, reason, ...given('detail', detail) });
      if (isReport(event)) report(event);
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
  const run = await handle.get();
  if (run.status === 'cancelled') {
    signal.throwIfAborted();
    throw new DOMException('The run was cancelled.', 'AbortError');
  }
  const { failure } = run;
  if (failure !== undefined && run.status === 'failed') throw errorOf(failure);
  return { run, notRead };
}

async function made(
  client: GlossaryClient,
  { run, notRead }: Finished,
  before: readonly NotRead[],
): Promise<MadeGlossary> {
  const { content } = await client.exports.create(run.projectId, { format: 'json', includeUnsupported: true });
  const glossary = parseGlossaryExport(content);
  return {
    run,
    skippedFiles: [...before, ...notRead],
    documents: glossary.documents.length,
    entries: glossary.entries.map(({ term, designations, language, definition, occurrenceCount }) => ({
      term,
      names: designations.map(({ text }) => text),
      language,
      isExplained: isExplained(definition === null ? {} : { definition }),
      confidence: definition?.confidence ?? 0,
      occurrences: occurrenceCount,
    })),
    openIssues: glossary.issues.filter(({ state }) => state === 'open').length,
    ...given('outcome', run.outcome),
    files: (formats, options) =>
      Promise.all(
        [...new Map(formats.map((format) => [format.name, format])).values()].map(async ({ name, fileExtension }) => {
          const file = await client.exports.create(run.projectId, { format: name, ...options });
          return { name: `glossary${fileExtension}`, pieces: [file.content] };
        }),
      ),
  };
}

interface FoundFiles {
  readonly files: readonly { readonly name: string; readonly path: string }[];
  readonly skipped: readonly NotRead[];
}

async function findFiles({ paths, exclude }: PathsRequest, signal: AbortSignal): Promise<FoundFiles> {
  const { listSourceFiles, nothingRead } = await import('@genglossary/core/engine');
  const found = await listSourceFiles(paths, { exclude, signal });
  if (found.files.length === 0) throw nothingRead(paths, found.skipped.length);
  return found;
}

/** Hands in the files, byte for byte, and puts documents into the trash that are no longer among them. */
async function handIn(
  client: GlossaryClient,
  project: ProjectId,
  { files, skipped, signal }: FoundFiles & Pick<ExecutionWatch, 'signal'>,
): Promise<NotRead[]> {
  const contents = [];
  for (const { name, path } of files) contents.push({ name, content: new Uint8Array(await readFile(path)) });
  const { rejected } = await client.documents.upload(project, contents, { signal, origin: 'folder' });
  const names = new Set(files.map(({ name }) => name));
  const gone = (await client.documents.list(project, { signal })).filter(
    ({ name, origin }) => origin === 'folder' && !names.has(name),
  );
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) await client.documents.trash(project, ids, { signal });
  return [...skipped, ...rejected.map(({ name, reason, detail }) => ({ name, reason, detail }))];
}
