import { languageModelSettings } from '@genglossary/core';
import {
  definitionAuthors,
  definitionStates,
  designationForms,
  designationKinds,
  designationStatuses,
  entryStates,
  relationKinds,
} from '@genglossary/core/domain';
import { z } from 'zod';
import { definitionInput } from '../definition-input.ts';
import { exact } from '../exact.ts';
import { inputs } from '../inputs.ts';
import { limits } from '../limits.ts';
import { procedure, router } from '../trpc.ts';

const project = z.object({ projectId: inputs.projectId });
const entry = project.extend({ entryId: inputs.conceptId });
const entryIds = z.array(inputs.conceptId).min(1).max(limits.listItems);
const page = { limit: inputs.limit.optional(), cursor: inputs.cursor.optional() };
const { ifVersion } = inputs;
const ratio = z.number().min(0).max(1);

/** How a name is looked for, where that is not as usual. */
const matching = z.object({
  isCaseSensitive: z.literal(true).optional(),
  isUninflected: z.literal(true).optional(),
  boundary: z.enum(['whole', 'part']).optional(),
  forms: z.array(inputs.name).max(20).readonly().optional(),
});

const designation = z.object({
  text: inputs.name,
  kind: z.enum(designationKinds),
  status: z.enum(designationStatuses),
  form: z.enum(designationForms),
  reading: inputs.name.optional(),
  reason: inputs.text.max(1000).optional(),
  matching: matching.optional(),
});

const query = project.extend({
  ...page,
  text: inputs.name.optional(),
  letter: z.string().max(10).optional(),
  state: z.enum(entryStates).optional(),
  definitionState: z.enum(definitionStates).optional(),
  hasIssue: z.boolean().optional(),
  hasDefinition: z.boolean().optional(),
  isLocked: z.boolean().optional(),
  isEdited: z.boolean().optional(),
  hasNote: z.boolean().optional(),
  categoryId: inputs.categoryId.nullable().optional(),
  minConfidence: ratio.optional(),
  maxConfidence: ratio.optional(),
  sort: z.enum(['reading', 'score', 'frequency', 'documents', 'confidence', 'issues']).optional(),
  isReversed: z.boolean().optional(),
});

const note = z.string().max(4000);

const proposalOrder = entry.extend({
  instruction: z.string().max(2000).optional(),
  /** Who writes; whoever the settings say for definitions unless told. */
  languageModel: z.union([z.literal('built-in'), languageModelSettings]).optional(),
});

