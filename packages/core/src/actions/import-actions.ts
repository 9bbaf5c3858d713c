import {
  type Category,
  type Concept,
  type ConceptId,
  type DocumentId,
  type Done,
  type Evidence,
  type ImportChoice,
  type Imported,
  importOutcomes,
  type ImportPlan,
  type ImportRow,
  type LanguageTag,
  type ProjectId,
} from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { NamedPlaces } from '../storage/entry-edits.ts';
import type { Stores } from '../storage/storage.ts';
import { conceptIdOfName } from '../text/concept-id.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { ensureCategories } from './category-actions.ts';
import { checkDefinition, type StatementInput } from './check-definition.ts';
import { type ImportDraft, mergedDraft, newDraft } from './draft-import.ts';
import { summaryOf } from './entry-summary.ts';
import { versionOf } from './entry-version.ts';
import { placesAfter } from './find-as-built.ts';
import { findNames, soughtName } from './find-names.ts';
import { notFound } from './not-found.ts';
import { checkDraft, EntryIndex, type PlannedRow, planRows, presentOf } from './plan-import.ts';
import { type ImportedStatement, type ImportFile, readImport } from './read-import.ts';
import { rematched } from './rematched.ts';
import { requireProject } from './require-project.ts';
import { explains, settleUnexplained } from './write-definition.ts';

/** What somebody chose; what they did not choose is done as the plan says. */
export interface ImportDecisions {
  /** For all conflicts. */
  readonly conflicts?: ImportChoice;
  /** For all updates. */
  readonly updates?: ImportChoice;
  /** For single rows, by their `place`. */
  readonly rows?: readonly { readonly place: number; readonly choice: ImportChoice }[];
}

/**
 * Brings entries of a file into the glossary: our own JSON export, or a table. The file is compared once, and the plan
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
  return {
    async plan(project, { language, ...file }) {
      const { language: own } = await requireProject(storage, project);
      const { format, entries, columns } = readImport(file);
      const index = new EntryIndex(await storage.concepts.list(project));
      const rows = planRows(entries, { index, language: language ?? own });
      const counts = Object.fromEntries(
        importOutcomes.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
      ) as ImportPlan['counts'];
      const { fileName } = file;
      const plan: StoredPlan = { id: ids(), fileName, format, counts, columns, rows };
      await storage.importPlans.put(project, { id: plan.id, text: JSON.stringify(plan) });
      return shown(plan);
    },
    get: async (project, id) => shown(await read(project, id)),
    async apply(project, id, decisions = {}) {
      const { rows, fileName } = await read(project, id);
      const chosen = choose(rows, decisions);
      const places = await placesOf(storage, project, chosen);
      const changed = await changedPlaces(storage, project, chosen);
      return perform(tools, { project, kind: 'entries-imported' }, async (stores) => {
        const index = new EntryIndex(await stores.concepts.list(project));
        refuseChanged(chosen, { index, plan: id, categories: await stores.categories.list(project) });
        const passages = new Passages(stores, project);
        const created: ConceptId[] = [];
        const updated: ConceptId[] = [];
        const categorised: { readonly entry: ConceptId; readonly category: string }[] = [];
        const explained: ConceptId[] = [];
        for (const { row, choice } of chosen) {
          const found = row.entry === undefined ? undefined : index.get(row.entry);
          const language = found?.concept.language ?? row.language;
          const draft = checkDraft(
            found === undefined ? newDraft(row.imported) : mergedDraft(row.imported, presentOf(found), choice),
            language,
          );
          const entry = found?.concept.id ?? conceptIdOfName(row.term, language);
          (found === undefined ? created : updated).push(entry);
          if (draft.category !== undefined) categorised.push({ entry, category: draft.category });
          const isNamed = JSON.stringify(draft.designations) !== JSON.stringify(found?.concept.designations);
          const patch = {
            ...(isNamed
              ? {
                  designations: draft.designations,
                  places: changed.get(entry) ?? [...(found?.edit?.places ?? []), ...places(draft, found?.concept)],
                }
              : {}),
            ...(draft.note === undefined ? {} : { note: draft.note === '' ? null : draft.note }),
            // One of that name was deleted or merged: it is there again, as the file has it.
            ...(found === undefined ? { language, removed: null, removedAt: null, mergedInto: null } : {}),
          };
          if (Object.keys(patch).length > 0) await stores.concepts.edit(project, entry, patch);
          if (draft.statements !== undefined) {
            const concept = { ...found?.concept, language, designations: draft.designations };
            const statements = await passages.found(draft.statements);
            const reason = `Imported from ${fileName}.`;
            const { texts } = passages;
            const edit = await checkDefinition(stores, { project, concept, texts }, { statements, reason });
            await stores.concepts.editDefinition(project, entry, edit);
            if (explains(edit)) explained.push(entry);
          }
        }
        const names = categorised.map(({ category }) => category);
        const categories = await ensureCategories(stores, project, { names, ids });
        const filed = categorised.map(({ entry }, place) => ({ entry, category: categories[place] }));
        for (const [category, inIt] of Map.groupBy(filed, (one) => one.category)) {
          await stores.categories.assign(
            project,
            inIt.map(({ entry }) => entry),
            category,
          );
        }
        // Now every entry is there that a relation leads to, but for those that somebody chose to leave out.
        const made = new Set(created);
        const isThere = (one: ConceptId) => index.get(one) !== undefined || made.has(one);
        for (const { row } of chosen) {
          const entry = row.entry ?? conceptIdOfName(row.term, row.language);
          for (const { kind, target } of row.relations ?? []) {
            if (isThere(target)) await stores.concepts.acceptRelation(project, entry, { kind, target });
          }
        }
        await settleUnexplained(stores, project, explained);
        const terms = chosen.flatMap(({ row }) => (row.outcome === 'create' ? [{ pattern: row.term }] : []));
        await stores.termLists.add(project, 'required', terms);
        return { created, updated, unchanged: rows.length - chosen.length };
      });
    },
  };
}

interface ChosenRow {
  readonly row: PlannedRow;
  readonly choice: ImportChoice;
}

/** The rows that write something. */
function choose(rows: readonly PlannedRow[], { conflicts, updates, rows: single = [] }: ImportDecisions): ChosenRow[] {
  const byPlace = new Map(single.map(({ place, choice }) => [place, choice]));
  return rows.flatMap((row) => {
    const forAll = row.outcome === 'conflict' ? conflicts : row.outcome === 'update' ? updates : undefined;
    const wanted = byPlace.get(row.place) ?? forAll;
    const choice = wanted !== undefined && row.choices.includes(wanted) ? wanted : row.choice;
    return choice === undefined || choice === 'mine' ? [] : [{ row, choice }];
  });
}

