import type { Change } from './change.ts';
import type { RelationKind } from './concept.ts';
import type { ConceptId } from './ids.ts';
import type { DiffPart } from './word-diff.ts';

/** What a change did to an entry. */
export type EntryHistoryField =
  /** All names, the preferred one first; not told where they were the build's own. */
  | { readonly field: 'names'; readonly before?: readonly string[]; readonly after?: readonly string[] }
  | { readonly field: 'note'; readonly before?: string; readonly after?: string }
  | {
      readonly field: 'definition';
      readonly revision: number;
      /** `false`: the revision was taken back. */
      readonly isWritten: boolean;
      /** Compared with the revision before, word by word. */
      readonly diff: readonly DiffPart[];
      readonly reason?: string;
    }
  | { readonly field: 'lock'; readonly isLocked: boolean }
  | { readonly field: 'place'; readonly is: 'there' | 'deleted' | 'merged'; readonly into?: ConceptId }
  | {
      readonly field: 'relation';
      readonly kind: RelationKind;
      readonly target: ConceptId;
      readonly before: 'open' | 'accepted' | 'rejected';
      readonly after: 'open' | 'accepted' | 'rejected';
    };

/** One change of an entry; what it did is forgotten when it is too old to be taken back. */
export interface EntryHistoryItem extends Change {
  readonly fields: readonly EntryHistoryField[];
}
