import { availableParallelism } from 'node:os';
import { openAnalysisPool } from './analysis/pool.ts';
import type { SkippedFile } from './documents/load-documents.ts';
import { writtenForms } from './extraction/rank-candidates.ts';
import type { Candidate, Glossary, LanguageTag, RankedCandidates, TermLists, TermRule } from './domain/index.ts';
import type { DocumentDigest } from './pipeline/artifacts.ts';
import { defaultPipeline, documentWorker, extractionPipeline } from './pipeline/default-pipeline.ts';
import { type DigestCache, type DigestKey, noDigestCache } from './pipeline/digest-cache.ts';
import type { DigestJob } from './pipeline/digest-document.ts';
import type { ExecutionContext } from './pipeline/execution-context.ts';
import { openStorage } from './storage/kysely/open-storage.ts';
import type { Storage } from './storage/storage.ts';

/** What `extract` and `build` read. */
export interface SourceRequest {
  /** Absolute paths of files and folders. */
  readonly paths: readonly string[];
  /** Patterns of names that are not sources. */
  readonly exclude?: readonly string[];
  /** The language of all documents, where it is not to be detected. */
  readonly language?: LanguageTag;
}

export interface Extraction {
  readonly candidates: RankedCandidates;
  /** The list as people read it: each written form of a candidate is a row, with the candidate's score. */
  readonly rows: readonly Candidate[];
  /** How many of the rows the tool would keep. */
  readonly cut: number;
  readonly skippedFiles: readonly SkippedFile[];
}

/** The built-in engine without a database: nothing is remembered. */
export interface Engine extends AsyncDisposable {
  /** @throws `document/not-found`, `document/none`, `analysis/failed`. */
  extract(request: SourceRequest, execution: ExecutionContext): Promise<Extraction>;
}

export interface BuildRequest extends SourceRequest {
  /** Name of the project; it is made where it does not exist. */
  readonly project: string;
  readonly title?: string;
  /** At most so many terms, beside the required ones. */
  readonly limit?: number;
  /** Added to the project's lists. */
  readonly required?: readonly string[];
  readonly excluded?: readonly string[];
}

export interface Build {
  readonly glossary: Glossary;
  readonly skippedFiles: readonly SkippedFile[];
}

/** The engine over a database. */
export interface Core extends AsyncDisposable {
  readonly storage: Storage;
  /**
   * Makes the glossary of a project and swaps it in for the former one; a build that fails or is aborted leaves that
   * one as it was, and keeps what was analysed.
   *
   * @throws `document/not-found`, `document/none`, `analysis/failed`, `storage/disk-full`, the signal's reason.
   */
  build(request: BuildRequest, execution: ExecutionContext): Promise<Build>;
}

export interface EngineSettings {
  /** Analysis threads, from 1; as many as there are processors unless told. */
  readonly threads?: number;
}

export interface CoreSettings extends EngineSettings {
  readonly databasePath: string;
}

/** Most bytes (compressed) of remembered analyses that a database keeps. */
const CACHE_BYTES = 512 * 1024 * 1024;

/** Opens the engine; threads start with the first document. */
export function openEngine(settings: EngineSettings = {}): Engine {
  const pool = openPool(settings);
  return {
    async extract({ paths, ...options }, execution) {
      const pipeline = extractionPipeline({ pool, cache: noDigestCache, ...options });
      const { candidates, skippedFiles } = await pipeline.run({ paths }, execution);
      const rows = rowsOf(candidates.candidates);
      const cut = rowsOf(candidates.candidates.slice(0, candidates.cut)).length;
      return { candidates, rows, cut, skippedFiles };
    },
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}

/** Opens the database and the engine. @throws `storage/unavailable`, `storage/in-use`, `storage/newer-schema`. */
export async function openCore({ databasePath, ...settings }: CoreSettings): Promise<Core> {
  const storage = await openStorage({ path: databasePath });
  const pool = openPool(settings);
  return {
    storage,
    async build({ project: name, paths, required, excluded, title = 'Glossary', ...options }, execution) {
      const project = await storage.projects.ensure(name);
      const termLists = extended(await storage.termLists.read(project.id), { required, excluded });
      const pipeline = defaultPipeline({ pool, cache: storedDigests(storage), title, ...options });
      const { documents, glossary, skippedFiles } = await pipeline.run({ paths, termLists }, execution);
      execution.signal.throwIfAborted();
      await storage.termLists.replace(project.id, termLists);
      await storage.documents.replaceAll(project.id, documents);
      await storage.glossary.replace(project.id, glossary);
      await storage.analyses.prune({ maxBytes: CACHE_BYTES });
      // What people made is merged in by the database.
      return { glossary: (await storage.glossary.read(project.id)) ?? glossary, skippedFiles };
    },
    async [Symbol.asyncDispose]() {
      await pool[Symbol.asyncDispose]();
      await storage[Symbol.asyncDispose]();
    },
  };
}

function rowsOf(candidates: readonly Candidate[]): Candidate[] {
  return candidates.flatMap((candidate) => writtenForms(candidate).map((term) => ({ ...candidate, term })));
}

function openPool({ threads = availableParallelism() }: EngineSettings) {
  return openAnalysisPool<DigestJob, DocumentDigest>(documentWorker, { threads });
}

const stored = ({ contentHash, maker }: DigestKey) => ({ contentHash, analyzer: maker });

function storedDigests({ analyses }: Storage): DigestCache {
  return {
    async read(keys) {
      const payloads = await analyses.get(keys.map(stored));
      // The payload was written by `write` below under a key that names its version.
      return payloads.map((payload) => (payload === undefined ? undefined : (JSON.parse(payload) as DocumentDigest)));
    },
    write: (entries) =>
      analyses.put(entries.map(([key, digest]) => ({ ...stored(key), payload: JSON.stringify(digest) }))),
  };
}

function extended(
  { required, excluded }: TermLists,
  added: { readonly required?: readonly string[] | undefined; readonly excluded?: readonly string[] | undefined },
): TermLists {
  return { required: merged(required, added.required ?? []), excluded: merged(excluded, added.excluded ?? []) };
}

function merged(rules: readonly TermRule[], patterns: readonly string[]): TermRule[] {
  const known = new Set(rules.map(({ pattern }) => pattern));
  return [...rules, ...patterns.filter((pattern) => !known.has(pattern)).map((pattern) => ({ pattern }))];
}
