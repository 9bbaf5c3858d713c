import { editableEntry } from '../actions/entry-guards.ts';
import { readEntry } from '../actions/entry-reader.ts';
import { readSettings } from '../actions/settings-actions.ts';
import {
  type Concept,
  type ConceptId,
  type DefinitionProposal,
  type Document,
  type DocumentId,
  type LanguageModelSettings,
  type LanguageTag,
  noUsage,
  type ProjectId,
  type RunEstimate,
  type RunFailure,
  type TermLists,
} from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { LanguageModel } from '../llm/language-model.ts';
import type { LanguageModels } from '../llm/open-language-models.ts';
import { createRehearsal } from '../llm/rehearse.ts';
import { addUsage } from '../llm/usage.ts';
import { withInstruction } from '../llm/with-instruction.ts';
import { withStyleGuide } from '../llm/with-style-guide.ts';
import type { DigestedDocument } from '../pipeline/artifacts.ts';
import type { ExecutionContext } from '../pipeline/execution-context.ts';
import { standaloneExecution } from '../pipeline/standalone-execution.ts';
import type { AnalyseTools } from '../pipeline/steps/analyse.ts';
import { inSlices } from '../runtime/in-slices.ts';
import type { Storage } from '../storage/storage.ts';
import { wordDiff } from '../text/word-diff.ts';
import { errorOf } from './build.ts';

/** What somebody asks of a new definition of one entry. */
export interface ProposalOrder {
  /** What a language model shall mind this time, in plain words. */
  readonly instruction?: string;
  /** Who writes it; whoever the settings say for definitions unless told. */
  readonly languageModel?: LanguageModelSettings | 'built-in';
}

export interface ProposalTools extends Omit<AnalyseTools, 'language'> {
  readonly storage: Storage;
  readonly languageModels: LanguageModels;
}

interface Subject {
  readonly version: string;
  readonly concept: Concept;
  readonly digests: readonly DigestedDocument[];
  readonly termLists: TermLists;
  /** That the settings name for definitions. */
  readonly outputLanguage: LanguageTag | undefined;
}

/** An entry may stand in every document of a large project: those that use it most tell enough. */
const MOST_DOCUMENTS = 100;

/**
 * Defines one entry again, by the names that it has now and on the documents that the glossary was built from, and
 * changes nothing: a person takes the proposal over or leaves it.
 *
 * @throws `storage/not-found` · `entry/locked` · `config/invalid` for an instruction to the built-in engine · `llm/…` ·
 * the signal's reason
 */
export async function proposeDefinition(
  tools: ProposalTools,
  { project, entry }: { readonly project: ProjectId; readonly entry: ConceptId },
  order: ProposalOrder,
  signal: AbortSignal = new AbortController().signal,
): Promise<DefinitionProposal> {
  const model = await writerOf(tools, project, order, (settings) => tools.languageModels.open(settings));
  const subject = await subjectOf(tools, { project, entry }, signal);
  let usage = noUsage;
  let failure: RunFailure | undefined;
  await using standalone = standaloneExecution({
    signal,
    report: (event) => {
      if (event.type === 'item-failed') ({ failure } = event);
    },
  });
  const execution: ExecutionContext = {
    ...standalone,
    makeEach: async (make) => {
      const made = await make(signal, () => Promise.resolve());
      usage = addUsage(usage, made.usage ?? noUsage);
      return made.value;
    },
  };
  const written = model === undefined ? undefined : await writtenBy(model, subject, execution);
  // One question about one entry: where it failed, there is no other that would do for an answer.
  if (failure !== undefined) throw errorOf(failure);
  const definition = written ?? (await quoted(subject, signal));
  const { version, concept } = subject;
  const diff = wordDiff(textOf(concept.definition), textOf(definition), concept.language);
  return { version, usage, diff, ...(definition === undefined ? {} : { definition }) };
}

