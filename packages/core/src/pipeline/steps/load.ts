import { loadDocuments, nothingRead } from '../../documents/load-documents.ts';
import type { Document } from '../../domain/index.ts';
import { GlossaryError } from '../../errors/glossary-error.ts';
import { defineStep } from '../step.ts';

export interface LoadOptions {
  /** Names what is not a source. */
  readonly exclude?: readonly string[];
  /** Documents that are there already: then no path is looked at. */
  readonly documents?: readonly Document[];
  /** Documents that people handed in: they stand beside what is read. A file of the same name is what counts. */
  readonly beside?: readonly Document[];
}

/** Files and folders to documents; what could not be read is told with its reason. */
export function createLoadStep({ exclude = [], documents: given, beside = [] }: LoadOptions = {}) {
  return defineStep({
    name: 'load',
    needs: ['paths'],
    makes: ['documents', 'skippedFiles'],
    async run({ paths }, { signal, report }) {
      if (given !== undefined && given.length > 0) {
        return { made: { documents: given, skippedFiles: [] }, count: given.length };
      }
      if (given !== undefined) {
        throw new GlossaryError('document/none', 'The project has no documents yet.', { details: { skipped: 0 } });
      }
      const { documents, skipped } = await loadDocuments(paths, {
        signal,
        exclude,
        onFile: ({ name, done, total }) => report({ type: 'step-progress', step: 'load', done, total, item: name }),
      });
      for (const file of skipped) report({ type: 'document-skipped', ...file });
      if (documents.length === 0) {
        throw nothingRead(paths, skipped.length);
      }
      const read = new Map(documents.map(({ id, contentHash }) => [id, contentHash]));
      const others = beside.filter(({ id }) => !read.has(id));
      for (const { id, name, contentHash } of beside) {
        if ((read.get(id) ?? contentHash) === contentHash) continue;
        const message = `${name} was changed here; it is again as it is in the folder.`;
        report({ type: 'log', level: 'warn', message });
      }
      const all = [...documents, ...others].toSorted(byName);
      return { made: { documents: all, skippedFiles: skipped }, count: all.length };
    },
  });
}

function byName(a: Document, b: Document): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
