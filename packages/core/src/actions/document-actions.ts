import type {
  Document,
  DocumentId,
  DocumentOrigin,
  Done,
  FoundWords,
  ProjectId,
  Prose,
  RunScope,
  StoredDocument,
  Upload,
  UploadItem,
  UploadOutcome,
} from '../domain/index.ts';
import { isFormatName } from '../documents/formats/index.ts';
import { readProse } from '../documents/read-prose.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { contentHash } from '../text/content-hash.ts';
import { foldText } from '../text/normal-form.ts';
import { hasTags } from '../text/without-tags.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { notFound } from './not-found.ts';
import { readContent, readUpload, type RejectedUpload } from './read-upload.ts';
import { requireProject } from './require-project.ts';
import { type DocumentQuery, DocumentSearcher } from './search-documents.ts';
import { readSettings } from './settings-actions.ts';
import type { Stores } from '../storage/storage.ts';

export interface DocumentActions {
  /**
   * Takes in files: each is added, replaces the document of its name, is the same already, or is rejected with its
   * reason. What is good goes in whatever becomes of the others. A run of what is then new is queued where it is asked
   * for, or where the settings say so: behind the one that works, never skipped. @throws `storage/not-found`
   */
  upload(
    project: ProjectId,
    items: readonly UploadItem[],
    options?: {
      /** How much of the pipeline; `false` for none, whatever the settings say. */
      readonly thenRun?: RunScope | false;
      /** `folder`: they mirror one that somebody keeps, and go when they are gone there. Default `upload`: they stay. */
      readonly origin?: DocumentOrigin;
    },
  ): Promise<Done<Upload>>;
  /** Sorted by name (code units). @throws `storage/not-found` */
  list(project: ProjectId): Promise<readonly StoredDocument[]>;
  /** With its text. @throws `storage/not-found` */
  get(project: ProjectId, id: DocumentId): Promise<Document>;
  /**
   * What people read in a document, apart from its markup; `undefined` for one that is too long to read while somebody
   * waits. @throws `storage/not-found`
   */
  prose(project: ProjectId, id: DocumentId): Promise<Prose | undefined>;
  /** Where some words stand in the documents as they are now. @throws `storage/not-found` */
  search(project: ProjectId, query: DocumentQuery): Promise<FoundWords>;
  /** Gives a document a new text. @throws `storage/not-found` · `document/unreadable` */
  replace(project: ProjectId, id: DocumentId, content: string | Uint8Array): Promise<Done<Document>>;
  /** What entries would lose if these documents went. @throws `storage/not-found` for any of the ids */
  impact(project: ProjectId, ids: readonly DocumentId[]): Promise<RemovalImpact>;
  /** Into the trash; the glossary stays as it is until the next build. @throws `storage/not-found` for any of the ids */
  trash(project: ProjectId, ids: readonly DocumentId[]): Promise<Done<readonly DocumentId[]>>;
}

/** What entries stand on in some documents. */
export interface RemovalImpact {
  /** Entries with a passage of their definition there. */
  readonly entries: number;
  /** Of these, the ones whose every passage is there. */
  readonly entirely: number;
}

/** Characters that are read into prose at once: more would hold up everybody else for longer than is felt. */
const MAX_PROSE = 300_000;
/** HTML, and so a Word document, is read several times as fast as what has to be parsed for its marks. */
const MAX_TAGGED_PROSE = 1_000_000;

/** Files of one upload. */
const MAX_ITEMS = 2000;

