import type { Designation, Document, ProjectId, TermLists, TermRule } from '../domain/index.ts';
import type { Artifacts } from '../pipeline/artifacts.ts';
import type { ExecutionContext } from '../pipeline/execution-context.ts';
import type { GivenNames } from '../pipeline/given-names.ts';
import { loadPipeline } from '../pipeline/load-pipeline.ts';
import type { Storage } from '../storage/storage.ts';
import { addedBy, type BuildInput } from './build-input.ts';
import { glossaryBasis } from './glossary-basis.ts';

/** All that a build works on. */
export interface PreparedBuild {
  readonly given: Pick<Artifacts, 'documents' | 'skippedFiles' | 'termLists'>;
  /** Those of the documents that people handed in. */
  readonly handedIn: readonly Document[];
  readonly givenNames: GivenNames;
  /** Stands for it, and for the program that works on it; `undefined` where nobody knows which program that is. */
  readonly basis: string | undefined;
}

export interface PrepareTools {
  readonly storage: Storage;
  readonly program: Promise<string | undefined>;
  readonly execution: ExecutionContext;
}

/** Loads the documents of a build and reads what people decided about its terms. @throws `document/…` */
export async function prepareBuild(
  { asked, project }: { readonly asked: BuildInput; readonly project: ProjectId },
  { storage, program: asking, execution }: PrepareTools,
): Promise<PreparedBuild> {
  const { paths, exclude = [] } = asked;
  const handedIn = paths === undefined ? [] : await storage.documents.readAll(project, 'upload');
  const there = paths === undefined ? { documents: await storage.documents.readAll(project) } : { beside: handedIn };
  const loaded = await loadPipeline({ exclude, ...there }).run({ paths: paths ?? [] }, execution);
  const termLists = extended(await storage.termLists.read(project), addedBy(asked));
  const givenNames = await namesGiven(storage, project);
  const program = await asking;
  const parts = { asked, documents: loaded.documents, handedIn, termLists, givenNames };
  return {
    given: { ...loaded, termLists },
    handedIn,
    givenNames,
    basis: program === undefined ? undefined : glossaryBasis({ program, ...parts }),
  };
}

/** Names that people gave to entries, by the entry; what they merged has given its names away. */
async function namesGiven({ concepts }: Storage, project: ProjectId): Promise<GivenNames> {
  const edits = await concepts.edits(project);
  return new Map(
    edits.flatMap(({ conceptId, designations, removed }) => {
      if (designations === undefined && removed !== 'merged') return [];
      return [[conceptId, (designations ?? []).map(asGiven)] as const];
    }),
  );
}

function asGiven({ text, matching }: Designation): Pick<Designation, 'text' | 'matching'> {
  return { text, ...(matching === undefined ? {} : { matching }) };
}

function extended(
  { required, excluded }: TermLists,
  added: { readonly required: readonly string[]; readonly excluded: readonly string[] },
): TermLists {
  return { required: merged(required, added.required), excluded: merged(excluded, added.excluded) };
}

function merged(rules: readonly TermRule[], patterns: readonly string[]): TermRule[] {
  const known = new Set(rules.map(({ pattern }) => pattern));
  return [...rules, ...patterns.filter((pattern) => !known.has(pattern)).map((pattern) => ({ pattern }))];
}
