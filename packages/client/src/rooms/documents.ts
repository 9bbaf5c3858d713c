import type {
  Document,
  DocumentId,
  DocumentQuery,
  Done,
  FoundWords,
  ProjectId,
  Prose,
  RemovalImpact,
  StoredDocument,
  UndoToken,
  UploadOptions,
  UploadResult,
  UploadOutcome,
} from '@genglossary/contract';
import { type FileContent, sendable } from '../sendable.ts';
import type { CallOptions, Room } from './room.ts';

/** A file to hand in: its text, or its bytes, whose encoding is then detected. */
export interface UploadFile {
  /** Relative, with forward slashes. */
  readonly name: string;
  readonly content: FileContent;
}

export interface DocumentsRoom {
  /** Hands in any number of files, as many at once as a request may hold. What is good goes in whatever becomes of the others. */
  upload(
    projectId: ProjectId,
    files: readonly UploadFile[],
    options?: UploadOptions & CallOptions,
  ): Promise<UploadResult>;
  /** Sorted by name. */
  list(projectId: ProjectId, options?: CallOptions): Promise<readonly StoredDocument[]>;
  /** With its text. @throws `storage/not-found` */
  get(projectId: ProjectId, documentId: DocumentId, options?: CallOptions): Promise<Document>;
  /** What people read in it, apart from its markup; `undefined` for one that is too long. @throws `storage/not-found` */
  prose(projectId: ProjectId, documentId: DocumentId, options?: CallOptions): Promise<Prose | undefined>;
  /** Where words stand in the documents as they are now, also within words. @throws `storage/not-found` */
  search(projectId: ProjectId, query: DocumentQuery, options?: CallOptions): Promise<FoundWords>;
  replace(
    projectId: ProjectId,
    documentId: DocumentId,
    content: UploadFile['content'],
    options?: CallOptions,
  ): Promise<Done<Document>>;
  /** What entries would lose if these documents went. */
  impact(projectId: ProjectId, documentIds: readonly DocumentId[], options?: CallOptions): Promise<RemovalImpact>;
  /** Into the trash; the glossary stays as it is until the next build. */
  trash(
    projectId: ProjectId,
    documentIds: readonly DocumentId[],
    options?: CallOptions,
  ): Promise<Done<readonly DocumentId[]>>;
}

/** Of one request, well below what a server takes. */
const MAX_CHARACTERS = 5_000_000;
const MAX_FILES = 500;

interface SentFile {
  readonly name: string;
  readonly content: Awaited<ReturnType<typeof sendable>>;
}

export function documentsRoom(room: Room): DocumentsRoom {
  const { api, ask } = room;
  return {
    async upload(projectId, files, { thenRun, origin, ...options } = {}) {
      const outcomes: UploadOutcome[] = [];
      const undo: UndoToken[] = [];
      let isRunQueued = false;
      for await (const { batch, isLast } of batches(files)) {
        // One run does all of them.
        const then = isLast ? thenRun : false;
        const request = {
          projectId,
          files: batch,
          ...(then === undefined ? {} : { thenRun: then }),
          ...(origin === undefined ? {} : { origin }),
        };
        const done = await ask(api.documents.upload.mutate, request, options);
        ({ isRunQueued } = done.value);
        outcomes.push(...done.value.outcomes);
        if (done.undo !== undefined) undo.push(done.undo);
      }
      const idsOf = (outcome: 'added' | 'updated') =>
        outcomes.flatMap((one) => (one.outcome === outcome ? [one.id] : []));
      const rejected = outcomes.filter((one) => one.outcome === 'rejected');
      return { outcomes, added: idsOf('added'), updated: idsOf('updated'), rejected, isRunQueued, undo };
    },
    async list(projectId, options) {
      return (await ask(api.documents.list.query, { projectId }, options)).items;
    },
    get: (projectId, documentId, options) => ask(api.documents.get.query, { projectId, documentId }, options),
    async prose(projectId, documentId, options) {
      return (await ask(api.documents.prose.query, { projectId, documentId }, options)) ?? undefined;
    },
    search: (projectId, query, options) => ask(api.documents.search.query, { projectId, ...query }, options),
    async replace(projectId, documentId, content, options) {
      const text = await sendable(content);
      return ask(api.documents.replace.mutate, { projectId, documentId, content: text }, options);
    },
    impact: (projectId, documentIds, options) =>
      ask(api.documents.impact.query, { projectId, documentIds: [...documentIds] }, options),
    trash: (projectId, documentIds, options) =>
      ask(api.documents.trash.mutate, { projectId, documentIds: [...documentIds] }, options),
  };
}

async function* batches(
  files: readonly UploadFile[],
): AsyncGenerator<{ readonly batch: SentFile[]; readonly isLast: boolean }> {
  let batch: SentFile[] = [];
  let size = 0;
  for (const { name, content } of files) {
    const sent = await sendable(content);
    const length = typeof sent === 'string' ? sent.length : sent.base64.length;
    if (batch.length > 0 && (batch.length >= MAX_FILES || size + length > MAX_CHARACTERS)) {
      yield { batch, isLast: false };
      [batch, size] = [[], 0];
    }
    batch.push({ name, content: sent });
    size += length;
  }
  if (batch.length > 0) yield { batch, isLast: true };
}
