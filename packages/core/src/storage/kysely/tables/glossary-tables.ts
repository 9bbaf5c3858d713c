/** One row once a build was saved. */
export interface GlossaryTable {
  project_id: string;
  title: string;
  /** ISO 8601, UTC: when the build was saved. */
  built_at: string;
  /** Stands for everything that the build depended on, where that is known. */
  basis: string | null;
  /** Number of the project's change that swapped it in. */
  built_change: number | null;
}

/** The documents that the glossary was built from: it stays whole while the project's documents change. */
export interface GlossaryDocumentTable {
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

/** What the last build considered, best first. */
export interface CandidateTable {
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

export interface ConceptTable {
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

export interface DesignationTable {
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
export interface DefinitionTable {
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
export interface RelationTable {
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
export interface OccurrenceTable {
  project_id: string;
  concept_id: string;
  /** In `glossary_document`. */
  document_id: string;
  /** JSON: flat numbers, three per occurrence: start, end, position of the designation. */
  ranges: string;
  /** How many occurrences. */
  count: number;
}

export interface IssueTable {
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
  /** JSON: the passages that it is about; null where the definition rests on all of them. */
  evidence: string | null;
  /** As the build left it; `issue_decision` wins. */
  state: string;
}
