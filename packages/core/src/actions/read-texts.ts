import type { GlossaryDocument, ProjectId } from '../domain/index.ts';
import { breathe } from '../runtime/breathe.ts';
import type { Storage, Stores } from '../storage/storage.ts';
import { foldedString } from '../text/fold-with-alignment.ts';
import { lineStarts } from '../text/line-index.ts';
import { KeptLists } from './kept-lists.ts';

/** A text in which terms were found. */
export interface SearchedText {
  readonly document: Pick<GlossaryDocument, 'id' | 'name' | 'lineStarts'>;
  readonly text: string;
  readonly pieces: readonly TextPiece[];
}

/** A part of a text that ends between two blocks. */
export interface TextPiece {
  readonly start: number;
  readonly end: number;
  /** Tells at once of most pieces that a name is not in them. */
  readonly folded: string;
}

/** UTF-16 units of a piece, at least. */
const PIECE = 16_384;
const BETWEEN_BLOCKS = /\n[^\S\n]*\n/gu;

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
    if (found !== undefined) yield searched(document, found.text);
    await breathe();
  }
  const known = new Set(built.map(({ id }) => id));
  for (const { id, name } of await documents.list(project)) {
    const found = known.has(id) ? undefined : await documents.read(project, id);
    if (found !== undefined) yield searched({ id, name, lineStarts: lineStarts(found.text) }, found.text);
    await breathe();
  }
}

function searched(document: SearchedText['document'], text: string): SearchedText {
  const pieces: TextPiece[] = [];
  for (let start = 0; start < text.length; start = pieces.at(-1)?.end ?? text.length) {
    BETWEEN_BLOCKS.lastIndex = start + PIECE;
    const gap = BETWEEN_BLOCKS.exec(text);
    const end = gap === null ? text.length : gap.index + gap[0].length;
    pieces.push({ start, end, folded: foldedString(text.slice(start, end)) });
  }
  return { document, text, pieces };
}
