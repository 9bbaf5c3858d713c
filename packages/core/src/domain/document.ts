import type { DocumentId } from './ids.ts';

/** A BCP 47 primary language tag (`en`, `ja`, `fr`); `und` where the language could not be told. */
export type LanguageTag = string;

/** Half-open `[start, end)` in UTF-16 code units of the *original* text of a document. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** How the bytes of a document were decoded. Detected, never guessed silently: it is shown to people. */
export type DocumentEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'windows-1252';

/** An immutable input text. Line endings are kept; a byte order mark is not part of the text. */
export interface Document {
  readonly id: DocumentId;
  /** POSIX-style path relative to the folder it was loaded from, NFC; unique within a project. */
  readonly name: string;
  /** Key of the format registry that reads it: `markdown`, `restructuredtext`, `text`, `html`, `docx`. */
  readonly format: string;
  readonly encoding: DocumentEncoding;
  /** SHA-256 (hex) of the text in UTF-8. */
  readonly contentHash: string;
  /** What all offsets go over: the decoded file; of a Word document, the HTML that its bytes come to. */
  readonly text: string;
}
