import type { DocumentId, Evidence, ProjectId } from '../domain/index.ts';
import type { Stores } from '../storage/storage.ts';
import { lineStarts } from '../text/line-index.ts';
import type { StatementInput } from './check-definition.ts';
import type { ImportedPassage, ImportedStatement } from './imported-entry.ts';

/** The passages of a file that really stand in the documents; the others are left out. */
export class ImportedPassages {
  readonly #stores: Stores;
  readonly #project: ProjectId;
  readonly texts = new Map<DocumentId, string>();
  readonly #lineStarts = new Map<DocumentId, readonly number[]>();
  #ids: ReadonlyMap<string, DocumentId> | undefined;

  constructor(stores: Stores, project: ProjectId) {
    this.#stores = stores;
    this.#project = project;
  }

  async found(statements: readonly ImportedStatement[]): Promise<readonly StatementInput[]> {
    const checked: StatementInput[] = [];
    for (const { text, role, evidence = [] } of statements) {
      const standing: Evidence[] = [];
      for (const passage of evidence) {
        const { document, quote } = passage;
        const documentId = (await this.#documents()).get(document);
        if (documentId === undefined) continue;
        const [start, end] = await this.#rangeOf(documentId, passage);
        if ((await this.#text(documentId)).slice(start, end) !== quote) continue;
        standing.push({ documentId, range: { start, end }, quote });
      }
      checked.push({ text, role, ...(standing.length === 0 ? {} : { evidence: standing }) });
    }
    return checked;
  }

  async #rangeOf(id: DocumentId, passage: ImportedPassage): Promise<readonly [start: number, end: number]> {
    if ('start' in passage) return [passage.start, passage.end];
    const starts = this.#lineStarts.get(id) ?? lineStarts(await this.#text(id));
    this.#lineStarts.set(id, starts);
    const start = (starts[passage.line - 1] ?? 0) + passage.column - 1;
    return [start, start + passage.quote.length];
  }

  async #documents(): Promise<ReadonlyMap<string, DocumentId>> {
    this.#ids ??= new Map((await this.#stores.glossary.documentNames(this.#project)).map(({ id, name }) => [name, id]));
    return this.#ids;
  }

  async #text(id: DocumentId): Promise<string> {
    const text = this.texts.get(id) ?? (await this.#stores.documents.builtText(this.#project, id))?.text ?? '';
    this.texts.set(id, text);
    return text;
  }
}
