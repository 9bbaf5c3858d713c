import type {
  CategoryId,
  ConceptId,
  Definition,
  Designation,
  NameMatching,
  DocumentId,
  EntryHistoryItem,
  IssueId,
  ProjectId,
  Prose,
  RelationKind,
  RunId,
} from '@genglossary/core/domain';
import type {
  CategoriesRoom,
  ConnectionReport,
  DefinitionProposal,
  ExportFormat,
  ExportOptions,
  FoundWords,
  ImportsRoom,
  InsightsRoom,
  LanguageModelProvider,
  LanguageModelSettings,
  NamePreview,
  RemovalImpact,
  RunBudget,
  RunEstimate,
  ProposalOrder,
  RunsRoom,
  SettingsRoom,
  TermChoice,
  TermIndex,
  TermLists,
  TermQuery,
  TermsRoom,
  TrashChoice,
  TrashedItem,
  TrashedProject,
  VersionsRoom,
} from '@genglossary/client';
import { createContext, useContext } from 'react';
import type { RunMessage } from './run-view.ts';
import type { RowsPage } from './use-windowed-rows.ts';
import type {
  Citation,
  DefineOutcome,
  DefinitionEdit,
  Document,
  EntryContext,
  EntryDetail,
  EntrySummary,
  EntryPlace,
  ExportedFile,
  GlossaryDiff,
  IssueDecision,
  IssueView,
  Noun,
  ProjectSummary,
  RuleEffect,
  RunInfo,
  StoredDocument,
  TermDecision,
  TermListRule,
  Undo,
  UploadFile,
  UploadOutcome,
  Version,
  VersionRef,
  WorkbenchTerm,
} from './shapes.ts';

/** What changed, and whether it was a run or a version that the whole glossary went through. */
export interface ChangeNews {
  readonly nouns: readonly Noun[];
  readonly isChapter: boolean;
  /** A run has swapped another glossary in. */
  readonly isBuilt: boolean;
}

/** What the app asks of the server. `client-api.ts` answers it with the client, tests with a script. */
/** A name that may be added, or one of an entry that may be looked for in another way. */
export interface NameQuestion {
  readonly term: string;
  readonly language?: string;
  readonly matching?: NameMatching;
  readonly entry?: ConceptId;
}

