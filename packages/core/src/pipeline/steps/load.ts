import { loadDocuments } from '../../documents/load-documents.ts';
import { GlossaryError } from '../../errors/glossary-error.ts';
import { defineStep } from '../step.ts';

/** Files and folders to documents; what could not be read is told with its reason. `exclude` names what is not a source. */
export function createLoadStep({ exclude = [] }: { readonly exclude?: readonly string[] } = {}) {
  return defineStep({
    name: 'load',
    needs: ['paths'],
    makes: ['documents', 'skippedFiles'],
    async run({ paths }, { signal, report }) {
      const { documents, skipped } = await loadDocuments(paths, {
        signal,
        exclude,
        onFile: ({ name, done, total }) => report({ type: 'step-progress', step: 'load', done, total, item: name }),
      });
      for (const file of skipped) report({ type: 'document-skipped', ...file });
      if (documents.length === 0) {
        throw new GlossaryError('document/none', `Nothing could be read in ${paths.join(', ')}.`, {
          details: { skipped: skipped.length },
        });
      }
      return { made: { documents, skippedFiles: skipped }, count: documents.length };
    },
  });
}
