import type { Concept } from './concept.ts';
import type { DocumentEncoding, LanguageTag } from './document.ts';
import type { DocumentId } from './ids.ts';
import type { Issue } from './issue.ts';

/** A document as a glossary names it: without its text. */
export interface GlossaryDocument {
  readonly id: DocumentId;
  readonly name: string;
  readonly format: string;
  readonly encoding: DocumentEncoding;
  readonly language: LanguageTag;
  readonly contentHash: string;
  /** Offsets (UTF-16, original text) at which its lines start, so that a range can be shown as line and column. */
  readonly lineStarts: readonly number[];
}

/** All entries of a project at one moment: what every export reads. */
export interface Glossary {
  readonly title: string;
  /** Sorted by name (code units). */
  readonly documents: readonly GlossaryDocument[];
  /** In the order people read them: `text/collation.ts`. */
  readonly concepts: readonly Concept[];
  readonly issues: readonly Issue[];
}
