/**
 * Branded ids. Within a project every id is derived from what it names (a document's name, a concept's language and
 * normal form), never drawn at random, so that two builds of the same documents carry the same ids.
 *
 * The brand is a plain name and no unique symbol: the client carries a copy of these types, and an id of the one is an id
 * of the other.
 */
type Branded<Name extends string> = string & { readonly '~id': Name };

export type ProjectId = Branded<'ProjectId'>;
export type DocumentId = Branded<'DocumentId'>;
export type ConceptId = Branded<'ConceptId'>;
export type IssueId = Branded<'IssueId'>;
export type RunId = Branded<'RunId'>;
export type CategoryId = Branded<'CategoryId'>;

export const projectId = (text: string): ProjectId => text as ProjectId;
export const documentId = (text: string): DocumentId => text as DocumentId;
export const conceptId = (text: string): ConceptId => text as ConceptId;
export const issueId = (text: string): IssueId => text as IssueId;
export const categoryId = (text: string): CategoryId => text as CategoryId;
export const runId = (text: string): RunId => text as RunId;
