import { type ConceptId, conceptId, type ProjectId, type WorkbenchTerm } from '../domain/index.ts';
import type { ListedConcept, StoredCandidate } from '../storage/glossary-stores.ts';
import type { Storage, Stores } from '../storage/storage.ts';
import { stableId } from '../text/content-hash.ts';
import { normalForm } from '../text/normal-form.ts';
import { createKeyRuling, plainTerms } from '../text/term-ruling.ts';
import { KeptLists } from './kept-lists.ts';
import { requireProject } from './require-project.ts';

type EntryOf = (term: Pick<WorkbenchTerm, 'id' | 'key' | 'language'>) => WorkbenchTerm['entry'];

/**
 * Reads the candidates of the last build, best first, then what is required and stands nowhere, as people see them now.
 * What only a build changes is read once for each build: people decide terms by the second.
 */
export class WorkbenchReader {
  readonly #storage: Storage;
  readonly #lists: KeptLists<readonly WorkbenchTerm[]>;
  readonly #candidates: KeptLists<readonly StoredCandidate[]>;
  readonly #entries: KeptLists<EntryOf>;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#lists = new KeptLists(storage);
    this.#candidates = new KeptLists(storage, ['term']);
    this.#entries = new KeptLists(storage, ['entry']);
  }

  /** @throws `storage/not-found` */
  async list(project: ProjectId): Promise<readonly WorkbenchTerm[]> {
    await requireProject(this.#storage, project);
    return this.#lists.get(project, async () => {
      const { terms, concepts } = this.#storage;
      const candidates = await this.#candidates.get(project, () => terms.list(project));
      const entryOf = await this.#entries.get(project, async () => entriesByName(await concepts.list(project)));
      return readWorkbench(this.#storage, project, { candidates, entryOf });
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
  { candidates, entryOf }: { readonly candidates: readonly StoredCandidate[]; readonly entryOf: EntryOf },
): Promise<readonly WorkbenchTerm[]> {
  const lists = await stores.termLists.read(project);
  const ruling = createKeyRuling(lists);
  const assigned = await stores.categories.assigned(project);
  const categoryOf = (id: ConceptId) => {
    const categoryId = assigned.get(id);
    return categoryId === undefined ? {} : { categoryId };
  };
  const found = new Set<string>();
  const terms = candidates.map((candidate, index): WorkbenchTerm => {
    const keys = keysOf(candidate);
    for (const key of keys) found.add(key);
    const said = ruling(candidate.language, keys);
    const own = candidate.isKept ? 'kept' : 'cut';
    const entry = entryOf(candidate);
    return {
      ...candidate,
      rank: index + 1,
      decision: said === 'open' ? own : said,
      ...(entry === undefined ? {} : { entry }),
      ...categoryOf(entry?.id ?? candidate.id),
    };
  });
  const language = (await stores.projects.read(project))?.language ?? candidates[0]?.language ?? 'und';
  const unseen = plainTerms(lists.required).flatMap((term): Omit<WorkbenchTerm, 'rank'>[] => {
    const key = normalForm(term, language);
    if (key === '' || found.has(key)) return [];
    found.add(key);
    const id = conceptId(stableId('concept', language, key));
    const entry = entryOf({ id, key, language });
    return [
      {
        id,
        key,
        language,
        term,
        kind: 'term',
        forms: [],
        frequency: 0,
        documentFrequency: 0,
        score: 0,
        parts: [],
        decision: 'required',
        isKept: false,
        ...(entry === undefined ? {} : { entry }),
        ...categoryOf(entry?.id ?? id),
      },
    ];
  });
  return [...terms, ...unseen.map((term, index) => ({ ...term, rank: terms.length + index + 1 }))];
}

/** Tells the entry of a term: the one of its id, else one that has it among its names. */
function entriesByName(listed: readonly ListedConcept[]): EntryOf {
  const byId = new Map<ConceptId, { readonly id: ConceptId; readonly term: string }>();
  const byName = new Map<string, { readonly id: ConceptId; readonly term: string }>();
  for (const { concept } of listed) {
    const { id, language, designations } = concept;
    const entry = { id, term: designations[0]?.text ?? '' };
    byId.set(id, entry);
    for (const { text } of designations) {
      const name = `${language} ${normalForm(text, language)}`;
      if (!byName.has(name)) byName.set(name, entry);
    }
  }
  return ({ id, key, language }) => byId.get(id) ?? byName.get(`${language} ${key}`);
}
