import { z } from 'zod';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { limits } from '../limits.ts';
import { procedure, router } from '../trpc.ts';

const entry = z.object({ projectId: inputs.projectId, entryId: inputs.conceptId });
const page = z.object({ limit: inputs.limit.optional(), cursor: inputs.cursor.optional() });
const share = z.number().min(0).max(1).optional();

const filter = z.object({
  text: inputs.text.optional(),
  letter: inputs.name.optional(),
  state: z.enum(['defined', 'in-use', 'unexplained']).optional(),
  definitionState: z.enum(['drafted', 'refined', 'edited']).optional(),
  hasIssue: z.boolean().optional(),
  hasDefinition: z.boolean().optional(),
  isLocked: z.boolean().optional(),
  isEdited: z.boolean().optional(),
  hasNote: z.boolean().optional(),
  minConfidence: share,
  maxConfidence: share,
  sort: z.enum(['reading', 'score', 'frequency', 'documents', 'confidence', 'issues']).optional(),
  isReversed: z.boolean().optional(),
});

const designation = z.object({
  text: inputs.name,
  kind: z.enum(['term', 'proper-name', 'symbol']),
  status: z.enum(['preferred', 'admitted', 'deprecated', 'forbidden']),
  form: z.enum(['full', 'abbreviation', 'variant', 'synonym']),
  reading: inputs.name.optional(),
});

const passage = z.object({
  documentId: inputs.documentId,
  range: z.object({ start: z.number().int().min(0), end: z.number().int().min(0) }),
  quote: inputs.text,
});

const definition = z.object({
  statements: z
    .array(
      z.object({
        text: inputs.text,
        role: z.enum(['definition', 'context']).optional(),
        evidence: z.array(passage).max(limits.listItems).optional(),
      }),
    )
    .max(limits.listItems),
  reason: inputs.text.optional(),
});

/** What the caller saw: whoever was second is told, with the entry as it is now. */
const seen = { ifVersion: z.string().min(1).max(100) };

export const entries = router({
  list: procedure
    .input(z.object({ projectId: inputs.projectId }).extend(page.shape).extend(filter.shape))
    .query(({ ctx, input: { projectId, ...query } }) => ctx.core.actions.entries.list(projectId, exact(query))),

  get: procedure.input(entry).query(({ ctx, input }) => ctx.core.actions.entries.get(input.projectId, input.entryId)),

  /** Where an entry stands, with its surroundings. */
  contexts: procedure
    .input(entry.extend(page.shape).extend({ width: z.number().int().min(0).max(500).optional() }))
    .query(({ ctx, input: { projectId, entryId, ...query } }) =>
      ctx.core.actions.entries.contexts(projectId, entryId, exact(query)),
    ),

  /** Where entries stand in one document, in its order. */
  places: procedure
    .input(z.object({ projectId: inputs.projectId, documentId: inputs.documentId }))
    .query(async ({ ctx, input }) => ({
      items: await ctx.core.actions.entries.places(input.projectId, input.documentId),
    })),

  update: procedure
    .input(
      entry.extend({
        ...seen,
        designations: z.array(designation).max(limits.listItems).optional(),
        definition: definition.optional(),
        note: inputs.text.nullable().optional(),
      }),
    )
    .mutation(({ ctx, input: { projectId, entryId, ...update } }) =>
      ctx.core.actions.entries.update(projectId, entryId, exact(update)),
    ),

  /** What was done to it, latest first. */
  history: procedure
    .input(entry.extend({ limit: inputs.limit.optional(), before: z.number().int().min(0).optional() }))
    .query(async ({ ctx, input: { projectId, entryId, ...options } }) => ({
      items: await ctx.core.actions.entries.history(projectId, entryId, exact(options)),
    })),

  /** Writes an earlier revision of the definition anew. */
  restoreRevision: procedure
    .input(
      entry.extend({
        ...seen,
        revision: z.number().int().min(1),
        author: z.enum(['built-in', 'language-model', 'person']).optional(),
      }),
    )
    .mutation(({ ctx, input: { projectId, entryId, ...revision } }) =>
      ctx.core.actions.entries.restoreRevision(projectId, entryId, exact(revision)),
    ),

  /** Into the trash: no build brings them back. */
  trash: procedure
    .input(z.object({ projectId: inputs.projectId, entryIds: z.array(inputs.conceptId).min(1).max(limits.listItems) }))
    .mutation(({ ctx, input }) => ctx.core.actions.entries.trash(input.projectId, input.entryIds)),
});