export interface Api {
  readonly projects: {
    list(): Promise<readonly ProjectSummary[]>;
    get(id: ProjectId): Promise<ProjectSummary>;
    create(project: { readonly name: string; readonly language?: string }): Promise<{ readonly id: ProjectId }>;
    rename(id: ProjectId, name: string): Promise<Undo>;
    remove(id: ProjectId): Promise<Undo>;
    /** What was thrown away and can be had back. */
    trashed(): Promise<readonly TrashedProject[]>;
    restore(id: ProjectId): Promise<void>;
    /** Of one in the bin: it is gone for good. */
    purge(id: ProjectId): Promise<void>;
    /** Another one with everything that is in it. */
    clone(id: ProjectId, name: string): Promise<{ readonly id: ProjectId }>;
    /** Everything that makes it, as one file. */
    backup(id: ProjectId): Promise<Uint8Array<ArrayBuffer>>;
    /** A new one from such a file, under the name that it had or another. */
    restoreBackup(file: Blob, name?: string): Promise<{ readonly id: ProjectId; readonly name: string }>;
    /** Tells whenever something of a project changed, what it was; ends with the signal. */
    changes(
      id: ProjectId,
      options: {
        readonly signal: AbortSignal;
        /** Told when a run began, or ended (null), whoever started it. */
        readonly onRun: (run: RunId | null) => void;
      },
    ): AsyncIterable<ChangeNews>;
  };
  readonly documents: {
    list(project: ProjectId): Promise<readonly StoredDocument[]>;
    get(project: ProjectId, id: DocumentId): Promise<Document>;
    /** Where entries stand in it, in its order. */
    places(project: ProjectId, id: DocumentId): Promise<readonly EntryPlace[]>;
    /** What people read in it, apart from its markup; `undefined` for one that is too long. */
    prose(project: ProjectId, id: DocumentId): Promise<Prose | undefined>;
    /** Where some words stand: the first places, a few of each document, and how many there are. */
    search(project: ProjectId, text: string, options: { readonly signal: AbortSignal }): Promise<FoundWords>;
    upload(
      project: ProjectId,
      files: readonly UploadFile[],
      options: { readonly signal: AbortSignal },
    ): Promise<readonly UploadOutcome[]>;
    /** What entries would lose. */
    impact(project: ProjectId, ids: readonly DocumentId[]): Promise<RemovalImpact>;
    remove(project: ProjectId, ids: readonly DocumentId[]): Promise<Undo>;
  };
  readonly runs: {
    list(project: ProjectId): Promise<readonly RunInfo[]>;
    get(id: RunId): Promise<RunInfo>;
    /** With whom the settings say, or with the built-in engine alone. */
    start(
      project: ProjectId,
      options: { readonly title: string; readonly isBuiltIn?: boolean; readonly budget?: RunBudget | undefined },
    ): Promise<RunId>;
    /** What such a run would spend. */
    estimate(project: ProjectId): Promise<RunEstimate>;
    /** What the models of such a run would be asked about a term, word for word. */
    readonly questions: RunsRoom['questions'];
    /** What it asked of language models, newest first. */
    readonly calls: RunsRoom['callsPage'];
    readonly call: RunsRoom['call'];
    resume(id: RunId): Promise<RunId>;
    cancel(id: RunId): Promise<void>;
    /** Every event once and in order, through lost connections, until the run is over. */
    events(id: RunId, options: { readonly after: number; readonly signal: AbortSignal }): AsyncIterable<RunMessage>;
  };
  readonly entries: {
    list(project: ProjectId): Promise<readonly EntrySummary[]>;
    /** The first of them, as people read them. */
    page(
      project: ProjectId,
      options: { readonly limit: number },
    ): Promise<{ readonly items: readonly EntrySummary[]; readonly total: number }>;
    get(project: ProjectId, id: ConceptId): Promise<EntryDetail>;
    /** Where its names stand, in the order of documents and their texts; at most so many. */
    contexts(project: ProjectId, id: ConceptId, options: { readonly limit: number }): Promise<readonly EntryContext[]>;
    define(project: ProjectId, id: ConceptId, edit: DefinitionEdit): Promise<DefineOutcome>;
    /** Puts a passage behind a statement, whose words stay as they are; how well it bears them is looked at. */
    cite(project: ProjectId, entry: EntryDetail, citation: Citation): Promise<Undo>;
    /** What another definition would spend, told without a call. */
    estimateProposal(project: ProjectId, id: ConceptId, order: ProposalOrder): Promise<RunEstimate>;
    /** Another definition, for a person to take or to leave: nothing is changed. */
    propose(
      project: ProjectId,
      id: ConceptId,
      order: ProposalOrder,
      options: { readonly signal: AbortSignal },
    ): Promise<DefinitionProposal>;
    /** Takes it over, where nobody changed the entry meanwhile. */
    accept(project: ProjectId, id: ConceptId, proposal: DefinitionProposal): Promise<DefineOutcome>;
    /** Writes an earlier revision of its definition anew. */
    restore(
      project: ProjectId,
      id: ConceptId,
      revision: {
        readonly ifVersion: string;
        readonly revision: number;
        /** Of two revisions of one number, whose. */
        readonly author: Definition['author'];
      },
    ): Promise<Undo>;
    /** How often a name stands in the documents, and who has it already. */
    preview(project: ProjectId, name: NameQuestion): Promise<NamePreview>;
    add(project: ProjectId, entry: { readonly term: string }): Promise<Undo>;
    /** All its names, the preferred one first. */
    rename(
      project: ProjectId,
      id: ConceptId,
      names: { readonly ifVersion: string; readonly designations: readonly Designation[] },
    ): Promise<Undo>;
    /** A word to whoever writes the next definition; the last one who writes it wins. */
    note(project: ProjectId, id: ConceptId, note: string): Promise<Undo>;
    relate(
      project: ProjectId,
      id: ConceptId,
      relation: {
        readonly kind: RelationKind;
        readonly target: ConceptId;
        readonly state: 'accepted' | 'rejected' | 'open';
      },
    ): Promise<Undo>;
    /** What was done to it, latest first. */
    history(project: ProjectId, id: ConceptId): Promise<readonly EntryHistoryItem[]>;
    /** Never a term again. */
    remove(project: ProjectId, id: ConceptId): Promise<Undo>;
    /** Keeps it as it is, against runs and people; or no more. */
    lock(project: ProjectId, id: ConceptId, isLocked: boolean): Promise<Undo>;
  };
  readonly terms: {
    /** A part of the candidates of the last build. */
    page(
      project: ProjectId,
      query: TermQuery,
      rows: {
        readonly limit: number;
        readonly offset?: number;
        readonly around?: string;
        readonly signal?: AbortSignal;
      },
    ): Promise<RowsPage<WorkbenchTerm>>;
    /** All of them in columns, as much as a list shows. */
    index(project: ProjectId): Promise<TermIndex>;
    counts(project: ProjectId): Promise<Readonly<Record<TermDecision, number>>>;
    contexts(project: ProjectId, id: ConceptId): Promise<readonly EntryContext[]>;
    decide(project: ProjectId, terms: TermChoice, verdict: 'required' | 'excluded' | 'open'): Promise<Undo>;
    /** Puts terms, or entries, into a category, or into none. */
    categorise(project: ProjectId, terms: TermChoice, category: CategoryId | null): Promise<Undo>;
    /** Makes terms one entry; the others become names that can be used, unless told. */
    merge(
      project: ProjectId,
      merge: {
        readonly into: ConceptId;
        readonly from: readonly ConceptId[];
        readonly status?: 'admitted' | 'forbidden';
      },
    ): Promise<Undo>;
    readonly variants: TermsRoom['variants'];
    readonly dismissVariants: TermsRoom['dismissVariants'];
    lists(project: ProjectId): Promise<TermLists>;
    addRule(project: ProjectId, rule: TermListRule): Promise<Undo>;
    /** What a rule would do if it were added. */
    effect(project: ProjectId, rule: TermListRule): Promise<RuleEffect>;
  };
  readonly categories: CategoriesRoom;
  readonly issues: {
    list(project: ProjectId): Promise<readonly IssueView[]>;
    decide(project: ProjectId, ids: readonly IssueId[], decision: IssueDecision): Promise<Undo>;
    /** Answers one with a new definition of its entry. */
    fix(project: ProjectId, id: IssueId, edit: DefinitionEdit): Promise<DefineOutcome>;
    reopen(project: ProjectId, ids: readonly IssueId[]): Promise<Undo>;
  };
  readonly trash: {
    list(project: ProjectId): Promise<readonly TrashedItem[]>;
    restore(project: ProjectId, choice: TrashChoice): Promise<Undo>;
  };
  readonly versions: {
    list(project: ProjectId): Promise<readonly Version[]>;
    publish(project: ProjectId, options: { readonly note?: string }): Promise<Version>;
    readonly openChanges: VersionsRoom['openChanges'];
    readonly decideChanges: VersionsRoom['decideChanges'];
    diff(project: ProjectId, versions: { readonly from: VersionRef; readonly to: VersionRef }): Promise<GlossaryDiff>;
  };
  readonly settings: SettingsRoom;
  readonly imports: ImportsRoom;
  readonly insights: InsightsRoom;
  readonly models: {
    providers(): Promise<readonly LanguageModelProvider[]>;
    test(model: LanguageModelSettings, options: { readonly signal: AbortSignal }): Promise<ConnectionReport>;
  };
  readonly exports: {
    formats(): Promise<readonly ExportFormat[]>;
    /** In the words of a language: headings and remarks, not the entries themselves. */
    create(
      project: ProjectId,
      request: ExportOptions & { readonly format: ExportFormat; readonly locale: 'en' | 'ja' },
    ): Promise<readonly ExportedFile[]>;
  };
  /** Answers how that is taken back. */
  undo(token: string): Promise<Undo>;
}

export const ApiContext = createContext<Api | undefined>(undefined);

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('There is no Api around this component.');
  return api;
}
