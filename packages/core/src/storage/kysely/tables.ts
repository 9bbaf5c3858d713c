/**
 * The tables, as the last migration leaves them. Every row belongs to a project (`project_id`, cascading), but for the
 * analyses, which belong to a content. Ids are derived from what they name, so keys are `(project_id, id)`.
 * Columns called JSON hold text that `JSON.stringify` made: the same on every database, parsed by the store alone.
 * Order is always a `position`, never a text column: databases disagree about the order of texts.
 */
export interface Tables {
  project: ProjectTable;
  document: DocumentTable;
  analysis: AnalysisTable;
  term_rule: TermRuleTable;
  glossary: GlossaryTable;
  glossary_document: GlossaryDocumentTable;
  concept: ConceptTable;
  designation: DesignationTable;
  definition: DefinitionTable;
  relation: RelationTable;
  occurrence: OccurrenceTable;
  issue: IssueTable;
  issue_decision: IssueDecisionTable;
  run: RunTable;
  run_event: RunEventTable;
  run_transition: RunTransitionTable;
  checkpoint: CheckpointTable;
}

interface ProjectTable {
  /** Derived from the name. */
  id: string;
  /** What people call it; unique. */
  name: string;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** The input texts as they are now. A build works on these; a glossary names its own (`glossary_document`). */
interface DocumentTable {
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
  /** The whole text. */
  text: string;
}

/** A cache: may be emptied at any time. */
interface AnalysisTable {
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
interface TermRuleTable {
  project_id: string;
  /** `required` or `excluded`. */
  list: string;
  /** Place in its list, from 0. */
  position: number;
  /** Term or pattern with `*` and `?`. */
  pattern: string;
  /** Why, in a person's words. */
  note: string | null;
}

/** One row once a build was saved. */
interface GlossaryTable {
  project_id: string;
  title: string;
  /** ISO 8601, UTC: when the build was saved. */
  built_at: string;
}

/** The documents that the glossary was built from: it stays whole while the project's documents change. */
interface GlossaryDocumentTable {
  project_id: string;
  /** Same id as in `document`, when that is still there. */
  id: string;
  /** Place in the glossary, from 0. */
  position: number;
  name: string;
  format: string;
  encoding: string;
  /** BCP 47 tag. */
  language: string;
  content_hash: string;
  /** JSON: offsets of the line starts. */
  line_starts: string;
}

interface ConceptTable {
  project_id: string;
  /** Derived from language and normal form. */
  id: string;
  /** Place in the glossary, from 0. */
  position: number;
  /** BCP 47 tag. */
  language: string;
  /** Why it is in: `score` or `required`. */
  reason: string;
  /** Termhood; the sum of the parts. */
  score: number;
  /** JSON: the named parts of the score. */
  score_parts: string;
}

interface DesignationTable {
  project_id: string;
  concept_id: string;
  /** From 0; 0 is the preferred one. Occurrences name it by this number. */
  position: number;
  text: string;
  /** `term`, `proper-name`, `symbol`. */
  kind: string;
  /** `preferred`, `admitted`, `deprecated`, `forbidden`. */
  status: string;
  /** `full`, `abbreviation`, `variant`, `synonym`. */
  form: string;
  /** Kana, where known. */
  reading: string | null;
}

/** Revisions. Those of people outlive the build, and even the concept: the current one is theirs where there is one. */
interface DefinitionTable {
  project_id: string;
  concept_id: string;
  /** `built-in`, `language-model`, `person`. */
  author: string;
  /** From 1. */
  revision: number;
  /** `drafted`, `refined`, `edited`. */
  state: string;
  /** 0–1. */
  confidence: number;
  /** Why it was revised. */
  reason: string | null;
  /** JSON: statements with their evidence. */
  statements: string;
}

/** Accepted ones outlive the build, as definitions of people do. */
interface RelationTable {
  project_id: string;
  concept_id: string;
  /** `synonym`, `broader`, …; unique with the target. */
  kind: string;
  /** The other concept. */
  target: string;
  /** Place among the concept's relations. */
  position: number;
  /** `proposed` or `accepted`. */
  state: string;
  /** JSON: passages. */
  evidence: string;
}

/** One row per concept and document: 300,000 occurrences are some ten thousand rows. */
interface OccurrenceTable {
  project_id: string;
  concept_id: string;
  /** In `glossary_document`. */
  document_id: string;
  /** JSON: flat numbers, three per occurrence: start, end, position of the designation. */
  ranges: string;
}

interface IssueTable {
  project_id: string;
  /** Derived from concept, rule and words. */
  id: string;
  /** Place in the glossary's issues, from 0. */
  position: number;
  concept_id: string;
  kind: string;
  /** Key of the rule that found it. */
  rule: string;
  message: string;
  /** The words it is about. */
  quote: string;
  /** JSON: ids of other concepts that take part. */
  others: string;
  /** As the build left it; `issue_decision` wins. */
  state: string;
}

/** What people decided, by the id of the issue: no build writes it. */
interface IssueDecisionTable {
  project_id: string;
  issue_id: string;
  /** `resolved` or `dismissed`. */
  state: string;
  /** ISO 8601, UTC. */
  decided_at: string;
}

/** One execution of the pipeline. At most one of a project is active (a partial unique index); one that is over does not change (a trigger). */
export interface RunTable {
  /** A UUID of version 7: sorts by the time it was made. */
  id: string;
  project_id: string;
  /** Unique in the project: the same start sent twice is one run. */
  idempotency_key: string;
  scope: string;
  /** JSON: what was asked for. */
  input: string;
  /** JSON: the most it may spend. */
  budget: string | null;
  /** The run that this one goes on with. */
  resumes: string | null;
  status: string;
  /** The fence: every write of an attempt names it. */
  attempt: number;
  /** Attempts in a row that ended without having finished anything. */
  barren_attempts: number;
  /** Number of the attempt's last group of events: a group that is sent twice is written once. */
  batch: number;
  /** The claim that took it: process and number. */
  owner: string | null;
  /** Milliseconds since 1970 (UTC): until then the attempt owns the run. */
  lease_until: number | null;
  /** The first event that is kept. */
  first_seq: number;
  last_seq: number;
  calls: number;
  input_tokens: number;
  output_tokens: number;
  /** US dollars. */
  cost: number;
  unpriced_calls: number;
  done: number;
  failed: number;
  reused: number;
  /** JSON. */
  failed_items: string;
  /** JSON. */
  failure: string | null;
  /** Milliseconds since 1970 (UTC), as the three below. */
  created_at: number;
  started_at: number | null;
  finished_at: number | null;
}

/** The journal: numbered 1, 2, 3 … within the run by its one writer. */
interface RunEventTable {
  run_id: string;
  seq: number;
  at: number;
  /** JSON. */
  event: string;
}

/** Every change of a run's status or attempt, written by triggers: the audit that tests read. */
interface RunTransitionTable {
  run_id: string;
  position: number;
  from_status: string | null;
  to_status: string;
  attempt: number;
}

/** Results of paid or slow work, found again by what they depend on. */
interface CheckpointTable {
  project_id: string;
  /** SHA-256 (hex). */
  key: string;
  /** JSON. */
  value: string;
  made_at: number;
}
