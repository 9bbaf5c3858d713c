import type { ConceptId, ProjectId, WorkbenchTerm } from '../domain/index.ts';
import type { ListedConcept, StoredCandidate } from '../storage/glossary-stores.ts';
import type { Storage, Stores } from '../storage/storage.ts';
import { normalForm } from '../text/normal-form.ts';
import { createKeyRuling, plainTerms } from '../text/term-ruling.ts';
import { addedTerms } from './added-terms.ts';
import { KeptLists } from './kept-lists.ts';
import { requireProject } from './require-project.ts';
import { UseCounter, type Uses } from './use-counter.ts';

interface Entries {
  readonly entryOf: (term: Pick<WorkbenchTerm, 'id' | 'key' | 'language'>) => WorkbenchTerm['entry'];
  /** How the entry of a term says that it is read: as a person corrected it. */
  readonly readingOf: (term: Pick<WorkbenchTerm, 'key' | 'language'>) => string | undefined;
  readonly usesOf: (entry: ConceptId) => Uses | undefined;
}

/**
 * Reads what people added and the tool has no score for, then the candidates of the last build, best first, as people
 * see them now.
 * What only a build changes is read once for each build: people decide terms by the second.
 */
export class WorkbenchReader {
  readonly #storage: Storage;
  readonly #lists: KeptLists<readonly WorkbenchTerm[]>;
  readonly #candidates: KeptLists<readonly StoredCandidate[]>;
  readonly #entries: KeptLists<Entries>;
  readonly #counters: KeptLists<UseCounter>;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#lists = new KeptLists(storage);
    this.#candidates = new KeptLists(storage, ['term']);
    this.#entries = new KeptLists(storage, ['entry']);
    this.#counters = new KeptLists(storage, ['term']);
  }

  /** @throws `storage/not-found` */
  async list(project: ProjectId): Promise<readonly WorkbenchTerm[]> {
    await requireProject(this.#storage, project);
    return this.#lists.get(project, async () => {
      const { terms, concepts } = this.#storage;
      const candidates = await this.#candidates.get(project, () => terms.list(project));
      const entries = await this.#entries.get(project, async () => entriesByName(await concepts.list(project)));
      const counter = await this.#counters.get(project, () => Promise.resolve(new UseCounter(this.#storage, project)));
      return readWorkbench(this.#storage, project, { candidates, ...entries, counter });
    });
  }
}

/** Every written form of a term in its normal form; the candidates of a build are looked through at each rule. */
export function keysOf({ key, forms, language }: Pick<WorkbenchTerm, 'key' | 'forms' | 'language'>): readonly string[] {
  const known = keysOfForms.get(forms);
  if (known !== undefined) return known;
  const keys = [...new Set([key, ...forms.map(({ text }) => normalForm(text, language))])];
  keysOfForms.set(forms, keys);
  return keys;
}

const keysOfForms = new WeakMap<WorkbenchTerm['forms'], readonly string[]>();

async function readWorkbench(
  stores: Stores,
  project: ProjectId,
  {
    candidates,
    entryOf,
    readingOf,
    usesOf,
    counter,
  }: Entries & { readonly candidates: readonly StoredCandidate[]; readonly counter: UseCounter },
): Promise<readonly WorkbenchTerm[]> {
  const lists = await stores.termLists.read(project);
  const ruling = createKeyRuling(lists);
  const assigned = await stores.categories.assigned(project);
  const categoryOf = (id: ConceptId) => {
    const categoryId = assigned.get(id);
    return categoryId === undefined ? {} : { categoryId };
  };
  const found = new Set<string>();
  const terms = candidates.map((candidate): Omit<WorkbenchTerm, 'rank'> => {
    const keys = keysOf(candidate);
    for (const key of keys) found.add(key);
    const said = ruling(candidate.language, keys);
    const own = candidate.isKept ? 'kept' : 'cut';
    const entry = entryOf(candidate);
    const reading = readingOf(candidate);
    return {
      ...candidate,
      ...(reading === undefined ? {} : { reading }),
      decision: said === 'open' ? own : said,
      isAdded: false,
      ...(entry === undefined ? {} : { entry }),
      ...categoryOf(entry?.id ?? candidate.id),
    };
  });
  const language = (await stores.projects.read(project))?.language ?? candidates[0]?.language ?? 'und';
  const names = plainTerms(lists.required).filter((term) => {
    const key = normalForm(term, language);
    if (key === '' || found.has(key)) return false;
    found.add(key);
    return true;
  });
  const added = await addedTerms(names, { language, usesOf, counter });
  const own = added.map((term) => {
    const entry = entryOf(term);
    return { ...term, ...(entry === undefined ? {} : { entry }), ...categoryOf(entry?.id ?? term.id) };
  });
  return [...own, ...terms].map((term, index): WorkbenchTerm => ({ ...term, rank: index + 1 }));
}

/** Tells the entry of a term: the one of its id, else one that has it among its names; and how often an entry is used. */
function entriesByName(listed: readonly ListedConcept[]): Entries {
  const byId = new Map<ConceptId, { readonly id: ConceptId; readonly term: string }>();
  const byName = new Map<string, { readonly id: ConceptId; readonly term: string }>();
  const readings = new Map<string, string>();
  for (const { concept } of listed) {
    const { id, language, designations } = concept;
    const entry = { id, term: designations[0]?.text ?? '' };
    byId.set(id, entry);
    for (const { text, reading } of designations) {
      const name = `${language} ${normalForm(text, language)}`;
      if (!byName.has(name)) byName.set(name, entry);
      if (reading !== undefined && !readings.has(name)) readings.set(name, reading);
    }
  }
  const uses = new Map(listed.map(({ concept, occurrences, documents }) => [concept.id, { occurrences, documents }]));
  return {
    entryOf: ({ id, key, language }) => byId.get(id) ?? byName.get(`${language} ${key}`),
    readingOf: ({ key, language }) => readings.get(`${language} ${key}`),
    usesOf: (id) => uses.get(id),
  };
}
