import type { Generated } from 'kysely';

export interface ProjectTable {
  /** Derived from the name. */
  id: string;
  /** What people call it; unique. */
  name: string;
  /** ISO 8601, UTC. */
  created_at: string;
  /** BCP 47 tag of its documents, where a person told. */
  language: string | null;
  /** Subject field, in a person's words. */
  subject: string | null;
  /** ISO 8601, UTC: set aside. */
  archived_at: string | null;
  /** ISO 8601, UTC: in the trash since. */
  trashed_at: string | null;
  /** Its name while it is in the trash: `name` then holds a placeholder, so that the name is free. */
  trashed_name: string | null;
  /** Number of its last change. The row is the lock that keeps changes of one project one after another. */
  last_change: Generated<number>;
}

/** The input texts as they are now. A build works on these; a glossary names its own (`glossary_document`). */
export interface DocumentTable {
  project_id: string;
  /** Derived from the name. */
  id: string;
  /** POSIX-style path, NFC; unique in the project. */
  name: string;
  /** Key of the format registry. */
  format: string;
  /** How its bytes were decoded. */
  encoding: string;
  /** SHA-256 (hex) of the text. */
  content_hash: string;
  /** UTF-16 units of the text, which is in `content`. */
  length: number;
  /** ISO 8601, UTC: when the text came in. */
  updated_at: string | null;
  /** ISO 8601, UTC: in the trash since; everybody but the trash reads past it. */
  trashed_at: string | null;
  /** `DocumentOrigin`. */
  origin: Generated<string>;
}

/** The texts of documents, by their hash: a document that is replaced or deleted can have its text back. */
export interface ContentTable {
  project_id: string;
  content_hash: string;
  /** The whole text. */
  text: string;
  /** Milliseconds since 1970 (UTC): since then no document has this text. */
  released_at: number | null;
}

/** A cache: may be emptied at any time. */
export interface AnalysisTable {
  /** SHA-256 (hex) of the analysed text. */
  content_hash: string;
  /** Name and version of what analysed it. */
  analyzer: string;
  /** The payload in UTF-8, deflated. */
  payload: Uint8Array;
  /** Bytes of `payload`. */
  size: number;
  /** Milliseconds since 1970 (UTC): the longest stored go first. */
  stored_at: number;
}

/** What people decided about terms. No build writes it. */
export interface TermRuleTable {
  project_id: string;
  /** `required` or `excluded`. */
  list: string;
  /** Order within its list: numbers that grow, with gaps where a rule was taken away. */
  position: number;
  /** Term or pattern with `*` and `?`. */
  pattern: string;
  /** Why, in a person's words. */
  note: string | null;
}

export interface ProjectSettingsTable {
  project_id: string;
  /** JSON: what differs from the server's. */
  settings: string;
}

/** What holds where a project says nothing; one row. */
export interface ServerSettingsTable {
  /** Always 1. */
  id: number;
  /** JSON: what differs from the defaults. */
  settings: string;
}

/** Keys of providers of language models, as people gave them. They leave this table for the provider alone. */
export interface ProviderKeyTable {
  /** Of the environment variable that it stands for. */
  name: string;
  value: string;
}
