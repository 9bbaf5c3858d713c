import type {
  CategoryColour,
  CategoryId,
  ConceptId,
  DocumentOrigin,
  ImportField,
  NameMatching,
  RunScope,
} from '@genglossary/core/domain';
import type { AppRouter } from '@genglossary/server';
import type { inferRouterInputs } from '@trpc/server';

type Inputs = inferRouterInputs<AppRouter>;

export interface NewProject {
  readonly name: string;
  /** BCP 47 tag; detected document by document where it is not told. */
  readonly language?: string;
  readonly subject?: string;
}

/** What to change; `null` takes a value back. */
export interface ProjectUpdate {
  readonly name?: string;
  readonly language?: string | null;
  readonly subject?: string | null;
}

/** What shall be built, beside the documents of the project. */
export interface BuildOptions {
  readonly title?: string;
  /** Language of all documents, where it is not to be detected. */
  readonly language?: string;
  /** At most so many terms, beside the required ones. */
  readonly limit?: number;
  /** Who does the steps that a language model can do; without it whoever the settings say. */
  readonly languageModel?: RunLanguageModel;
  /** In which a model writes definitions (BCP 47); as the settings say, or that of each entry, unless told. */
  readonly outputLanguage?: string;
  /** Whether the words of questions to the model and of its answers are kept; as the settings say unless told. */
  readonly keepsCallTexts?: boolean;
  /** Added to the project's lists. */
  readonly required?: readonly string[];
  readonly excluded?: readonly string[];
}

/** What becomes of files beside being stored. */
export interface UploadOptions {
  /**
   * Queues a run of what is then new, behind the one that works: all of it, or as far as the terms. What the settings
   * say unless told; `false` for none.
   */
  readonly thenRun?: RunScope | false;
  /** `folder`: they mirror one that the sender keeps, who says when they are gone. Default `upload`: they stay. */
  readonly origin?: DocumentOrigin;
}

/** A language model and the steps that it does. */
export type RunLanguageModel = NonNullable<NonNullable<Inputs['runs']['start']['options']>['languageModel']>;
/** Where a language model is and which one it is; keys are never settings. */
export type LanguageModelSettings = Inputs['languageModels']['test'];
/** What to change; `null` takes it back, what is not named stays. */
export type SettingsChange = Inputs['settings']['update']['change'];
export interface SettingsUpdate extends Seen {
  readonly change: SettingsChange;
}

/** Which questions of a run to list; what is not told does not matter. */
export type CallQuery = Omit<Inputs['runs']['calls'], 'runId' | 'limit' | 'cursor'>;

export interface NewCategory {
  readonly name: string;
  readonly colour?: CategoryColour;
}

export type CategoryChanges = Partial<NewCategory>;

export interface CategoryMerge {
  readonly into: CategoryId;
  readonly from: readonly CategoryId[];
}

export type ExportFormat = Inputs['exports']['create']['format'];
export type ExportOptions = NonNullable<Inputs['exports']['create']['options']>;
export interface ExportRequest extends ExportOptions {
  readonly format: ExportFormat;
}

/** A file with entries, beside what it holds. */
export interface ImportSource {
  readonly fileName: string;
  /** What columns of a table hold, by their headers; guessed where it is not told, `null` leaves one out. */
  readonly mapping?: Readonly<Record<string, ImportField | null>>;
  /** Of the entries whose language the file does not tell. */
  readonly language?: string;
}

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
/** Names what is changed as it was seen: `EntrySummary.version`, `Settings.version`. */
export interface Seen {
  readonly ifVersion: string;
}

export interface EntryMerge {
  readonly into: ConceptId;
  readonly from: readonly ConceptId[];
}

/** An earlier revision of a definition, by its number and, where two have it, by who wrote it. */
export interface RevisionChoice extends Seen {
  readonly revision: number;
  readonly author?: 'built-in' | 'language-model' | 'person';
}

/** A name that may become one of an entry. */
export interface NameQuery {
  readonly term: string;
  readonly language?: string;
  readonly matching?: NameMatching;
  /** Counts as builds count for this entry. */
  readonly entry?: ConceptId;
}

/** The whole of the graph, or what is so many steps `around` an entry. */
export interface GraphView {
  readonly around?: ConceptId;
  readonly hops?: number;
  readonly limit?: number;
}

export interface NewVersion {
  readonly name?: string;
  readonly note?: string;
}

/** To the glossary as it is now unless told. */
export interface VersionPair {
  readonly from: number | 'current';
  readonly to?: number | 'current';
}

export interface TermMerge extends EntryMerge {
  /** Of the words that do not stand for it; they can be used unless told. */
  readonly status?: 'admitted' | 'deprecated' | 'forbidden';
}

export type TermQuery = Omit<Inputs['terms']['list'], 'projectId' | 'limit' | 'cursor' | 'offset' | 'around'>;
/** Where in a long list the rows are that somebody looks at. */
export type TermWindow = Pick<Inputs['terms']['list'], 'offset' | 'around'>;
export type IssueFix = Omit<Inputs['issues']['fix'], 'projectId' | 'issueId'>;
export type TrashChoice = Omit<Inputs['trash']['restore'], 'projectId'>;
export type TermCountQuery = Omit<Inputs['terms']['counts'], 'projectId'>;
export type TermChoice = Inputs['terms']['decide']['terms'];
/** Words to look for in documents, and how many places to show. */
export type DocumentQuery = Omit<Inputs['documents']['search'], 'projectId'>;
export type IssueQuery = Omit<Inputs['issues']['list'], 'projectId' | 'limit' | 'cursor'>;
export type IssueChoice = Inputs['issues']['decide']['issues'];
