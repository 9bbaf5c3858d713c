import { documentOrigins, runScopes } from '@genglossary/core/domain';
import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { limits } from '../limits.ts';
import { procedure, router } from '../trpc.ts';

const document = z.object({ projectId: inputs.projectId, documentId: inputs.documentId });

export const documents = router({
  /**
   * Takes in files; what became of each is told, and what is good goes in whatever becomes of the others.
   * @throws `storage/not-found`
   */
  upload: procedure
    .input(
      z.object({
        projectId: inputs.projectId,
        files: z
          .array(z.object({ name: z.string().max(4096), content: inputs.content }))
          .min(1)
          .max(limits.listItems),
        /** Queues a run of what is then new, behind the one that works; `false`: none, whatever the settings say. */
        thenRun: z.union([z.enum(runScopes), z.literal(false)]).optional(),
        /** `folder`: they mirror one that the sender keeps, who says when they are gone; else they stay. */
        origin: z.enum(documentOrigins).optional(),
      }),
    )
    .mutation(({ ctx, input: { projectId, files, ...options } }) =>
      ctx.core.actions.documents.upload(projectId, files, exact(options)),
    ),

  /** Sorted by name. @throws `storage/not-found` */
  list: procedure
    .input(z.object({ projectId: inputs.projectId }))
    .query(async ({ ctx, input }) => ({ items: await ctx.core.actions.documents.list(input.projectId) })),

  /** With its text. @throws `storage/not-found` */
  get: procedure
    .input(document)
    .query(({ ctx, input }) => ctx.core.actions.documents.get(input.projectId, input.documentId)),

  /** What people read in it, apart from its markup; `null` for one that is too long. @throws `storage/not-found` */
  prose: procedure
    .input(document)
    .query(
      async ({ ctx, input }) => (await ctx.core.actions.documents.prose(input.projectId, input.documentId)) ?? null,
    ),

  /**
   * Where some words stand in the documents as they are now, also in the midst of words; width, case and hyphens make no
   * difference. The first places are shown, and all are counted. @throws `storage/not-found`
   */
  search: procedure
    .input(
      z.object({
        projectId: inputs.projectId,
        text: z.string().trim().min(1).max(limits.nameLength),
        limit: z.number().int().min(1).max(limits.foundPlaces).optional(),
        /** Places that are shown of one document, at most. */
        perDocument: z.number().int().min(1).max(limits.foundPlaces).optional(),
        /** UTF-16 units on each side of a place. */
        width: z.number().int().min(0).max(500).optional(),
      }),
    )
    .query(({ ctx, input: { projectId, ...query } }) => ctx.core.actions.documents.search(projectId, exact(query))),

  /** Gives a document a new text. @throws `storage/not-found` · `document/unreadable` */
  replace: procedure
    .input(document.extend({ content: inputs.content }))
    .mutation(({ ctx, input }) => ctx.core.actions.documents.replace(input.projectId, input.documentId, input.content)),

  /** What entries would lose if these documents went. @throws `storage/not-found` */
  impact: procedure
    .input(
      z.object({ projectId: inputs.projectId, documentIds: z.array(inputs.documentId).min(1).max(limits.listItems) }),
    )
    .query(({ ctx, input }) => ctx.core.actions.documents.impact(input.projectId, input.documentIds)),

  /** Into the trash; the glossary stays as it is until the next build. @throws `storage/not-found` */
  trash: procedure
    .input(
      z.object({ projectId: inputs.projectId, documentIds: z.array(inputs.documentId).min(1).max(limits.listItems) }),
    )
    .mutation(({ ctx, input }) => ctx.core.actions.documents.trash(input.projectId, input.documentIds)),
});
