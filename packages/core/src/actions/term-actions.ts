import type {
  CategoryId,
  ConceptId,
  Done,
  EntryContext,
  EntryDetail,
  ListPage,
  ProjectId,
  TermDecision,
  TermIndex,
  TermLists,
  WorkbenchTerm,
} from '../domain/index.ts';
import type { Stores } from '../storage/storage.ts';
import { createOccurrenceFinder } from '../text/find-occurrences.ts';
import { normalForm } from '../text/normal-form.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { chooseTerms, type TermFilter, type TermQuery } from './choose-terms.ts';
import { contextAt, WIDTH } from './entry-contexts.ts';
import { readEntry } from './entry-reader.ts';
import { findNames } from './find-names.ts';
import { indexTerms } from './index-terms.ts';
import { type MergedStatus, mergeTerms } from './merge-terms.ts';
import { notFound } from './not-found.ts';
import { pageOf } from './page.ts';
import { TextReader } from './read-texts.ts';
import { keysOf, type WorkbenchReader } from './read-workbench.ts';

/** Some terms by their ids, or all that a filter leaves but some. */
export type TermChoice =
  | { readonly ids: readonly ConceptId[] }
  | { readonly filter: TermFilter; readonly except?: readonly ConceptId[] };

export interface TermActions {
  /** The candidates of the last build with what was decided about them. @throws `storage/not-found` · `list/invalid-cursor` */
  list(project: ProjectId, query?: TermQuery): Promise<ListPage<WorkbenchTerm>>;
  /** All of them in columns, best first. @throws `storage/not-found` */
  index(project: ProjectId): Promise<TermIndex>;
  /** @throws `storage/not-found` */
  get(project: ProjectId, id: ConceptId): Promise<WorkbenchTerm>;
  /** How many there are of each decision, under the rest of a filter. */
  counts(project: ProjectId, filter?: Omit<TermFilter, 'decision'>): Promise<Readonly<Record<TermDecision, number>>>;
  /** The first places where a term stands. @throws `storage/not-found` */
  contexts(
    project: ProjectId,
    id: ConceptId,
    options?: { readonly limit?: number; readonly width?: number },
  ): Promise<readonly EntryContext[]>;
  /**
   * Requires or excludes terms, or leaves them to the tool again (`open`), by rules in the lists: it holds from the next
   * build on. All of them are one change. @throws `storage/not-found` for any of the ids
   */
  decide(
    project: ProjectId,
    terms: TermChoice,
    decision: 'required' | 'excluded' | 'open',
  ): Promise<Done<readonly ConceptId[]>>;
  /**
   * Puts terms, and the entries that they are names of, into a category, or into none (`null`), in one change. The ids
   * can also be those of entries that no build found. @throws `storage/not-found` for any of the ids, and the category
   */
  categorise(project: ProjectId, terms: TermChoice, category: CategoryId | null): Promise<Done<readonly ConceptId[]>>;
  /**
   * Makes terms one entry, in one change: those that are entries are merged, the others become names of it; where the
   * term that stands for all is no entry yet, it becomes one. Their words are names that can be used, unless told.
   * @throws `storage/not-found` · `entry/locked` ·
   * `entry/invalid` for a term with itself
   */
  merge(
    project: ProjectId,
    merge: {
      readonly into: ConceptId;
      readonly from: readonly ConceptId[];
      readonly status?: MergedStatus;
    },
  ): Promise<Done<EntryDetail>>;
}

const CONTEXTS = 10;
const MAX_CONTEXTS = 200;

