import type { Document } from './document.ts';
import type { DocumentId } from './ids.ts';

/** `folder`: a build read it, and the next build of that folder decides on it. `upload`: a person handed it in, and it stays. */
export const documentOrigins = ['folder', 'upload'] as const;
export type DocumentOrigin = (typeof documentOrigins)[number];

/** What is known of a stored document without reading its text. */
export type DocumentSummary = Omit<Document, 'text'>;

/** A document as a list of documents shows it. */
export interface StoredDocument extends DocumentSummary {
  /** UTF-16 units. */
  readonly length: number;
  /** ISO 8601, UTC: when this text came in; unknown for what an older version stored. */
  readonly updatedAt?: string;
  readonly origin: DocumentOrigin;
  /** Whether the glossary was built from this very text. */
  readonly state: 'new' | 'changed' | 'built';
}

/** One file that is handed in: its text, or its bytes, whose encoding is then detected. */
export interface UploadItem {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export type UploadRejection =
  | 'invalid-name'
  | 'name-taken'
  | 'secret'
  | 'version-control'
  | 'dependencies'
  | 'hidden'
  | 'unsupported-format'
  | 'too-large'
  | 'too-many'
  | 'empty'
  | 'binary'
  | 'undecodable'
  | 'damaged'
  | 'encrypted'
  /** A glossary that this product wrote. */
  | 'exported';

/** What became of one uploaded file; nothing is dropped silently. */
export type UploadOutcome =
  | { readonly name: string; readonly outcome: 'added' | 'updated' | 'unchanged'; readonly id: DocumentId }
  | {
      readonly name: string;
      readonly outcome: 'rejected';
      readonly reason: UploadRejection;
      /** A sentence for a person. */
      readonly detail: string;
    };

export interface Upload {
  /** One for each file, in their order. */
  readonly outcomes: readonly UploadOutcome[];
  readonly added: readonly DocumentId[];
  readonly updated: readonly DocumentId[];
  /** A run waits for the documents that are new: it begins as soon as no other one is in its way. */
  readonly isRunQueued: boolean;
}
