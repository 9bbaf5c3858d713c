/** Everything that happened in a project, numbered by its one lock: the feed of open screens, the history, and undo. */
export interface ChangeTable {
  project_id: string;
  /** 1, 2, 3 … within the project. */
  seq: number;
  /** Milliseconds since 1970 (UTC). */
  at: number;
  /** `person` or `run`. */
  author: string;
  kind: string;
  /** JSON: what it touched, by noun. */
  touched: string;
  /** JSON: rows before and after. Taken away when it is too old to be undone. */
  images: string | null;
  /** Who holds it may undo the change, once. */
  undo_token: string | null;
  /** Milliseconds since 1970 (UTC). */
  undo_until: number | null;
  /** The change that this one took back. */
  undoes: number | null;
  /** The change that took this one back. */
  undone_by: number | null;
}

/** Which changes touched a thing: its history. */
export interface ChangeItemTable {
  project_id: string;
  /** `entry`, `document`, … */
  noun: string;
  id: string;
  seq: number;
}

/** What people did to an entry. It lies over what the build wrote, and no build writes it. */
export interface EntryEditTable {
  project_id: string;
  concept_id: string;
  /** Set for an entry that a person added: it is there whether or not a build finds it. */
  language: string | null;
  /** JSON: all its designations, instead of the build's. */
  designations: string | null;
  /** JSON: where an added entry stands, as long as no build has found it. */
  occurrences: string | null;
  note: string | null;
  /** JSON: the entry as it was when it was locked; it stays so. */
  locked: string | null;
  /** `deleted` or `merged`. */
  removed: string | null;
  /** ISO 8601, UTC. */
  removed_at: string | null;
  /** The entry that it became part of. */
  merged_into: string | null;
  /** The last revision that a person wrote. */
  revision: number | null;
}

/** A category of a project's terms. */
export interface CategoryTable {
  project_id: string;
  id: string;
  name: string;
  /** 0 to 5. */
  colour: number;
  /** Smallest first. */
  position: number;
}

/** Which category a term or an entry is in. No build writes it. */
export interface TermCategoryTable {
  project_id: string;
  /** Of a concept or of a candidate: they share their ids. */
  concept_id: string;
  /** Of a category that was taken away and may come back: without it, none. */
  category_id: string;
}

/** What people decided about relations. No build writes it. */
export interface RelationDecisionTable {
  project_id: string;
  concept_id: string;
  kind: string;
  target: string;
  /** `accepted` or `rejected`. */
  state: string;
  /** JSON: passages, as they were when it was decided. */
  evidence: string;
}

/** What people decided, by the id of the issue: no build writes it. */
export interface IssueDecisionTable {
  project_id: string;
  issue_id: string;
  /** `resolved` or `dismissed`. */
  state: string;
  /** ISO 8601, UTC. */
  decided_at: string;
  /** Why it was dismissed: one of a closed list. */
  reason: string | null;
  /** More, in a person's words. */
  note: string | null;
  /** Digest of what the decision was about: it holds while that stays the same. `null`: always. */
  basis: string | null;
}

/** What the tool pointed out and people are done with. */
export interface SettledTable {
  project_id: string;
  /** Of what: `variants`, or changes since a version. */
  kind: string;
  subject: string;
  /** Digest of what people looked at: it holds while that stays the same. */
  basis: string;
}

/** A published glossary: it never changes. */
export interface VersionTable {
  project_id: string;
  /** From 1. */
  number: number;
  name: string;
  note: string | null;
  /** Milliseconds since 1970 (UTC). */
  published_at: number;
  /** Of the JSON. */
  sha256: string;
  /** How many. */
  entries: number;
  /** The glossary as JSON in UTF-8, deflated. */
  glossary: Uint8Array;
}

/** What an import would do, until it is done or forgotten. */
export interface ImportPlanTable {
  project_id: string;
  id: string;
  /** Milliseconds since 1970 (UTC). */
  made_at: number;
  /** JSON. */
  plan: string;
}