/** What such a definition would spend, told without a call. @throws as `proposeDefinition`, but for `llm/…` */
export async function estimateProposal(
  tools: ProposalTools,
  { project, entry }: { readonly project: ProjectId; readonly entry: ConceptId },
  order: ProposalOrder,
  signal: AbortSignal = new AbortController().signal,
): Promise<RunEstimate> {
  const rehearsal = createRehearsal();
  const model = await writerOf(tools, project, order, (settings) =>
    rehearsal.rehearsing(tools.languageModels.describe(settings)),
  );
  const subject = await subjectOf(tools, { project, entry }, signal);
  await using execution = standaloneExecution({ signal, report: () => undefined });
  if (model !== undefined) await writtenBy(model, subject, execution);
  return rehearsal.estimate();
}

function textOf(definition: DefinitionProposal['definition']): string {
  return definition?.statements.map(({ text }) => text).join(' ') ?? '';
}

/** `undefined`: the built-in engine. */
async function writerOf(
  { storage }: ProposalTools,
  project: ProjectId,
  { instruction = '', languageModel }: ProposalOrder,
  open: (settings: LanguageModelSettings) => Promise<LanguageModel> | LanguageModel,
): Promise<LanguageModel | undefined> {
  const { effective } = await readSettings(storage, project);
  const worker = languageModel ?? effective.steps.define;
  const wish = instruction.trim();
  if (worker === 'built-in') {
    if (wish === '') return undefined;
    const problem = 'the built-in engine follows no instruction: choose a language model';
    throw new GlossaryError('config/invalid', `This cannot be asked: ${problem}.`, { details: { problem } });
  }
  const { styleGuide } = effective;
  const model = await open(worker);
  const styled = styleGuide === undefined ? model : withStyleGuide(model, styleGuide);
  return wish === '' ? styled : withInstruction(styled, wish);
}

async function subjectOf(
  { storage, ...analysis }: ProposalTools,
  { project, entry }: { readonly project: ProjectId; readonly entry: ConceptId },
  signal: AbortSignal,
): Promise<Subject> {
  // Read before what the proposal rests on: whoever changes the entry meanwhile makes the version an old one.
  const { version, spread } = await readEntry(storage, project, entry);
  const concept = await editableEntry(storage, project, entry, {});
  const most = spread.toSorted((a, b) => b.count - a.count).slice(0, MOST_DOCUMENTS);
  const chosen = new Set<DocumentId>(most.map(({ documentId }) => documentId));
  const documents: Document[] = [];
  for (const { documentId } of spread) {
    const built = chosen.has(documentId) ? await storage.documents.builtText(project, documentId) : undefined;
    if (built !== undefined) documents.push(built);
  }
  const termLists = await storage.termLists.read(project);
  const { outputLanguage } = (await readSettings(storage, project)).effective;
  return { version, concept, termLists, outputLanguage, digests: await digested(analysis, documents, signal) };
}

async function digested(
  analysis: Omit<AnalyseTools, 'language'>,
  documents: readonly Document[],
  signal: AbortSignal,
): Promise<readonly DigestedDocument[]> {
  if (documents.length === 0) return [];
  await using execution = standaloneExecution({ signal, report: () => undefined });
  // Parsers and analyzers take long to load.
  const { digestPipeline } = await import('../pipeline/default-pipeline.ts');
  const { digests } = await digestPipeline({ ...analysis, documents }).run({ paths: [] }, execution);
  return digests;
}

async function writtenBy(
  model: LanguageModel,
  { concept, digests, termLists, outputLanguage }: Subject,
  execution: ExecutionContext,
): Promise<DefinitionProposal['definition']> {
  const { defineWithModel } = await import('../pipeline/define-with-model.ts');
  // Without the one that it has: a person weighs the two against each other.
  const { definition: _present, ...bare } = concept;
  const [defined] = await defineWithModel([bare], digests, { model, termLists, outputLanguage, execution });
  return defined?.definition;
}

async function quoted({ concept, digests }: Subject, signal: AbortSignal): Promise<DefinitionProposal['definition']> {
  const { quoteDefinition } = await import('../pipeline/quote-definition.ts');
  return inSlices(quoteDefinition(concept, digests), signal);
}
