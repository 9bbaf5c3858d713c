import type { DocumentId, Evidence, ProjectId } from '../domain/index.ts';
import type { Stores } from '../storage/storage.ts';
import type { StatementInput } from './check-definition.ts';
import type { ImportedStatement } from './read-import.ts';

/** The passages of a file that really stand in the documents; the others are left out. */
export class ImportedPassages {
  readonly #stores: Stores;
  readonly #project: ProjectId;
  readonly texts = new Map<DocumentId, string>();
  #ids: ReadonlyMap<string, DocumentId> | undefined;

  constructor(stores: Stores, project: ProjectId) {
    this.#stores = stores;
    this.#project = project;
  }

  async found(statements: readonly ImportedStatement[]): Promise<readonly StatementInput[]> {
    const checked: StatementInput[] = [];
    for (const { text, role, evidence = [] } of statements) {
      const standing: Evidence[] = [];
      for (const { document, start, end, quote } of evidence) {
        const documentId = (await this.#documents()).get(document);
        if (documentId === undefined || (await this.#text(documentId)).slice(start, end) !== quote) continue;
        standing.push({ documentId, range: { start, end }, quote });
      }
      checked.push({ text, role, ...(standing.length === 0 ? {} : { evidence: standing }) });
    }
    return checked;
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
