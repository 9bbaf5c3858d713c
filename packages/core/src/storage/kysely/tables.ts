import type {
  CandidateTable,
  ConceptTable,
  DefinitionTable,
  DesignationTable,
  GlossaryDocumentTable,
  GlossaryTable,
  IssueTable,
  OccurrenceTable,
  RelationTable,
} from './tables/glossary-tables.ts';
import type {
  AnalysisTable,
  ContentTable,
  DocumentTable,
  ProjectSettingsTable,
  ProjectTable,
  ProviderKeyTable,
  ServerSettingsTable,
  TermRuleTable,
} from './tables/project-tables.ts';
import type {
  CheckpointTable,
  ModelCallTable,
  RunEventTable,
  RunOutcomeTable,
  RunTable,
  RunTransitionTable,
  WantedRunTable,
} from './tables/run-tables.ts';
import type {
  CategoryTable,
  ChangeItemTable,
  ChangeTable,
  EntryEditTable,
  ImportPlanTable,
  IssueDecisionTable,
  RelationDecisionTable,
  SettledTable,
  TermCategoryTable,
  VersionTable,
} from './tables/work-tables.ts';

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
  run_outcome: RunOutcomeTable;
  model_call: ModelCallTable;
  checkpoint: CheckpointTable;
  change: ChangeTable;
  change_item: ChangeItemTable;
  entry_edit: EntryEditTable;
  relation_decision: RelationDecisionTable;
  category: CategoryTable;
  term_category: TermCategoryTable;
  candidate: CandidateTable;
  version: VersionTable;
  settled: SettledTable;
  server_settings: ServerSettingsTable;
  project_settings: ProjectSettingsTable;
  provider_key: ProviderKeyTable;
  wanted_run: WantedRunTable;
  import_plan: ImportPlanTable;
}
