import { languageOfTag } from '@genglossary/core';
import { categoryId, conceptId, documentId, issueId, projectId, runId } from '@genglossary/core/domain';
import { z } from 'zod';
import { limits } from './limits.ts';

const id = z.string().min(1).max(limits.nameLength);

const bytes = z
  .object({ base64: z.base64().max(limits.bodyBytes) })
  .transform(({ base64 }) => new Uint8Array(Buffer.from(base64, 'base64')));

/** Pieces of the inputs of procedures. */
export const inputs = {
  projectId: id.transform(projectId),
  documentId: id.transform(documentId),
  conceptId: id.transform(conceptId),
  categoryId: id.transform(categoryId),
  issueId: id.transform(issueId),
  runId: id.transform(runId),
  name: z.string().min(1).max(limits.nameLength),
  text: z.string().max(limits.textLength),
  /** Text, or bytes in base64 whose encoding is detected. */
  content: z.union([z.string().max(limits.bodyBytes), bytes]),
  /** Bytes in base64. */
  bytes,
  /** A language tag (BCP 47): of a region's or script's only the language is kept. */
  language: z.string().transform((tag, context) => {
    const language = tag.length > 50 ? undefined : languageOfTag(tag);
    if (language !== undefined) return language;
    context.addIssue({ code: 'custom', message: 'not the tag of a language (BCP 47), such as en, ja or pt-BR' });
    return z.NEVER;
  }),
  /** Makes a request safe to send again. */
  key: z.string().min(8).max(100),
  /** Rows of a page. */
  limit: z.number().int().min(1).max(limits.pageRows),
  /** Names an entry as it was seen. */
  ifVersion: z.string().min(1).max(200),
  /** Where a page of a list goes on; only ever handed back. */
  cursor: z.string().max(2000),
  /** Rows that are passed over. */
  offset: z.number().int().min(0),
  /** Where a subscription goes on: the number of the last thing that was seen. */
  lastEventId: z
    .string()
    .regex(/^\d{1,15}$/u, 'not a number of an event')
    .nullish(),
} as const;