/** What people do with entries. Whoever changes one names the version they saw: `entry/conflict` carries the current one. */
export const entries = router({
  /** As people read them unless told; a page and how to go on. @throws `storage/not-found` · `list/invalid-cursor` */
  list: procedure
    .input(query)
    .query(({ ctx, input: { projectId, ...rest } }) => ctx.core.actions.entries.list(projectId, exact(rest))),

  /** With everything that is known about it but where it stands: that is paged. @throws `storage/not-found` */
  get: procedure.input(entry).query(({ ctx, input }) => ctx.core.actions.entries.get(input.projectId, input.entryId)),

  /** Where it stands, as lines of a concordance. @throws `storage/not-found` · `list/invalid-cursor` */
  contexts: procedure
    .input(entry.extend({ ...page, width: z.number().int().min(10).max(500).optional() }))
    .query(({ ctx, input: { projectId, entryId, ...rest } }) =>
      ctx.core.actions.entries.contexts(projectId, entryId, exact(rest)),
    ),

  /** Where entries stand in one document, in its order. @throws `storage/not-found` */
  places: procedure.input(project.extend({ documentId: inputs.documentId })).query(async ({ ctx, input }) => ({
    items: await ctx.core.actions.entries.places(input.projectId, input.documentId),
  })),

  /**
   * Changes what is named, if it is still the version that was seen; `null` takes the note away.
   * @throws `storage/not-found` · `entry/conflict` · `entry/locked` · `entry/invalid` · `entry/name-taken`
   */
  update: procedure
    .input(
      entry.extend({
        ifVersion,
        designations: z.array(designation).min(1).max(100).optional(),
        definition: definitionInput.optional(),
        note: note.nullable().optional(),
      }),
    )
    .mutation(({ ctx, input: { projectId, entryId, ...update } }) =>
      ctx.core.actions.entries.update(projectId, entryId, exact(update)),
    ),

  /**
   * Defines it again and changes nothing: the answer is a proposal, which `update` takes over with its version. A
   * mutation, because a language model may be asked; `instruction` is for one.
   * @throws `storage/not-found` · `entry/locked` · `config/invalid` · `llm/refused-address`
   */
  regenerate: procedure
    .input(proposalOrder)
    .mutation(({ ctx, input: { projectId, entryId, ...order }, signal }) =>
      ctx.core.proposeDefinition({ project: projectId, entry: entryId }, exact(order), signal),
    ),

  /** What that would spend, told without a call. @throws `storage/not-found` · `entry/locked` · `config/invalid` */
  estimateRegenerate: procedure
    .input(proposalOrder)
    .query(({ ctx, input: { projectId, entryId, ...order }, signal }) =>
      ctx.core.estimateProposal({ project: projectId, entry: entryId }, exact(order), signal),
    ),

  /**
   * Keeps it as it is, against builds and people, until it is unlocked.
   * @throws `storage/not-found` · `entry/conflict`
   */
  lock: procedure
    .input(entry.extend({ ifVersion: ifVersion.optional() }))
    .mutation(({ ctx, input: { projectId, entryId, ...seen } }) =>
      ctx.core.actions.entries.lock(projectId, entryId, exact(seen)),
    ),

  /** Builds and people may change it again. @throws `storage/not-found` · `entry/conflict` */
  unlock: procedure
    .input(entry.extend({ ifVersion: ifVersion.optional() }))
    .mutation(({ ctx, input: { projectId, entryId, ...seen } }) =>
      ctx.core.actions.entries.unlock(projectId, entryId, exact(seen)),
    ),

  /** What was done to it, latest first. @throws `storage/not-found` */
  history: procedure
    .input(entry.extend({ limit: inputs.limit.optional(), before: z.number().int().positive().optional() }))
    .query(async ({ ctx, input: { projectId, entryId, ...rest } }) => ({
      items: await ctx.core.actions.entries.history(projectId, entryId, exact(rest)),
    })),

  /**
   * Writes an earlier revision of its definition anew.
   * @throws `storage/not-found` · `entry/conflict` · `entry/locked`
   */
  restoreRevision: procedure
    .input(
      entry.extend({
        ifVersion,
        revision: z.number().int().positive(),
        author: z.enum(definitionAuthors).optional(),
      }),
    )
    .mutation(({ ctx, input: { projectId, entryId, ...revision } }) =>
      ctx.core.actions.entries.restoreRevision(projectId, entryId, exact(revision)),
    ),

  /**
   * Accepts or rejects a relation for good, also one that nobody proposed; `open` takes that back.
   * @throws `storage/not-found` · `entry/locked` · `entry/invalid`
   */
  decideRelation: procedure
    .input(
      entry.extend({
        kind: z.enum(relationKinds),
        target: inputs.conceptId,
        state: z.enum(['accepted', 'rejected', 'open']),
      }),
    )
    .mutation(({ ctx, input: { projectId, entryId, ...decision } }) =>
      ctx.core.actions.entries.decideRelation(projectId, entryId, decision),
    ),

  /**
   * Adds one by hand, which the next build will look for.
   * @throws `storage/not-found` · `entry/invalid` · `entry/name-taken`
   */
  add: procedure
    .input(
      project.extend({
        term: inputs.name,
        language: inputs.language.optional(),
        reading: inputs.name.optional(),
        names: z.array(designation).max(100).optional(),
        definition: definitionInput.optional(),
        note: note.optional(),
      }),
    )
    .mutation(({ ctx, input: { projectId, ...added } }) => ctx.core.actions.entries.add(projectId, exact(added))),

  /**
   * How often a name stands in the documents, and the entry that has it, before anything is added or looked for otherwise.
   * @throws `storage/not-found` · `entry/invalid` for further forms that nobody could look for
   */
  preview: procedure
    .input(
      project.extend({
        term: inputs.name,
        language: inputs.language.optional(),
        matching: matching.optional(),
        entry: inputs.conceptId.optional(),
      }),
    )
    .query(({ ctx, input: { projectId, ...name } }) => ctx.core.actions.entries.preview(projectId, exact(name))),

  /** Into the trash: no build brings them back. @throws `storage/not-found` · `entry/locked` */
  trash: procedure
    .input(project.extend({ entryIds }))
    .mutation(({ ctx, input }) => ctx.core.actions.entries.trash(input.projectId, input.entryIds)),

  /**
   * Makes entries one: the names of the others become further names of it.
   * @throws `storage/not-found` · `entry/conflict` · `entry/locked` · `entry/invalid`
   */
  merge: procedure
    .input(project.extend({ into: inputs.conceptId, from: entryIds, ifVersion: ifVersion.optional() }))
    .mutation(({ ctx, input: { projectId, ...merge } }) => ctx.core.actions.entries.merge(projectId, exact(merge))),

  /**
   * Makes a name an entry of its own; what was merged comes out as it was.
   * @throws `storage/not-found` · `entry/conflict` · `entry/locked` · `entry/invalid`
   */
  split: procedure
    .input(entry.extend({ name: inputs.name, ifVersion: ifVersion.optional() }))
    .mutation(({ ctx, input: { projectId, entryId, ...split } }) =>
      ctx.core.actions.entries.split(projectId, entryId, exact(split)),
    ),
});