export function documentActions(tools: ActionTools): DocumentActions {
  const { storage } = tools;
  const searcher = new DocumentSearcher(storage);
  return {
    async upload(project, items, { thenRun, origin = 'upload' } = {}) {
      const read: (Document | RejectedUpload)[] = [];
      // One after the other: what a file unpacks to is in memory once.
      for (const item of items.slice(0, MAX_ITEMS)) read.push(await readUpload(item));
      for (const _ of items.slice(MAX_ITEMS)) {
        read.push({ reason: 'too-many', detail: `At most ${MAX_ITEMS} files are taken at once.` });
      }
      const done = await perform(tools, { project, kind: 'documents-uploaded' }, async (stores) => {
        const { documents } = stores;
        const stored = await documents.list(project);
        const nameOf = new Map(stored.map(({ name }) => [foldText(name), name]));
        const before = new Map(stored.map((document) => [document.id, document]));
        const seen = new Set<DocumentId>();
        const taken: Document[] = [];
        const outcomes = read.map((one, index): UploadOutcome => {
          const { name = '' } = items[index] ?? {};
          if ('reason' in one) return { name, outcome: 'rejected', ...one };
          const folded = foldText(one.name);
          const other = nameOf.get(folded);
          if (seen.has(one.id)) return clash(name, 'The same name stands twice in this upload.');
          if (other !== undefined && other !== one.name) {
            return clash(name, `It can be taken for ${other}: file systems do not tell them apart.`);
          }
          nameOf.set(folded, one.name);
          seen.add(one.id);
          const known = before.get(one.id);
          if (known !== undefined && known.contentHash === one.contentHash && known.encoding === one.encoding) {
            return { name, outcome: 'unchanged', id: one.id };
          }
          taken.push(one);
          return { name, outcome: known === undefined ? 'added' : 'updated', id: one.id };
        });
        await documents.put(project, taken, origin);
        const idsOf = (outcome: UploadOutcome['outcome']) =>
          outcomes.flatMap((one) => (one.outcome === outcome && 'id' in one ? [one.id] : []));
        const isNew = taken.length > 0 || stored.some(({ state }) => state !== 'built');
        const scope = isNew ? await wishedScope(stores, project, thenRun) : undefined;
        if (scope !== undefined) await stores.wantedRuns.put({ project, key: tools.ids(), scope });
        return { outcomes, added: idsOf('added'), updated: idsOf('updated'), isRunQueued: scope !== undefined };
      });
      if (done.value.isRunQueued) tools.queue?.look(project);
      return done;
    },
    async list(project) {
      await requireProject(storage, project);
      return storage.documents.list(project);
    },
    async get(project, id) {
      await requireProject(storage, project);
      const document = await storage.documents.read(project, id);
      if (document === undefined) throw notFound('document', id);
      return document;
    },
    async prose(project, id) {
      await requireProject(storage, project);
      const document = await storage.documents.read(project, id);
      if (document === undefined) throw notFound('document', id);
      const most = hasTags(document.format) ? MAX_TAGGED_PROSE : MAX_PROSE;
      return document.text.length > most ? undefined : readProse(document.format, document.text);
    },
    search: (project, query) => searcher.search(project, query),
    async replace(project, id, content) {
      await requireProject(storage, project);
      const named = await storage.documents.read(project, id);
      if (named === undefined) throw notFound('document', id);
      // The name of a document, and so its format, never changes.
      const read = await readContent(isFormatName(named.format) ? named.format : 'text', content);
      return perform(tools, { project, kind: 'document-replaced' }, async ({ documents }) => {
        const before = await documents.read(project, id);
        if (before === undefined) throw notFound('document', id);
        if ('reason' in read) {
          const { name } = before;
          throw new GlossaryError('document/unreadable', `The new text of ${name} cannot be taken: ${read.detail}`, {
            details: { name, why: read.detail },
          });
        }
        const document: Document = { ...before, ...read, contentHash: contentHash(read.text) };
        await documents.put(project, [document], 'upload');
        return document;
      });
    },
    async impact(project, ids) {
      await requireProject(storage, project);
      const known = new Set((await storage.documents.list(project)).map(({ id }) => id));
      const missing = ids.find((id) => !known.has(id));
      if (missing !== undefined) throw notFound('document', missing);
      const going = new Set(ids);
      let [entries, entirely] = [0, 0];
      for (const { concept } of await storage.concepts.list(project)) {
        const passages = concept.definition?.statements.flatMap(({ evidence }) => evidence) ?? [];
        const lost = passages.filter(({ documentId }) => going.has(documentId)).length;
        if (lost > 0) entries += 1;
        if (lost > 0 && lost === passages.length) entirely += 1;
      }
      return { entries, entirely };
    },
    trash: (project, ids) =>
      perform(tools, { project, kind: 'documents-trashed' }, async ({ documents }) => {
        const known = new Set((await documents.list(project)).map(({ id }) => id));
        const missing = ids.find((id) => !known.has(id));
        if (missing !== undefined) throw notFound('document', missing);
        await documents.trash(project, ids);
        return ids;
      }),
  };
}

/** What is asked for, else what the settings say. */
async function wishedScope(
  stores: Stores,
  project: ProjectId,
  thenRun: RunScope | false | undefined,
): Promise<RunScope | undefined> {
  if (thenRun !== undefined) return thenRun === false ? undefined : thenRun;
  const { effective } = await readSettings(stores, project);
  return effective.runsAfterUpload ? 'full' : undefined;
}

function clash(name: string, detail: string): UploadOutcome {
  return { name, outcome: 'rejected', reason: 'name-taken', detail };
}
