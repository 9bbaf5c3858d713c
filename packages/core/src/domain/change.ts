/** What a change was, noun first. */
export type ChangeKind =
  | 'project-created'
  | 'project-updated'
  | 'project-archived'
  | 'project-unarchived'
  | 'project-trashed'
  | 'project-restored'
  | 'documents-uploaded'
  | 'document-replaced'
  | 'documents-trashed'
  | 'documents-restored'
  | 'documents-loaded'
  | 'glossary-built'
  | 'terms-extracted'
  | 'entry-added'
  | 'entry-edited'
  | 'entry-defined'
  | 'entry-locked'
  | 'entry-unlocked'
  | 'entry-merged'
  | 'entry-split'
  | 'entries-trashed'
  | 'entries-restored'
  | 'relation-decided'
  | 'term-decided'
  | 'term-list-edited'
  | 'categories-edited'
  | 'terms-categorised'
  | 'variants-dismissed'
  | 'changes-decided'
  | 'issues-decided'
  | 'version-published'
  | 'settings-edited'
  | 'entries-imported'
  | 'change-undone';

export type ChangedNoun =
  | 'project'
  | 'document'
  | 'entry'
  | 'term-list'
  | 'category'
  /** Which category a term is in; its ids are those of terms. */
  | 'term-category'
  | 'issue'
  | 'term'
  | 'version'
  /** What the tool pointed out and people are done with. */
  | 'settled'
  | 'settings';

/** Things of one kind that a change touched. */
export interface Touched {
  readonly noun: ChangedNoun;
  /** Which; `undefined` where it can be any of them. */
  readonly ids?: readonly string[];
}

/** One thing that happened to a project. */
export interface Change {
  /** 1, 2, 3 … within the project, without gaps. */
  readonly seq: number;
  /** Milliseconds since 1970 (UTC); for people, never for order. */
  readonly at: number;
  readonly author: 'person' | 'run';
  readonly kind: ChangeKind;
  readonly touched: readonly Touched[];
  /** The change that this one took back. */
  readonly undoes?: number;
  /** The change that took this one back. */
  readonly undoneBy?: number;
}

/** Takes a change back: it works once, and for a while. */
export interface UndoToken {
  readonly token: string;
  /** Milliseconds since 1970 (UTC). */
  readonly until: number;
}

/** What an action answers: what it made, and how to take it back. Where nothing changed there is nothing to take back. */
export interface Done<T> {
  readonly value: T;
  readonly change?: Change;
  readonly undo?: UndoToken;
}
