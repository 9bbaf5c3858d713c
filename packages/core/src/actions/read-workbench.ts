import { type ConceptId, conceptId, type ProjectId, type WorkbenchTerm } from '../domain/index.ts';
import type { ListedConcept, Storage, Stores } from '../storage/storage.ts';
import { stableId } from '../text/content-hash.ts';
import { normalForm } from '../text/normal-form.ts';
import { createRuling, plainTerms } from '../text/term-ruling.ts';
import { KeptLists } from './kept-lists.ts';
import { requireProject } from './require-project.ts';

/** The candidates of the last build, best first, then what is required and stands nowhere, as people see them now. */
export async function readWorkbench(stores: Stores, project: ProjectId): Promise<readonly WorkbenchTerm[]> {
  const candidates = await stores.terms.list(project);
  const lists = await stores.termLists.read(project);
  const ruling = createRuling(lists);
  const found = new Set<string>();
  const entryOf = entriesByName(await stores.concepts.list(project));
  const terms = candidates.map((candidate, index): WorkbenchTerm => {
    const forms = [candidate.key, ...candidate.forms.map(({ text }) => text)];
    for (const form of forms) found.add(normalForm(form, candidate.language));
    const said = ruling(candidate.language, forms);
    const own = candidate.isKept ? 'kept' : 'cut';
    const entry = entryOf(candidate);
    return {
      ...candidate,
      rank: index + 1,
      decision: said === 'open' ? own : said,
      ...(entry === undefined ? {} : { entry }),
    };
  });
  const language = (await stores.projects.read(project))?.language ?? candidates[0]?.language ?? 'und';
  const unseen = plainTerms(lists.required).flatMap((term): Omit<WorkbenchTerm, 'rank'>[] => {
    const key = normalForm(term, language);
    if (key === '' || found.has(key)) return [];
    found.add(key);
    return [
      {
        id: conceptId(stableId('concept', language, key)),
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
      },
    ];
  });
  return [...terms, ...unseen.map((term, index) => ({ ...term, rank: terms.length + index + 1 }))];
}

/** Tells the entry of a term: the one of its id, else one that has it among its names. */
function entriesByName(
  listed: readonly ListedConcept[],
): (term: Pick<WorkbenchTerm, 'id' | 'key' | 'language'>) => WorkbenchTerm['entry'] {
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

/** Reads the workbench once for each change of its project. */
export class WorkbenchReader {
  readonly #storage: Storage;
  readonly #lists: KeptLists<readonly WorkbenchTerm[]>;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#lists = new KeptLists(storage);
  }

  /** @throws `storage/not-found` */
  async list(project: ProjectId): Promise<readonly WorkbenchTerm[]> {
    await requireProject(this.#storage, project);
    return this.#lists.get(project, () => readWorkbench(this.#storage, project));
  }
}
