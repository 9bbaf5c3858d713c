import type { Generated } from 'kysely';

/**
 * The tables, as the last migration leaves them. Every row belongs to a project (`project_id`, cascading), but for the
 * analyses, which belong to a content, and what is the server's own. Ids are derived from what they name, so keys are `(project_id, id)`.
 * Columns called JSON hold text that `JSON.stringify` made: the same on every database, parsed by the store alone.
 * Order is always a `position`, never a text column: databases disagree about the order of texts.
 */
export interface Tables {
  project: ProjectTable;
  document: DocumentTable;
  content: ContentTable;
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
  model_call: ModelCallTable;
  checkpoint: CheckpointTable;
  change: ChangeTable;
  change_item: ChangeItemTable;
  entry_edit: EntryEditTable;
  relation_decision: RelationDecisionTable;
  candidate: CandidateTable;
  version: VersionTable;
  server_settings: ServerSettingsTable;
  project_settings: ProjectSettingsTable;
  provider_key: ProviderKeyTable;
  wanted_run: WantedRunTable;
  import_plan: ImportPlanTable;
}

interface ProjectTable {
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
  /** UTF-16 units of the text, which is in `content`. */
  length: number;
  /** ISO 8601, UTC: when the text came in. */
  updated_at: string | null;
  /** ISO 8601, UTC: in the trash since; everybody but the trash reads past it. */
  trashed_at: string | null;
}

/** The texts of documents, by their hash: a document that is replaced or deleted can have its text back. */
interface ContentTable {
  project_id: string;
  content_hash: string;
  /** The whole text. */
  text: string;
  /** Milliseconds since 1970 (UTC): since then no document has this text. */
  released_at: number | null;
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
  /** Order within its list: numbers that grow, with gaps where a rule was taken away. */
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
  /** Place in the glossary, from 0; below 0: the last build did not find it, it is there for what people did to it. */
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

/** As the build found them; `relation_decision` wins. */
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
  /** How many occurrences. */
  count: number;
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
  /** Why it was dismissed: one of a closed list. */
  reason: string | null;
  /** More, in a person's words. */
  note: string | null;
  /** Digest of what the decision was about: it holds while that stays the same. `null`: always. */
  basis: string | null;
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

/** The questions of a run to language models, numbered 1, 2, 3 … by its one writer. */
interface ModelCallTable {
  run_id: string;
  number: number;
  attempt: number;
  /** Milliseconds since 1970 (UTC). */
  at: number;
  step: string;
  outcome: string;
  /** JSON: the rest of what is known about it. */
  call: string;
  /** JSON: instructions, prompt and answers, where the run was told to keep them. */
  text: string | null;
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

/** Everything that happened in a project, numbered by its one lock: the feed of open screens, the history, and undo. */
interface ChangeTable {
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
interface ChangeItemTable {
  project_id: string;
  /** `entry`, `document`, … */
  noun: string;
  id: string;
  seq: number;
}

/** What people did to an entry. It lies over what the build wrote, and no build writes it. */
interface EntryEditTable {
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

/** What people decided about relations. No build writes it. */
interface RelationDecisionTable {
  project_id: string;
  concept_id: string;
  kind: string;
  target: string;
  /** `accepted` or `rejected`. */
  state: string;
  /** JSON: passages, as they were when it was decided. */
  evidence: string;
}

/** What the last build considered, best first. */
interface CandidateTable {
  project_id: string;
  /** The id that its concept has, or would have. */
  id: string;
  /** Rank, from 0. */
  position: number;
  /** Folded normal form. */
  key: string;
  language: string;
  term: string;
  kind: string;
  /** JSON. */
  forms: string;
  frequency: number;
  document_frequency: number;
  score: number;
  /** JSON. */
  parts: string;
  reading: string | null;
  /** 1 when the tool's own cut keeps it. */
  is_kept: number;
}

/** A published glossary: it never changes. */
interface VersionTable {
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

/** What holds where a project says nothing; one row. */
interface ServerSettingsTable {
  /** Always 1. */
  id: number;
  /** JSON: what differs from the defaults. */
  settings: string;
}

interface ProjectSettingsTable {
  project_id: string;
  /** JSON: what differs from the server's. */
  settings: string;
}

/** Keys of providers of language models, as people gave them. They leave this table for the provider alone. */
interface ProviderKeyTable {
  /** Of the environment variable that it stands for. */
  name: string;
  value: string;
}

/** A run that is asked for while another one works: it starts when that one is over. */
interface WantedRunTable {
  project_id: string;
  /** Makes starting it safe to repeat. */
  key: string;
  scope: string;
}

/** What an import would do, until it is done or forgotten. */
interface ImportPlanTable {
  project_id: string;
  id: string;
  /** Milliseconds since 1970 (UTC). */
  made_at: number;
  /** JSON. */
  plan: string;
}
