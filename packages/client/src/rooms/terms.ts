import type {
  CategoryId,
  ConceptId,
  Done,
  EntryContext,
  EntryDetail,
  ListPage,
  ProjectId,
  RuleEffect,
  TermChoice,
  TermCountQuery,
  TermDecision,
  TermIndex,
  TermLists,
  TermMerge,
  TermQuery,
  TermRule,
  TermWindow,
  VariantGroup,
  WorkbenchTerm,
} from '@genglossary/contract';
import { everyItem, type PageOptions } from './pages.ts';
import type { CallOptions, Room } from './room.ts';

/** The candidates of the last build, and what people decide about them. */
export interface TermsRoom {
  /** Every candidate, best first unless told, as far as somebody reads. */
  list(projectId: ProjectId, query?: TermQuery & CallOptions): AsyncIterable<WorkbenchTerm>;
  /** Some rows, from the first, after a cursor or an offset, or around a term. */
  page(projectId: ProjectId, query?: TermQuery & TermWindow & PageOptions): Promise<ListPage<WorkbenchTerm>>;
  /** All of them in columns, as much as a list shows: for who filters and sorts without asking again. */
  index(projectId: ProjectId, options?: CallOptions): Promise<TermIndex>;
  /** How many there are of each decision, under the rest of a query. */
  counts(projectId: ProjectId, query?: TermCountQuery & CallOptions): Promise<Readonly<Record<TermDecision, number>>>;
  /** The first places where a term stands. */
  contexts(
    projectId: ProjectId,
    termId: ConceptId,
    options?: CallOptions & { readonly limit?: number; readonly width?: number },
  ): Promise<readonly EntryContext[]>;
  /** Requires or excludes terms, or leaves them to the tool again; it holds from the next build on. */
  decide(
    projectId: ProjectId,
    terms: TermChoice,
    decision: 'required' | 'excluded' | 'open',
    options?: CallOptions,
  ): Promise<Done<readonly ConceptId[]>>;
  /** Puts terms, and the entries that they are names of, into a category, or into none (`null`), in one change. */
  categorise(
    projectId: ProjectId,
    terms: TermChoice,
    category: CategoryId | null,
    options?: CallOptions,
  ): Promise<Done<readonly ConceptId[]>>;
  /** Makes terms one entry, whether or not there are entries of them yet. */
  merge(projectId: ProjectId, merge: TermMerge, options?: CallOptions): Promise<Done<EntryDetail>>;
  /** Words that are apart and may be spellings of one; best first. */
  variants(projectId: ProjectId, options?: CallOptions): Promise<readonly VariantGroup[]>;
  /** Says of such groups that their words are not the same. */
  dismissVariants(
    projectId: ProjectId,
    ids: readonly string[],
    options?: CallOptions,
  ): Promise<Done<readonly string[]>>;
}

/** Lists of terms that are always, or never, in the glossary. */
export interface TermListsRoom {
  get(projectId: ProjectId, options?: CallOptions): Promise<TermLists>;
  /** @throws `term-list/invalid` */
  add(
    projectId: ProjectId,
    list: keyof TermLists,
    rules: readonly TermRule[],
    options?: CallOptions,
  ): Promise<Done<TermLists>>;
  remove(
    projectId: ProjectId,
    list: keyof TermLists,
    patterns: readonly string[],
    options?: CallOptions,
  ): Promise<Done<TermLists>>;
  /** What a rule would do if it were added. */
  effect(projectId: ProjectId, list: keyof TermLists, rule: TermRule, options?: CallOptions): Promise<RuleEffect>;
}

export function termsRoom(room: Room): TermsRoom {
  const { api, ask } = room;
  const page: TermsRoom['page'] = (projectId, { signal, ...query } = {}) =>
    ask(api.terms.list.query, { projectId, ...query }, { signal });
  return {
    page,
    list: (projectId, query = {}) => everyItem((rows) => page(projectId, { ...query, ...rows })),
    index: (projectId, options) => ask(api.terms.index.query, { projectId }, options),
    counts: (projectId, { signal, ...query } = {}) => ask(api.terms.counts.query, { projectId, ...query }, { signal }),
    async contexts(projectId, termId, { signal, ...options } = {}) {
      const asked = { projectId, termId, ...options };
      return (await ask(api.terms.contexts.query, asked, { signal })).items;
    },
    decide: (projectId, terms, decision, options) =>
      ask(api.terms.decide.mutate, { projectId, terms, decision }, options),
    categorise: (projectId, terms, categoryId, options) =>
      ask(api.terms.categorise.mutate, { projectId, terms, categoryId }, options),
    merge: (projectId, { from, ...merge }, options) =>
      ask(api.terms.merge.mutate, { projectId, ...merge, from: [...from] }, options),
    variants: async (projectId, options) => (await ask(api.terms.variants.query, { projectId }, options)).items,
    dismissVariants: (projectId, ids, options) =>
      ask(api.terms.dismissVariants.mutate, { projectId, ids: [...ids] }, options),
  };
}

export function termListsRoom(room: Room): TermListsRoom {
  const { api, ask } = room;
  return {
    get: (projectId, options) => ask(api.termLists.get.query, { projectId }, options),
    add: (projectId, list, rules, options) =>
      ask(api.termLists.add.mutate, { projectId, list, rules: [...rules] }, options),
    remove: (projectId, list, patterns, options) =>
      ask(api.termLists.remove.mutate, { projectId, list, patterns: [...patterns] }, options),
    effect: (projectId, list, rule, options) => ask(api.termLists.effect.query, { projectId, list, rule }, options),
  };
}
