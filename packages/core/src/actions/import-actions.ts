import {
  type Done,
  type Imported,
  importOutcomes,
  type ImportPlan,
  type ImportRow,
  type LanguageTag,
  type ProjectId,
} from '../domain/index.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { chosenRows, type ImportDecisions, refuseChanged } from './chosen-rows.ts';
import { findImported } from './imported-places.ts';
import { notFound } from './not-found.ts';
import { EntryIndex, type PlannedRow, planRows } from './plan-import.ts';
import { type ImportFile, readImport } from './read-import.ts';
import { requireProject } from './require-project.ts';
import { writeImport } from './write-import.ts';

/**
 * Brings entries of a file into the glossary: our own JSON export, a termbase, or a table. The file is compared once, and the plan
 * is kept; applying does exactly what the plan says, as one change that one undo takes back. Names are only added,
 * never lost; a relation comes in that somebody accepted, and nothing else: issues, places and proposals are made by builds.
 */
export interface ImportActions {
  /** @throws `storage/not-found` · `import/invalid` */
  plan(project: ProjectId, file: ImportFile & { readonly language?: LanguageTag }): Promise<ImportPlan>;
  /** A plan that was made in the last 24 hours. @throws `storage/not-found` */
  get(project: ProjectId, plan: string): Promise<ImportPlan>;
  /**
   * @throws `storage/not-found` · `import/conflict` when an entry that would be written was changed since the plan was
   * made, with those entries as they are now in `details.current`; nothing is written then
   */
  apply(project: ProjectId, plan: string, decisions?: ImportDecisions): Promise<Done<Imported>>;
}

interface StoredPlan extends Omit<ImportPlan, 'rows'> {
  readonly rows: readonly PlannedRow[];
}

export function importActions(tools: ActionTools): ImportActions {
  const { storage, ids } = tools;
  const read = async (project: ProjectId, id: string): Promise<StoredPlan> => {
    await requireProject(storage, project);
    const text = await storage.importPlans.read(project, id);
    if (text === undefined) throw notFound('import', id);
    return JSON.parse(text) as StoredPlan;
  };
  /** Of its documents, which no import changes, so that the same file says the same when it comes again. */
  const languagesOf = async (project: ProjectId, told: LanguageTag | undefined): Promise<readonly LanguageTag[]> => {
    const byLanguage = Map.groupBy(await storage.glossary.documents(project), ({ language }) => language);
    const spoken = [...byLanguage].toSorted(([, one], [, other]) => other.length - one.length).map(([tag]) => tag);
    return [...new Set([...(told === undefined ? [] : [told]), ...spoken])];
  };
  return {
    async plan(project, { language, ...file }) {
      const { language: own } = await requireProject(storage, project);
      const index = new EntryIndex(await storage.concepts.list(project));
      const languages = {
        ...(language === undefined ? {} : { told: language }),
        own: await languagesOf(project, own),
        hasEntry: (name: string, spoken: LanguageTag) =>
          index.find(name, spoken, { isLanguageTold: true }) !== undefined,
      };
      const { format, entries, columns, left } = await readImport(file, languages);
      const rows = planRows(entries, { index, language: language ?? own });
      const counts = Object.fromEntries(
        importOutcomes.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
      ) as ImportPlan['counts'];
      const { fileName } = file;
      const plan: StoredPlan = { id: ids(), fileName, format, counts, columns, left, rows };
      await storage.importPlans.put(project, { id: plan.id, text: JSON.stringify(plan) });
      return shown(plan);
    },
    get: async (project, id) => shown(await read(project, id)),
    async apply(project, id, decisions = {}) {
      const { rows, fileName } = await read(project, id);
      const chosen = chosenRows(rows, decisions);
      const places = await findImported(storage, project, chosen);
      return perform(tools, { project, kind: 'entries-imported' }, async (stores) => {
        const index = new EntryIndex(await stores.concepts.list(project));
        refuseChanged(chosen, { index, plan: id, categories: await stores.categories.list(project) });
        const written = await writeImport(stores, project, { chosen, index, places, fileName, ids });
        return { ...written, unchanged: rows.length - chosen.length };
      });
    },
  };
}

function shown({ rows, ...plan }: StoredPlan): ImportPlan {
  return {
    ...plan,
    rows: rows.map(({ imported: _imported, language: _language, version: _version, ...row }): ImportRow => row),
  };
}
