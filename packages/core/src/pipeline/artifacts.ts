import type { DefiningSentence } from '../definition/defining-sentence.ts';
import type { StatedRelation } from '../definition/find-stated-relations.ts';
import type { SkippedFile } from '../documents/load-documents.ts';
import type {
  Document,
  Glossary,
  Issue,
  LanguageTag,
  Prose,
  RankedCandidates,
  Term,
  TermLists,
} from '../domain/index.ts';
import type { DocumentMentions } from '../extraction/document-mentions.ts';

/** What is learnt from one document alone: made in a worker thread, cached by content hash. */
export interface DocumentDigest {
  readonly language: LanguageTag;
  readonly prose: Prose;
  /** Flat triples: start, end (prose offsets) and block index of each sentence. */
  readonly sentences: readonly number[];
  readonly mentions: DocumentMentions;
  readonly definingSentences: readonly DefiningSentence[];
  readonly statedRelations: readonly StatedRelation[];
}

export interface DigestedDocument extends DocumentDigest {
  readonly document: Document;
}

/** The names and types of everything that flows between steps: one line per artifact. */
export interface Artifacts {
  /** Given: files and folders to read. */
  readonly paths: readonly string[];
  /** Given: what people decided about terms. */
  readonly termLists: TermLists;
  readonly documents: readonly Document[];
  readonly skippedFiles: readonly SkippedFile[];
  readonly digests: readonly DigestedDocument[];
  readonly candidates: RankedCandidates;
  readonly terms: readonly Term[];
  /** Entries with drafted definitions, in reading order; nobody has reviewed them yet. */
  readonly drafts: Glossary;
  /** The drafts with the relations that review proposes. */
  readonly related: Glossary;
  readonly issues: readonly Issue[];
  readonly glossary: Glossary;
}

export type ArtifactName = keyof Artifacts;
