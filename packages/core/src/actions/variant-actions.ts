import type { ConceptId, Done, ProjectId, VariantGroup, VariantTerm, WorkbenchTerm } from '../domain/index.ts';
import { stableId } from '../text/content-hash.ts';
import { looseForm } from '../text/loose-form.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { notFound } from './not-found.ts';
import type { WorkbenchReader } from './read-workbench.ts';

/** Words that are apart and may be spellings of one. `terms.merge` makes them one entry. */
export interface VariantActions {
  /** Groups with at least one word that the glossary has; by their best word, best first. @throws `storage/not-found` */
  list(project: ProjectId): Promise<readonly VariantGroup[]>;
  /**
   * Says of groups that their words are not the same: they are not shown again while they hold the same words. One that
   * is no longer there is refused. @throws `storage/not-found`
   */
  dismiss(project: ProjectId, ids: readonly string[]): Promise<Done<readonly string[]>>;
}

/** Shorter keys are abbreviations, which differ by more than their spelling. */
const SHORTEST = 3;
const MOST_GROUPS = 500;
const KIND = 'variants';

export function variantActions(tools: ActionTools, reader: WorkbenchReader): VariantActions {
  const { storage } = tools;
  return {
    async list(project) {
      const groups = groupsOf(await reader.list(project));
      const settled = await storage.settled.read(project, KIND);
      return groups.filter((group) => settled.get(group.id) !== basisOf(group)).slice(0, MOST_GROUPS);
    },
    async dismiss(project, ids) {
      const groups = new Map(groupsOf(await reader.list(project)).map((group) => [group.id, group]));
      const settled = ids.map((id) => {
        const group = groups.get(id);
        if (group === undefined) throw notFound('variants', id);
        return { subject: id, basis: basisOf(group) };
      });
      return perform(tools, { project, kind: 'variants-dismissed' }, async (stores) => {
        await stores.settled.put(project, KIND, settled);
        return ids;
      });
    },
  };
}

/** Takes terms best first. Names of one entry are one already; what is excluded is nobody's name. */
function groupsOf(terms: readonly WorkbenchTerm[]): readonly VariantGroup[] {
  const groups = new Map<string, Map<ConceptId, WorkbenchTerm>>();
  for (const term of terms) {
    if (term.decision === 'excluded') continue;
    const key = looseFormOf(term);
    if (key.length < SHORTEST) continue;
    const spelled = `${term.language} ${key}`;
    const group = groups.get(spelled) ?? new Map<ConceptId, WorkbenchTerm>();
    groups.set(spelled, group);
    const entry = term.entry?.id ?? term.id;
    if (!group.has(entry)) group.set(entry, term);
  }
  return [...groups].flatMap(([key, group]) => {
    const members = [...group.values()];
    if (members.length < 2 || !members.some(isKept)) return [];
    const [first] = members;
    if (first === undefined) return [];
    return [{ id: stableId('variants', key), language: first.language, terms: inOrder(members).map(shown) }];
  });
}

/** The candidates of a build are the same objects until the next one. */
const looseForms = new WeakMap<WorkbenchTerm['forms'], string>();

function looseFormOf({ forms, term, language }: WorkbenchTerm): string {
  const known = looseForms.get(forms);
  if (known !== undefined) return known;
  const form = looseForm(term, language);
  looseForms.set(forms, form);
  return form;
}

function isKept({ decision }: WorkbenchTerm): boolean {
  return decision === 'kept' || decision === 'required';
}

function inOrder(terms: readonly WorkbenchTerm[]): readonly WorkbenchTerm[] {
  return terms.toSorted(
    (a, b) =>
      Number(b.entry !== undefined) - Number(a.entry !== undefined) || b.frequency - a.frequency || a.rank - b.rank,
  );
}

function shown({ id, term, frequency, documentFrequency, entry }: WorkbenchTerm): VariantTerm {
  return { id, term, frequency, documentFrequency, ...(entry === undefined ? {} : { entry }) };
}

/** What somebody looked at who dismissed a group. */
function basisOf({ terms }: VariantGroup): string {
  return stableId(...terms.map(({ id }) => id).toSorted());
}
