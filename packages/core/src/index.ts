/** The door of `@genglossary/core`. */
export * from './domain/index.ts';
export { GlossaryError } from './errors/glossary-error.ts';
export type { Exporter, ExportOptions } from './export/exporter.ts';
export { entryOrders, type EntryOrder, type EntrySelection, selectEntries } from './export/select-entries.ts';
export { type ExporterName, exporterNamed, exporters } from './export/exporters/index.ts';
export type { EntryExport, EvidenceExport, GlossaryExport, IssueExport } from './export/json-schema.ts';
export { checkFolder } from './export/check-folder.ts';
export { parseGlossaryExport } from './export/parse-glossary-export.ts';
export {
  type NewFile,
  type WriteExportsOptions,
  type WriteFilesOptions,
  type WrittenFile,
  writeExports,
  writeFiles,
} from './export/write-files.ts';
export { isOwnExport } from './text/export-mark.ts';
export { writeFailure } from './export/write-failure.ts';
export type { SkippedFile } from './documents/load-documents.ts';
export { validateProjectName } from './actions/project-name.ts';
export { type Actions, createActions } from './actions/create-actions.ts';
export type { DocumentActions, RemovalImpact } from './actions/document-actions.ts';
export type { DocumentQuery } from './actions/search-documents.ts';
export type { DefinitionInput, StatementInput } from './actions/check-definition.ts';
export type { NewEntry } from './actions/add-entry.ts';
export type { NameQuery, NameUse } from './actions/preview-name.ts';
export type { EntryActions, EntryUpdate, Seen } from './actions/entry-actions.ts';
export type { ContextQuery } from './actions/entry-contexts.ts';
export type { EntryFilter, EntryQuery } from './actions/entry-list.ts';
export type { ChangeActions, ChangesPage } from './actions/change-actions.ts';
export type { GraphQuery, InsightActions } from './actions/insight-actions.ts';
export type { ImportDecisions } from './actions/chosen-rows.ts';
export type { ImportActions } from './actions/import-actions.ts';
export type { ImportFile } from './actions/read-import.ts';
export type { IssueActions, IssueChoice, IssueFilter } from './actions/issue-actions.ts';
export { glossarySettings } from './actions/glossary-settings.ts';
export type { SettingsActions, SettingsView } from './actions/settings-actions.ts';
export type { TermFilter, TermQuery } from './actions/choose-terms.ts';
export type { TermActions, TermChoice } from './actions/term-actions.ts';
export type { TermListActions } from './actions/term-list-actions.ts';
export type { TrashActions, TrashChoice, TrashedItem } from './actions/trash-actions.ts';
export { type ExportChoice, readForExport } from './actions/read-for-export.ts';
export type { VersionActions, VersionRef } from './actions/version-actions.ts';
export type { PageRequest } from './actions/page.ts';
export type { NewProject, ProjectActions, ProjectUpdate } from './actions/project-actions.ts';
export type { UndoActions } from './actions/undo-actions.ts';
export type { ListedModel } from './llm/provider.ts';
export {
  type ConnectionSettings,
  type Destination,
  type LanguageModels,
  type LanguageModelsTools,
  openLanguageModels,
  type ProviderInfo,
} from './llm/open-language-models.ts';
export { languageModelSettings } from './llm/providers/index.ts';
export { recordExchanges } from './llm/record-exchanges.ts';
export { environmentSecrets, type FoundKey, type Secrets } from './llm/secrets.ts';
export type { Exchange } from './llm/transport.ts';
export type { ConnectionReport } from './llm/test-connection.ts';
export { openStorage, openStorageReader, ownerOfStorage } from './storage/kysely/open-storage.ts';
export { errorOf, isReport } from './runs/build.ts';
export { followStored } from './runs/follow-stored.ts';
export type { Storage } from './storage/storage.ts';
export type { ExecutionContext, ExecutionWatch, Made } from './pipeline/execution-context.ts';
export { type ItemOptions, processItems } from './pipeline/process-items.ts';
export { describeFailure } from './runtime/describe-failure.ts';
export { createMetrics, type Metrics } from './runtime/metrics.ts';
export { languageOfTag } from './text/language-tag.ts';
export { jsonLogger, type Logger, type LogLevel, logLevelNamed, silentLogger } from './runtime/logger.ts';
export { type RunSettingsView, settingsOfRun } from './runs/build-input.ts';
export type { Build, BuildRequest, SourceRequest } from './runs/build.ts';
export type { Followed, Journal } from './runs/journal.ts';
export type { RunResults, RunWork } from './runs/pipeline-executor.ts';
export { type CancelOutcome, RunManager, type RunRequest } from './runs/run-manager.ts';
export type { BuildOrder } from './runs/start-build.ts';
export type { RunManagerSettings, RunManagerTools } from './runs/run-settings.ts';
export {
  type Core,
  type CoreSettings,
  type Engine,
  type EngineSettings,
  type Extraction,
  openCore,
  openEngine,
} from './core.ts';
export { linePosition } from './text/line-position.ts';
export { normalForm } from './text/normal-form.ts';
