import type {
  ConceptId,
  Done,
  EntryContext,
  Page,
  ProjectId,
  TermDecision,
  TermLists,
  WorkbenchTerm,
} from '../domain/index.ts';
import { breathe } from '../runtime/breathe.ts';
import type { Stores } from '../storage/storage.ts';
import { sortEntries } from '../text/collation.ts';
import { createOccurrenceFinder } from '../text/find-occurrences.ts';
import { normalForm } from '../text/normal-form.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { contextAt, WIDTH } from './entry-contexts.ts';
import { searchable } from './entry-list.ts';
import { notFound } from './not-found.ts';
import { type PageRequest, pageOf } from './page.ts';
import { readWorkbench, WorkbenchReader } from './read-workbench.ts';
import { requireProject } from './require-project.ts';

/** Which terms to list; what is not told does not matter. */
export interface TermFilter {
  /** In the term or one of its forms, whatever its case, width or kana. */
  readonly text?: string;
  readonly decision?: TermDecision;
  readonly kind?: WorkbenchTerm['kind'];
  readonly language?: string;
  readonly minFrequency?: number;
  readonly minDocuments?: number;
  /** Written in several words, or in one. */
  readonly isMultiWord?: boolean;
}

export interface TermQuery extends TermFilter, PageRequest {
  /** Best first unless told. */
  readonly sort?: 'score' | 'frequency' | 'documents' | 'term';
  readonly isReversed?: boolean;
}

/** Some terms by their ids, or all that a filter leaves. */
export type TermChoice = { readonly ids: readonly ConceptId[] } | { readonly filter: TermFilter };

export interface TermActions {
  /** The candidates of the last build with what was decided about them. @throws `storage/not-found` · `list/invalid-cursor` */
  list(project: ProjectId, query?: TermQuery): Promise<Page<WorkbenchTerm>>;
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
}

const CONTEXTS = 10;
const MAX_CONTEXTS = 200;

export function termActions(tools: ActionTools): TermActions {
  const { storage } = tools;
  const reader = new WorkbenchReader(storage);
  return {
    async list(project, query = {}) {
      return pageOf(chooseTerms(await reader.list(project), query), query, ({ id }) => id);
    },
    async get(project, id) {
      await requireProject(storage, project);
      return findTerm(storage, project, id);
    },
    async counts(project, filter = {}) {
      const counts = { kept: 0, cut: 0, required: 0, excluded: 0 };
      for (const { decision } of chooseTerms(await reader.list(project), filter)) counts[decision] += 1;
      return counts;
    },
    async contexts(project, id, { limit = CONTEXTS, width = WIDTH } = {}) {
      await requireProject(storage, project);
      const { term, forms, language } = await findTerm(storage, project, id);
      const names = [...new Set([term, ...forms.map(({ text }) => text)])];
      const finder = createOccurrenceFinder(names.map((text) => ({ text, language })));
      const wanted = Math.min(Math.max(1, limit), MAX_CONTEXTS);
      const contexts: EntryContext[] = [];
      for (const document of await storage.glossary.documents(project)) {
        if (contexts.length >= wanted) break;
        const built = await storage.documents.builtText(project, document.id);
        for (const { start, end } of finder.find(built?.text ?? '', { lineBreaks: 'space' })) {
          if (contexts.length >= wanted) break;
          contexts.push(contextAt({ document, text: built?.text ?? '', range: { start, end }, width }));
        }
        await breathe();
      }
      return contexts;
    },
    decide: (project, choice, decision) =>
      perform(tools, { project, kind: 'term-decided' }, async (stores) => {
        const all = await readWorkbench(stores, project);
        const terms = 'ids' in choice ? chosen(all, choice.ids) : chooseTerms(all, choice.filter);
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
      }),
  };
}

async function findTerm(stores: Stores, project: ProjectId, id: ConceptId): Promise<WorkbenchTerm> {
  const term = (await readWorkbench(stores, project)).find((one) => one.id === id);
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
    terms.map(({ id, language, key, forms }) => {
      const keys = new Set([key, ...forms.map(({ text }) => normalForm(text, language))]);
      return [id, [...keys].flatMap((one) => byKey.get(language)?.get(one) ?? [])];
    }),
  );
}

/** The terms that a query asks for, in its order. Takes them best first. */
function chooseTerms(terms: readonly WorkbenchTerm[], query: TermQuery): readonly WorkbenchTerm[] {
  const wanted = query.text === undefined ? '' : searchable(query.text).trim();
  const found = terms.filter(
    (term) =>
      (query.decision === undefined || term.decision === query.decision) &&
      (query.kind === undefined || term.kind === query.kind) &&
      (query.language === undefined || term.language === query.language) &&
      term.frequency >= (query.minFrequency ?? 0) &&
      term.documentFrequency >= (query.minDocuments ?? 0) &&
      (query.isMultiWord === undefined || /\s/u.test(term.term.trim()) === query.isMultiWord) &&
      (wanted === '' ||
        [term.term, ...term.forms.map(({ text }) => text)].some((text) => searchable(text).includes(wanted))),
  );
  const sorted = sorts[query.sort ?? 'score'](found);
  return query.isReversed === true ? sorted.toReversed() : sorted;
}

type Sort = (terms: readonly WorkbenchTerm[]) => readonly WorkbenchTerm[];

const sorts: Readonly<Record<NonNullable<TermQuery['sort']>, Sort>> = {
  score: (terms) => terms,
  frequency: (terms) => terms.toSorted((a, b) => b.frequency - a.frequency),
  documents: (terms) => terms.toSorted((a, b) => b.documentFrequency - a.documentFrequency),
  term: (terms) =>
    sortEntries(terms, ({ term: text, reading, language }) => ({
      text,
      language,
      ...(reading === undefined ? {} : { reading }),
    })),
};