/** What is written is what was looked at, or nothing is. */
function refuseChanged(
  chosen: readonly ChosenRow[],
  {
    index,
    plan,
    categories,
  }: { readonly index: EntryIndex; readonly plan: string; readonly categories: readonly Category[] },
): void {
  const current = chosen.flatMap(({ row }) => {
    const { place, term, language, imported, entry, version, mine } = row;
    const found =
      entry === undefined
        ? index.find(term, language, { isLanguageTold: imported.language !== undefined })
        : index.get(entry);
    const isAsSeen =
      entry === undefined
        ? found === undefined
        : found !== undefined &&
          versionOf(found.concept, found.edit) === version &&
          found.concept.category === mine?.category;
    return isAsSeen
      ? []
      : [{ place, term, entry: found === undefined ? null : summaryOf(found, { openIssues: 0, categories }) }];
  });
  if (current.length === 0) return;
  throw new GlossaryError('import/conflict', `${current.length} entries were changed since the import was planned.`, {
    details: { plan, current },
  });
}

/** Where the names stand that are new to their entries; looked for before the change, since it takes a while. */
async function placesOf(
  stores: Stores,
  project: ProjectId,
  chosen: readonly ChosenRow[],
): Promise<(draft: ImportDraft, concept: Concept | undefined) => readonly NamedPlaces[]> {
  const names = chosen.flatMap(({ row: { imported, language } }) =>
    imported.names.map((name) => soughtName({ ...name, text: name.text.normalize('NFC').trim() }, language)),
  );
  const found = await findNames(
    stores,
    project,
    names.filter(({ text }) => text !== ''),
  );
  return ({ designations }, concept) => {
    const known = new Set(concept?.designations.map(({ text }) => text));
    const fresh = new Set(designations.map(({ text }) => text).filter((text) => !known.has(text)));
    return found.flatMap((one) => {
      const places = one.places.filter(([, , name]) => fresh.has(name));
      return places.length === 0 ? [] : [{ ...one, places }];
    });
  };
}

/** All places of the entries whose names the file has looked for in another way. */
async function changedPlaces(
  stores: Stores,
  project: ProjectId,
  chosen: readonly ChosenRow[],
): Promise<ReadonlyMap<ConceptId, readonly NamedPlaces[]>> {
  const all = new Map<ConceptId, readonly NamedPlaces[]>();
  const told = chosen.filter(({ row }) => row.imported.names.some(({ matching }) => matching !== undefined));
  if (told.length === 0) return all;
  const index = new EntryIndex(await stores.concepts.list(project));
  for (const { row, choice } of told) {
    const found = row.entry === undefined ? undefined : index.get(row.entry);
    const concept = found === undefined ? undefined : await stores.concepts.read(project, found.concept.id);
    if (found === undefined || concept === undefined) continue;
    const { designations } = checkDraft(mergedDraft(row.imported, presentOf(found), choice), concept.language);
    if (rematched(concept.designations, designations).length === 0) continue;
    const places = await placesAfter(stores, project, { concept, edit: found.edit, designations });
    if (places !== undefined) all.set(concept.id, places);
  }
  return all;
}

/** The passages of a file that really stand in the documents; the others are left out. */
class Passages {
  readonly #stores: Stores;
  readonly #project: ProjectId;
  readonly texts = new Map<DocumentId, string>();
  #ids: ReadonlyMap<string, DocumentId> | undefined;

  constructor(stores: Stores, project: ProjectId) {
    this.#stores = stores;
    this.#project = project;
  }

  async found(statements: readonly ImportedStatement[]): Promise<readonly StatementInput[]> {
    const checked: StatementInput[] = [];
    for (const { text, role, evidence = [] } of statements) {
      const standing: Evidence[] = [];
      for (const { document, start, end, quote } of evidence) {
        const documentId = (await this.#documents()).get(document);
        if (documentId === undefined || (await this.#text(documentId)).slice(start, end) !== quote) continue;
        standing.push({ documentId, range: { start, end }, quote });
      }
      checked.push({ text, role, ...(standing.length === 0 ? {} : { evidence: standing }) });
    }
    return checked;
  }

  async #documents(): Promise<ReadonlyMap<string, DocumentId>> {
    this.#ids ??= new Map((await this.#stores.glossary.documentNames(this.#project)).map(({ id, name }) => [name, id]));
    return this.#ids;
  }

  async #text(id: DocumentId): Promise<string> {
    const text = this.texts.get(id) ?? (await this.#stores.documents.builtText(this.#project, id))?.text ?? '';
    this.texts.set(id, text);
    return text;
  }
}

function shown({ rows, ...plan }: StoredPlan): ImportPlan {
  return {
    ...plan,
    rows: rows.map(({ imported: _imported, language: _language, version: _version, ...row }): ImportRow => row),
  };
}
