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
export interface RunEventTable {
  run_id: string;
  seq: number;
  at: number;
  /** JSON. */
  event: string;
}

/** Every change of a run's status or attempt, written by triggers: the audit that tests read. */
export interface RunTransitionTable {
  run_id: string;
  position: number;
  from_status: string | null;
  to_status: string;
  attempt: number;
}

/** The questions of a run to language models, numbered 1, 2, 3 … by its one writer. */
export interface ModelCallTable {
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

/** What a run that swapped a glossary in made of the one before; one row a run. */
export interface RunOutcomeTable {
  run_id: string;
  /** In the glossary afterwards. */
  entries: number;
  added: number;
  changed: number;
  removed: number;
  /** JSON of the first `EntryName`s. `null`: written before they were kept. */
  added_names: string | null;
  removed_names: string | null;
}

/** Results of paid or slow work, found again by what they depend on. */
export interface CheckpointTable {
  project_id: string;
  /** SHA-256 (hex). */
  key: string;
  /** JSON. */
  value: string;
  made_at: number;
}

/** A run that is asked for while another one works: it starts when that one is over. */
export interface WantedRunTable {
  project_id: string;
  /** Makes starting it safe to repeat. */
  key: string;
  scope: string;
}
