import { entryOrders, exporterNamed, type ExporterName, exporters, readForExport } from '@genglossary/core';
import { entryStates } from '@genglossary/core/domain';
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
      /** Whether Markdown and HTML name open issues; CSV and JSON always do. */
      includeIssues: z.boolean().optional(),
      byteOrderMark: z.boolean().optional(),
      /** Number of a published version; the glossary as it is now unless told. */
      version: z.number().int().positive().optional(),
      /** Only entries in these states. */
      states: z.array(z.enum(entryStates)).max(entryStates.length).optional(),
      /** Only entries in the categories of these names; `null` stands for entries that are in none. */
      categories: z.array(inputs.name.nullable()).max(101).optional(),
      minimumConfidence: z.number().min(0).max(1).optional(),
      /** Only entries whose definition rests on a passage, or only the others. */
      evidence: z.enum(['with', 'without']).optional(),
      order: z.enum(entryOrders).optional(),
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
  /** The formats that there are, with their file endings and media types. */
  formats: procedure.query(() => formats),

  /**
   * The beginning of what `create` would answer.
   * @throws `glossary/none` · `storage/not-found` · `category/not-found`
   */
  preview: procedure.input(request).query(async ({ ctx, input: { projectId, format, options } }) => {
    const chosen = exact(options);
    const glossary = await readForExport(ctx.core.storage, projectId, chosen);
    let content = '';
    for (const piece of exporterNamed(format).write(glossary, chosen)) {
      content += piece;
      if (content.length > PREVIEW_LENGTH)
        return { content: content.slice(0, PREVIEW_LENGTH).toWellFormed(), isWhole: false };
    }
    return { content, isWhole: true };
  }),

  /**
   * The glossary in a format, byte for byte what the command line writes with the same options.
   * @throws `glossary/none` · `storage/not-found` · `category/not-found`
   */
  create: procedure.input(request).mutation(async ({ ctx, input: { projectId, format, options } }) => {
    const chosen = exact(options);
    const glossary = await readForExport(ctx.core.storage, projectId, chosen);
    const { fileExtension, mediaType, write } = exporterNamed(format);
    return {
      fileName: `glossary${fileExtension}`,
      mediaType,
      content: [...write(glossary, chosen)].join(''),
      entries: glossary.concepts.length,
    };
  }),
});
