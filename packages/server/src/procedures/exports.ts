import {
  exporterNamed,
  type ExporterName,
  exporters,
  type ExportOptions,
  GlossaryError,
  type Storage,
} from '@genglossary/core';
import type { Glossary, ProjectId } from '@genglossary/core/domain';
import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';

const names = Object.keys(exporters) as [ExporterName, ...ExporterName[]];

const request = z.object({
  projectId: inputs.projectId,
  format: z.enum(names),
  options: z
    .object({
      locale: z.enum(['en', 'ja']).optional(),
      /** Where the documents are, as a relative path from the exported file: evidence becomes links. */
      documentsBase: z.string().max(1000).optional(),
      occurrenceLimit: z.number().int().min(0).max(10_000).optional(),
      includeUnsupported: z.boolean().optional(),
      byteOrderMark: z.boolean().optional(),
    })
    .default({}),
});

const formats = Object.values(exporters).map(({ name, fileExtension, mediaType }) => ({
  name,
  fileExtension,
  mediaType,
}));

const PREVIEW_LENGTH = 20_000;

export const exports = router({
  formats: procedure.query(() => formats),

  /** The beginning of what `create` would answer. */
  preview: procedure.input(request).query(async ({ ctx, input: { projectId, format, options } }) => {
    const glossary = await glossaryOf(ctx.core.storage, projectId);
    let content = '';
    for (const piece of exporterNamed(format).write(glossary, exact(options))) {
      content += piece;
      if (content.length > PREVIEW_LENGTH)
        return { content: content.slice(0, PREVIEW_LENGTH).toWellFormed(), isWhole: false };
    }
    return { content, isWhole: true };
  }),

  /** The glossary in a format, byte for byte what the command line writes with the same options. */
  create: procedure.input(request).mutation(async ({ ctx, input: { projectId, format, options } }) => {
    const glossary = await glossaryOf(ctx.core.storage, projectId);
    return exported(glossary, { format, options: exact(options) });
  }),
});

function exported(
  glossary: Glossary,
  { format, options }: { readonly format: ExporterName; readonly options: ExportOptions },
) {
  const { fileExtension, mediaType, write } = exporterNamed(format);
  return { fileName: `glossary${fileExtension}`, mediaType, content: [...write(glossary, options)].join('') };
}

async function glossaryOf(storage: Storage, project: ProjectId): Promise<Glossary> {
  const glossary = await storage.glossary.read(project);
  if (glossary !== undefined) return glossary;
  throw new GlossaryError('glossary/none', 'This project has no glossary yet.', { details: { project } });
}
