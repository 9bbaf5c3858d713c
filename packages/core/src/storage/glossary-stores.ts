import type {
  Candidate,
  Category,
  CategoryId,
  Concept,
  ConceptId,
  Definition,
  DismissalReason,
  DocumentId,
  EntryPlace,
  Glossary,
  GlossaryDocument,
  Issue,
  IssueDecision,
  IssueId,
  ProjectId,
  Relation,
  RelationKind,
  Statement,
} from '../domain/index.ts';
import type { EntryEdit } from './entry-edits.ts';

/** A definition as a person wrote it. */
export interface DefinitionEdit {
  readonly statements: readonly Statement[];
  /** 0–1, as computed from the evidence. */
  readonly confidence: number;
  readonly reason?: string;
}

/** What to change of what people did to an entry; `null` takes it away. */
export type EntryPatch = {
  readonly [Name in Exclude<keyof EntryEdit, 'conceptId'>]?: Exclude<EntryEdit[Name], undefined> | null;
};

/** An entry without where it stands (`occurrences` is empty), but with how often. */
export interface ListedConcept {
  readonly concept: Concept;
  readonly occurrences: number;
  /** In which it stands. */
  readonly documents: number;
  /** The entry itself, then what was merged into it. */
  readonly members: readonly ConceptId[];
  readonly edit?: EntryEdit;
  /** Relations that a person does not want. */
  readonly rejected?: readonly Pick<Relation, 'kind' | 'target'>[];
}

/** Categories, and which of them terms and entries are in. */
export interface CategoryStore {
  /** In their order. */
  list(project: ProjectId): Promise<readonly Category[]>;
  /** Writes them in this order, each new or as it is now to be; those that are not named are gone. */
  replace(project: ProjectId, categories: readonly Omit<Category, 'terms'>[]): Promise<void>;
  /** What is in a category that is there. */
  assigned(project: ProjectId): Promise<ReadonlyMap<ConceptId, CategoryId>>;
  /** Puts terms or entries into a category; `undefined` takes them out of theirs. */
  assign(project: ProjectId, ids: readonly ConceptId[], category: CategoryId | undefined): Promise<void>;
}

export interface ConceptStore {
  /** As people see it: what they did lies over what the build wrote. */
  read(project: ProjectId, id: ConceptId): Promise<Concept | undefined>;
  /** Those of the entries that are there, in the order of the glossary. */
  readMany(project: ProjectId, ids: readonly ConceptId[]): Promise<readonly Concept[]>;
  /** Every entry as people see it, in their order. */
  list(project: ProjectId): Promise<readonly ListedConcept[]>;
  /** How often each entry stands in each document. */
  spread(project: ProjectId): Promise<ReadonlyMap<ConceptId, ReadonlyMap<DocumentId, number>>>;
  /** Where entries stand in one document, entry by entry. */
  places(project: ProjectId, document: DocumentId): Promise<readonly EntryPlace[]>;
  /** Entries in the trash, latest first. */
  deleted(
    project: ProjectId,
  ): Promise<readonly { readonly id: ConceptId; readonly term: string; readonly removedAt: string }[]>;
  /** What people did, by entry, also to those that are no longer there. */
  edits(project: ProjectId): Promise<readonly EntryEdit[]>;
  /** Lays something over what builds write. */
  edit(project: ProjectId, id: ConceptId, patch: EntryPatch): Promise<void>;
  /** Every kept revision of the definition, oldest first: what the last build wrote and what people wrote. */
  revisions(project: ProjectId, id: ConceptId): Promise<readonly Definition[]>;
  /** Saves the next revision, which from now on every build leaves as it is. @throws `storage/not-found` */
  editDefinition(project: ProjectId, id: ConceptId, edit: DefinitionEdit): Promise<Definition>;
  /** Makes a relation a fact that every build keeps. @throws `storage/not-found` */
  acceptRelation(
    project: ProjectId,
    id: ConceptId,
    relation: { readonly kind: RelationKind; readonly target: ConceptId },
  ): Promise<void>;
  /**
   * Accepts a relation (also one that nobody proposed) or rejects it, for every later build; `open` takes that back.
   * @throws `storage/not-found` for an entry that is not there
   */
  decideRelation(
    project: ProjectId,
    id: ConceptId,
    decision: {
      readonly kind: RelationKind;
      readonly target: ConceptId;
      readonly state: 'accepted' | 'rejected' | 'open';
    },
  ): Promise<void>;
}

/** An issue with what a person decided about it. */
export interface DecidedIssue {
  readonly issue: Issue;
  readonly reason?: DismissalReason;
  readonly note?: string;
  /** ISO 8601, UTC. */
  readonly decidedAt?: string;
  /** What the decision was about is no longer the same: the issue is open again. */
  readonly isChangedSinceDecided: boolean;
}

export interface IssueStore {
  /** In the order of the last build. */
  list(project: ProjectId): Promise<readonly Issue[]>;
  /** As `list`, with what people decided. */
  decided(project: ProjectId): Promise<readonly DecidedIssue[]>;
  /**
   * What a person decided about issues. It holds for every later build that finds the same issue about the same words;
   * `open` takes the decision back. @throws `storage/not-found`
   */
  decide(project: ProjectId, ids: readonly IssueId[], decision: IssueDecision | 'open'): Promise<void>;
}

export interface GlossaryStore {
  /** `undefined` until a build was saved or somebody added an entry. Always one build's whole result, never half of two. */
  read(project: ProjectId): Promise<Glossary | undefined>;
  /** The documents of the last build (or some of them), in their order; none until there was one. */
  documents(
    project: ProjectId,
    options?: { readonly only?: readonly DocumentId[] },
  ): Promise<readonly GlossaryDocument[]>;
  /** Their names alone. */
  documentNames(project: ProjectId): Promise<readonly { readonly id: DocumentId; readonly name: string }[]>;
  /**
   * Swaps in the result of a build. What people did stays: definitions, names and notes they wrote, entries they
   * added, merged, locked or deleted, and decisions about relations and issues win over the build's own. An entry they
   * worked on that the build no longer finds is kept, without occurrences. Term lists are not touched.
   * @throws `storage/not-found` when the project is gone
   */
  replace(
    project: ProjectId,
    glossary: Glossary,
    /** `basis`: stands for everything that the build depended on, where it is known. */
    options?: { readonly basis?: string },
  ): Promise<void>;
  /** The basis of the glossary that is there; `undefined` as soon as anybody or any run has changed the project since. */
  basis(project: ProjectId): Promise<string | undefined>;
}

/** A candidate that the last build considered. */
export interface StoredCandidate extends Candidate {
  /** The id that its entry has, or would have. */
  readonly id: ConceptId;
  /** Whether the tool's own cut keeps it. */
  readonly isKept: boolean;
}

export interface TermStore {
  /** Keeps the best candidates of a build, best first, and which of them became entries. */
  replace(
    project: ProjectId,
    candidates: readonly Candidate[],
    options: {
      readonly kept: readonly Pick<Candidate, 'language' | 'key'>[];
      /** No glossary is swapped in with them: the change is told for them alone. */
      readonly isTold?: boolean;
    },
  ): Promise<void>;
  /** Best first. */
  list(project: ProjectId): Promise<readonly StoredCandidate[]>;
}
