import type { Run as StoredRun } from '@genglossary/core/domain';
import type { AppRouter } from '@genglossary/server';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

export type {
  CallOutcome,
  Category,
  CategoryColour,
  CategoryId,
  Change,
  ChangeDecision,
  ChangedNoun,
  ChangeKind,
  ConceptId,
  DefinitionProposal,
  Document,
  DocumentId,
  DocumentOrigin,
  Done,
  EntryContext,
  EntryDetail,
  EntryPlace,
  EntrySummary,
  FailedItem,
  GlossaryDiff,
  ImportChoice,
  ImportColumn,
  Imported,
  ImportedRelation,
  ImportField,
  ImportOutcome,
  ImportPlan,
  ImportReason,
  ImportRow,
  ImportSide,
  Insights,
  IssueDecision,
  IssueId,
  IssueView,
  ModelCallText,
  NameMatching,
  PlannedQuestion,
  ModelStep,
  ListPage,
  OpenChanges,
  Page,
  Project,
  ProjectId,
  ProjectSummary,
  Prose,
  RecordedCall,
  RelationGraph,
  RuleCount,
  RuleEffect,
  RunBudget,
  RunCounts,
  RunEstimate,
  RunEvent,
  RunFailure,
  RunId,
  RunScope,
  RunStatus,
  RunUsage,
  StoredDocument,
  TermDecision,
  TermIndex,
  TermLists,
  TermRule,
  TrashedProject,
  UndoToken,
  UploadOutcome,
  VariantGroup,
  VariantTerm,
  Version,
  WorkbenchTerm,
} from '@genglossary/core/domain';

/** A run as the server tells it, with the settings that it works with. */
export type RunInfo = Omit<StoredRun, 'input'> & Pick<Outputs['runs']['get'], 'settings' | 'outcome'>;

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

/** A language model and the steps that it does. */
export type RunLanguageModel = NonNullable<NonNullable<Inputs['runs']['start']['options']>['languageModel']>;
/** Where a language model is and which one it is; keys are never settings. */
export type LanguageModelSettings = Inputs['languageModels']['test'];
export type LanguageModelProvider = Outputs['languageModels']['providers'][number];
export type ConnectionReport = Outputs['languageModels']['test'];

/** What is set, where it comes from, what holds, and which keys there are. */
export type Settings = Outputs['settings']['get'];
/** What to change; `null` takes it back, what is not named stays. */
export type SettingsChange = Inputs['settings']['update']['change'];
export type ProviderKey = Settings['keys'][number];
export type ProviderName = ProviderKey['provider'];

/** Which questions of a run to list; what is not told does not matter. */
export type CallQuery = Omit<Inputs['runs']['calls'], 'runId' | 'limit' | 'cursor'>;

export type ExportFormat = Inputs['exports']['create']['format'];
export type ExportOptions = NonNullable<Inputs['exports']['create']['options']>;
export type ExportedFile = Outputs['exports']['create'];

/** What is done otherwise than the plan says. */
export type ImportDecisions = NonNullable<Inputs['imports']['applyPlan']['decisions']>;

/** What to list; what is not told does not matter. */
export type EntryQuery = Omit<Inputs['entries']['list'], 'projectId' | 'limit' | 'cursor'>;
/** What to change, and the version that was seen; what is not named stays. */
export type EntryChanges = Omit<Inputs['entries']['update'], 'projectId' | 'entryId'>;
/** Who defines an entry again, and what a language model shall mind. */
export type ProposalOrder = Omit<Inputs['entries']['regenerate'], 'projectId' | 'entryId'>;
export type EntryAddition = Omit<Inputs['entries']['add'], 'projectId'>;
export type RelationDecision = Omit<Inputs['entries']['decideRelation'], 'projectId' | 'entryId'>;
export type EntryHistoryItem = Outputs['entries']['history']['items'][number];
export type TermQuery = Omit<Inputs['terms']['list'], 'projectId' | 'limit' | 'cursor' | 'offset' | 'around'>;
/** Where in a long list the rows are that somebody looks at. */
export type TermWindow = Pick<Inputs['terms']['list'], 'offset' | 'around'>;
export type NamePreview = Outputs['entries']['preview'];
export type RemovalImpact = Outputs['documents']['impact'];
export type IssueFix = Omit<Inputs['issues']['fix'], 'projectId' | 'issueId'>;
export type TrashedItem = Outputs['trash']['list']['items'][number];
export type TrashChoice = Omit<Inputs['trash']['restore'], 'projectId'>;
export type TermCountQuery = Omit<Inputs['terms']['counts'], 'projectId'>;
export type TermChoice = Inputs['terms']['decide']['terms'];
export type IssueQuery = Omit<Inputs['issues']['list'], 'projectId' | 'limit' | 'cursor'>;
export type IssueChoice = Inputs['issues']['decide']['issues'];
