import type {
  ChangeDecision,
  ConceptId,
  Done,
  Glossary,
  GlossaryDiff,
  OpenChanges,
  ProjectId,
  Version,
} from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { Stores } from '../storage/storage.ts';
import type { ActionTools } from './action-tools.ts';
import { diffGlossaries } from './diff-glossaries.ts';
import { decideChanges, openChanges } from './version-changes.ts';
import { notFound } from './not-found.ts';
import { requireProject } from './require-project.ts';

/** A published version, or the glossary as it is now. */
export type VersionRef = number | 'current';

export interface VersionActions {
  /** Publishes the glossary as it is now. A version never changes, so it is not taken back. @throws `storage/not-found` · `glossary/none` · `version/invalid` */
  publish(project: ProjectId, version?: { readonly name?: string; readonly note?: string }): Promise<Version>;
  /** Latest first. @throws `storage/not-found` */
  list(project: ProjectId): Promise<readonly Version[]>;
  /** With its glossary. @throws `storage/not-found` */
  get(project: ProjectId, number: number): Promise<{ readonly version: Version; readonly glossary: Glossary }>;
  /** What became of the glossary between two versions. @throws `storage/not-found` · `glossary/none` */
  diff(project: ProjectId, versions: { readonly from: VersionRef; readonly to?: VersionRef }): Promise<GlossaryDiff>;
  /** What became of the glossary since a version and was not accepted. @throws as `diff` */
  openChanges(project: ProjectId, version: number): Promise<OpenChanges>;
  /**
   * Accepts changes since a version, which are then not shown again until the entry changes once more, or takes them
   * back: the entry says what it said in that version. All of them are one change. Answers the entries that differed.
   * @throws as `diff` · `entry/locked`
   */
  decideChanges(project: ProjectId, decision: ChangeDecision): Promise<Done<readonly ConceptId[]>>;
}

const MAX_NAME = 200;
const MAX_NOTE = 10_000;

export function versionActions(tools: ActionTools): VersionActions {
  const { storage } = tools;
  const get = async (project: ProjectId, number: number) => {
    const found = await storage.versions.read(project, number);
    if (found === undefined) throw notFound('version', String(number));
    return found;
  };
  return {
    async publish(project, { name, note } = {}) {
      const { value } = await storage.change(project, { kind: 'version-published' }, async (stores) => {
        const glossary = await currentGlossary(stores, project);
        const [last] = await stores.versions.list(project);
        const checked = wordsOf(name, MAX_NAME);
        const words = wordsOf(note, MAX_NOTE);
        return stores.versions.publish(project, {
          name: checked ?? `Version ${(last?.number ?? 0) + 1}`,
          ...(words === undefined ? {} : { note: words }),
          glossary,
        });
      });
      return value;
    },
    async list(project) {
      await requireProject(storage, project);
      return storage.versions.list(project);
    },
    async get(project, number) {
      await requireProject(storage, project);
      return get(project, number);
    },
    async diff(project, { from, to = 'current' }) {
      await requireProject(storage, project);
      const read = async (ref: VersionRef) =>
        ref === 'current' ? currentGlossary(storage, project) : (await get(project, ref)).glossary;
      return diffGlossaries(await read(from), await read(to));
    },
    async openChanges(project, version) {
      await requireProject(storage, project);
      const { glossary: former } = await get(project, version);
      return openChanges(tools, project, { version, former, current: await currentGlossary(storage, project) });
    },
    async decideChanges(project, decision) {
      await requireProject(storage, project);
      const { glossary: former } = await get(project, decision.version);
      const current = await currentGlossary(storage, project);
      return decideChanges(tools, project, { former, current, decision });
    },
  };
}

async function currentGlossary({ glossary }: Stores, project: ProjectId): Promise<Glossary> {
  const current = await glossary.read(project);
  if (current !== undefined) return current;
  throw new GlossaryError('glossary/none', 'There is no glossary here yet.', {
    details: { project },
  });
}

/** Words that a person gave, without spaces at their ends; nothing where there are none. */
function wordsOf(text: string | undefined, maxLength: number): string | undefined {
  const words = text?.normalize('NFC').trim() ?? '';
  if (words === '') return undefined;
  if (words.length <= maxLength && words.isWellFormed()) return words;
  const problem = `a name or note is valid text of at most ${maxLength} characters`;
  throw new GlossaryError('version/invalid', `The version cannot be published: ${problem}.`, { details: { problem } });
}
