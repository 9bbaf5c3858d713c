import { type Build, type CoreSettings, isExplained, openCore } from '@genglossary/core';
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

function made({ run, glossary, skippedFiles }: Build): MadeGlossary {
  return {
    run,
    skippedFiles,
    documents: glossary.documents.length,
    entries: glossary.concepts.map((concept) => {
      return { term: concept.designations[0]?.text ?? '', isExplained: isExplained(concept) };
    }),
    openIssues: glossary.issues.filter(({ state }) => state === 'open').length,
    files: (formats, options) =>
      Promise.resolve(
        [...new Set(formats)].map(({ fileExtension, write }) => {
          return { name: `glossary${fileExtension}`, pieces: write(glossary, options) };
        }),
      ),
  };
}
