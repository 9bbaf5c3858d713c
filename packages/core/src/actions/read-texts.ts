import type { GlossaryDocument, ProjectId } from '../domain/index.ts';
import { breathe } from '../runtime/breathe.ts';
import { inSlices } from '../runtime/in-slices.ts';
import type { Storage, Stores } from '../storage/storage.ts';
import { lineStarts } from '../text/line-index.ts';
import { type TextPiece, textPieces } from '../text/text-pieces.ts';
import { KeptLists } from './kept-lists.ts';

/** A text in which terms were found. */
export interface SearchedText {
  readonly document: Pick<GlossaryDocument, 'id' | 'name' | 'lineStarts'>;
  readonly text: string;
  readonly pieces: readonly TextPiece[];
}

/** Keeps the texts of a project while people look at one term after another. */
export class TextReader {
  readonly #storage: Storage;
  readonly #texts: KeptLists<readonly SearchedText[]>;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#texts = new KeptLists(storage, ['document', 'term']);
  }

  /** The texts that the glossary was built from, then those that came in since: terms can have been found in either. */
  read(project: ProjectId): Promise<readonly SearchedText[]> {
    return this.#texts.get(project, () => Array.fromAsync(readTexts(this.#storage, project)));
  }
}

async function* readTexts({ glossary, documents }: Stores, project: ProjectId): AsyncGenerator<SearchedText> {
  const built = await glossary.documents(project);
  for (const document of built) {
    const found = await documents.builtText(project, document.id);
    if (found !== undefined) yield await searched(document, found.text);
    await breathe();
  }
  const known = new Set(built.map(({ id }) => id));
  for (const { id, name } of await documents.list(project)) {
    const found = known.has(id) ? undefined : await documents.read(project, id);
    if (found !== undefined) yield await searched({ id, name, lineStarts: lineStarts(found.text) }, found.text);
    await breathe();
  }
}

async function searched(document: SearchedText['document'], text: string): Promise<SearchedText> {
  return { document, text, pieces: await inSlices(textPieces(text)) };
}
