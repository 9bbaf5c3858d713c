import type { EntryContext, FoundWords, ProjectId, StoredDocument } from '../domain/index.ts';
import { breathe } from '../runtime/breathe.ts';
import { inSlices } from '../runtime/in-slices.ts';
import type { Storage } from '../storage/storage.ts';
import { createWordFinder, type WordFinder } from '../text/find-words.ts';
import { lineStarts } from '../text/line-index.ts';
import { maskTags } from '../text/mask-tags.ts';
import { type TextPiece, textPieces } from '../text/text-pieces.ts';
import { hasTags } from '../text/without-tags.ts';
import { contextAt, WIDTH } from './entry-contexts.ts';
import { KeptLists } from './kept-lists.ts';
import { requireProject } from './require-project.ts';

export interface DocumentQuery {
  /** What to look for, anywhere in the texts, also in the midst of words. */
  readonly text: string;
  /** Places that are shown; 20 unless told, at most 200. */
  readonly limit?: number;
  /** Of these, so many of one document at most, so that others are seen, too; as many as `limit` unless told. */
  readonly perDocument?: number;
  /** UTF-16 units on each side of a place; 80 unless told, at most 500. */
  readonly width?: number;
}

const PLACES = 20;
const MAX_PLACES = 200;

interface FoldedDocument extends Pick<StoredDocument, 'id' | 'contentHash'> {
  readonly pieces: readonly TextPiece[];
}

/**
 * Looks through the documents as they are now, in the order of their names: Markdown and the like with their marks,
 * HTML and Word documents without their tags. There is no index: the texts are folded when somebody first looks for
 * something (0.5 s for 12 million characters), and stay folded until a document changes.
 */
export class DocumentSearcher {
  readonly #storage: Storage;
  readonly #folded: KeptLists<readonly FoldedDocument[]>;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#folded = new KeptLists(storage, ['document']);
  }

  /** @throws `storage/not-found` */
  async search(
    project: ProjectId,
    { text: words, limit = PLACES, perDocument = limit, width = WIDTH }: DocumentQuery,
  ): Promise<FoundWords> {
    await requireProject(this.#storage, project);
    const finder = createWordFinder(words);
    if (finder === undefined) return { items: [], total: 0, documents: 0 };
    const all = await this.#folded.get(project, () => Array.fromAsync(foldDocuments(this.#storage, project)));
    const most = Math.min(Math.max(1, Math.trunc(limit)), MAX_PLACES);
    const perOne = Math.max(1, Math.trunc(perDocument));
    const items: EntryContext[] = [];
    let total = 0;
    let documents = 0;
    for (const document of all) {
      const count = finder.count(document.pieces);
      if (count === 0) continue;
      total += count;
      documents += 1;
      const room = Math.min(most - items.length, perOne);
      if (room > 0) items.push(...(await this.#places(project, document, { finder, room, width })));
      await breathe();
    }
    return { items, total, documents };
  }

  async #places(
    project: ProjectId,
    { id, contentHash, pieces }: FoldedDocument,
    { finder, room, width }: { readonly finder: WordFinder; readonly room: number; readonly width: number },
  ): Promise<readonly EntryContext[]> {
    const document = await this.#storage.documents.read(project, id);
    // Changed or thrown away at this very moment.
    if (document?.contentHash !== contentHash) return [];
    const { name, format, text } = document;
    const shown = { id, name, format, lineStarts: lineStarts(text) };
    const ranges = finder.places(readable(document), pieces, room);
    return ranges.map((range) => contextAt({ document: shown, text, range, width }));
  }
}

async function* foldDocuments({ documents }: Storage, project: ProjectId): AsyncGenerator<FoldedDocument> {
  for (const { id } of await documents.list(project)) {
    const document = await documents.read(project, id);
    if (document === undefined) continue;
    yield { id, contentHash: document.contentHash, pieces: await inSlices(textPieces(readable(document))) };
  }
}

/** As people read it, but as long as it is. */
function readable({ format, text }: { readonly format: string; readonly text: string }): string {
  return hasTags(format) ? maskTags(text) : text;
}
