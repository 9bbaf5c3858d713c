import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Build, type CoreSettings, isExplained, openCore } from '@genglossary/core';
import { given } from '../given.ts';
import type { Builder, MadeGlossary } from './builder.ts';

/** This process over the database of a folder. @throws `storage/in-use` and whatever else keeps it from being opened */
export async function openLocalBuilder(settings: CoreSettings): Promise<Builder> {
  const core = await openCore(settings);
  return {
    where: settings.databasePath,
    build: async (request, watch) => made(await core.build(request, watch)),
    estimate: (request, signal) => core.estimate(request, signal),
    resume: async (id, watch, budget) => made(await core.resume(id, watch, budget)),
    [Symbol.asyncDispose]: () => core[Symbol.asyncDispose](),
  };
}

/** The same over a database of its own that is gone afterwards: for what is only tried out. */
export async function openPassingBuilder(settings: Omit<CoreSettings, 'databasePath'>): Promise<Builder> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'genglossary-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const builder = opened.use(await openLocalBuilder({ ...settings, databasePath: join(folder, 'genglossary.db') }));
  const owned = opened.move();
  return { ...builder, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

function made({ run, glossary, skippedFiles, outcome }: Build): MadeGlossary {
  return {
    run,
    skippedFiles,
    documents: glossary.documents.length,
    entries: glossary.concepts.map((concept) => {
      const { designations, language, definition, occurrences } = concept;
      const names = designations.map(({ text }) => text);
      return {
        term: names[0] ?? '',
        names,
        language,
        isExplained: isExplained(concept),
        confidence: definition?.confidence ?? 0,
        occurrences: occurrences.length,
      };
    }),
    openIssues: glossary.issues.filter(({ state }) => state === 'open').length,
    ...given('outcome', outcome),
    files: (formats, options) =>
      Promise.resolve(
        [...new Set(formats)].map(({ fileExtension, write }) => {
          return { name: `glossary${fileExtension}`, pieces: write(glossary, options) };
        }),
      ),
  };
}