export function termActions(tools: ActionTools, reader: WorkbenchReader): TermActions {
  const { storage } = tools;
  const texts = new TextReader(storage);
  return {
    async list(project, query = {}) {
      return pageOf(chooseTerms(await reader.list(project), query), query, ({ id }) => id);
    },
    async index(project) {
      return indexTerms(await reader.list(project));
    },
    async get(project, id) {
      return findTerm(await reader.list(project), id);
    },
    async counts(project, filter = {}) {
      const counts = { kept: 0, cut: 0, required: 0, excluded: 0 };
      for (const { decision } of chooseTerms(await reader.list(project), filter)) counts[decision] += 1;
      return counts;
    },
    async contexts(project, id, { limit = CONTEXTS, width = WIDTH } = {}) {
      const { term, forms, language } = findTerm(await reader.list(project), id);
      const names = [...new Set([term, ...forms.map(({ text }) => text)])];
      const finder = createOccurrenceFinder(names.map((text) => ({ text, language })));
      const wanted = Math.min(Math.max(1, limit), MAX_CONTEXTS);
      const contexts: EntryContext[] = [];
      for (const { document, text, pieces } of await texts.read(project)) {
        for (const { start, end, folded } of pieces) {
          if (!finder.mayStandIn(folded)) continue;
          for (const hit of finder.find(text.slice(start, end), { lineBreaks: 'space' })) {
            if (contexts.length >= wanted) return contexts;
            const range = { start: start + hit.start, end: start + hit.end };
            contexts.push(contextAt({ document, text, range, width }));
          }
        }
      }
      return contexts;
    },
    async decide(project, choice, decision) {
      // Read before the change: the candidates are those of the last build, whatever else changes.
      const all = await reader.list(project);
      return perform(tools, { project, kind: 'term-decided' }, async (stores) => {
        const terms =
          'ids' in choice ? chosen(all, choice.ids) : allBut(chooseTerms(all, choice.filter), choice.except);
        const lists = await stores.termLists.read(project);
        const keep = decision === 'open' ? undefined : decision;
        for (const list of ['required', 'excluded'] as const) {
          const rules = rulesFor(lists, list, terms);
          if (list !== keep) await stores.termLists.remove(project, list, [...new Set([...rules.values()].flat())]);
          else {
            const missing = terms.filter(({ id }) => (rules.get(id) ?? []).length === 0);
            const added = missing.map(({ term }) => ({ pattern: term }));
            await stores.termLists.add(project, list, added);
          }
        }
        return terms.map(({ id }) => id);
      });
    },
    async categorise(project, choice, category) {
      const all = await reader.list(project);
      return perform(tools, { project, kind: 'terms-categorised' }, async (stores) => {
        if (category !== null && !(await stores.categories.list(project)).some(({ id }) => id === category)) {
          throw notFound('category', category);
        }
        const ids =
          'ids' in choice
            ? await termsOrEntries(stores, { project, all }, choice.ids)
            : allBut(chooseTerms(all, choice.filter), choice.except).map(idOfBoth);
        await stores.categories.assign(project, [...new Set(ids)], category ?? undefined);
        return ids;
      });
    },
    async merge(project, { into, from, status = 'admitted' }) {
      const [target, ...others] = chosen(await reader.list(project), [into, ...from]);
      if (target === undefined) throw notFound('term', into);
      const places = await findNames(
        storage,
        project,
        [target, ...others].map(({ term, language }) => ({ text: term, language })),
      );
      return perform(tools, { project, kind: 'entry-merged' }, async (stores) => {
        const removedAt = new Date(tools.clock.now()).toISOString();
        await mergeTerms(stores, project, { into: target, from: others, status, places, removedAt });
        return readEntry(stores, project, into);
      });
    },
  };
}

function findTerm(terms: readonly WorkbenchTerm[], id: ConceptId): WorkbenchTerm {
  const term = terms.find((one) => one.id === id);
  if (term === undefined) throw notFound('term', id);
  return term;
}

function chosen(all: readonly WorkbenchTerm[], ids: readonly ConceptId[]): readonly WorkbenchTerm[] {
  const byId = new Map(all.map((term) => [term.id, term]));
  return ids.map((id) => {
    const term = byId.get(id);
    if (term === undefined) throw notFound('term', id);
    return term;
  });
}

/** What stands for a term and for the entry that it is a name of. */
function idOfBoth({ id, entry }: WorkbenchTerm): ConceptId {
  return entry?.id ?? id;
}

/** Terms by their ids; what is none is an entry. */
async function termsOrEntries(
  { concepts }: Stores,
  { project, all }: { readonly project: ProjectId; readonly all: readonly WorkbenchTerm[] },
  ids: readonly ConceptId[],
): Promise<readonly ConceptId[]> {
  const byId = new Map(all.map((term) => [term.id, term]));
  const others = ids.filter((id) => !byId.has(id));
  const entries = new Set((await concepts.readMany(project, others)).map(({ id }) => id));
  return ids.map((id) => {
    const term = byId.get(id);
    if (term !== undefined) return idOfBoth(term);
    if (!entries.has(id)) throw notFound('term', id);
    return id;
  });
}

function allBut(terms: readonly WorkbenchTerm[], except: readonly ConceptId[] = []): readonly WorkbenchTerm[] {
  const left = new Set(except);
  return left.size === 0 ? terms : terms.filter(({ id }) => !left.has(id));
}

/** The rules of a list that name each term itself; patterns with wildcards are about more than one. */
function rulesFor(
  lists: TermLists,
  list: keyof TermLists,
  terms: readonly WorkbenchTerm[],
): ReadonlyMap<ConceptId, readonly string[]> {
  const plain = lists[list].map(({ pattern }) => pattern).filter((pattern) => !/[*?]/u.test(pattern));
  const languages = new Set(terms.map(({ language }) => language));
  const byKey = new Map(
    [...languages].map((language) => [language, Map.groupBy(plain, (pattern) => normalForm(pattern, language))]),
  );
  return new Map(
    terms.map((term) => [term.id, keysOf(term).flatMap((key) => byKey.get(term.language)?.get(key) ?? [])]),
  );
}
