import {
  type ConceptId,
  type Coverage,
  type DocumentId,
  entryStateOf,
  type Insights,
  type ProjectId,
  type RelationGraph,
} from '../domain/index.ts';
import type { ListedConcept } from '../storage/glossary-stores.ts';
import type { ActionTools } from './action-tools.ts';
import { KeptLists } from './kept-lists.ts';
import { notFound } from './not-found.ts';
import { requireProject } from './require-project.ts';

export interface GraphQuery {
  /** The entry in the middle; without one, the entries with most relations. */
  readonly around?: ConceptId;
  /** How far from it; 1 unless told, at most 3. */
  readonly hops?: number;
  /** Of entries, at most 500; 40 unless told. */
  readonly limit?: number;
}

export interface InsightActions {
  /** @throws `storage/not-found` */
  overview(project: ProjectId): Promise<Insights>;
  /** Entries and how they are related. @throws `storage/not-found` */
  graph(project: ProjectId, query?: GraphQuery): Promise<RelationGraph>;
}

const BINS = 10;
const FREQUENT = 100;
const MAX_HOPS = 3;
const NODES = 40;
const MAX_NODES = 500;

export function insightActions({ storage }: ActionTools): InsightActions {
  const kept = new KeptLists<readonly ListedConcept[]>(storage);
  const read = async (project: ProjectId) => {
    await requireProject(storage, project);
    return kept.get(project, () => storage.concepts.list(project));
  };
  return {
    async overview(project) {
      const listed = await read(project);
      const entries = { defined: 0, 'in-use': 0, unexplained: 0 };
      const confidence = Array.from({ length: BINS }, () => 0);
      const byDocument = new Map<DocumentId, { mentions: number; defined: number }>();
      const spread = await storage.concepts.spread(project);
      for (const { concept } of listed) {
        const state = entryStateOf(concept.definition);
        entries[state] += 1;
        if (concept.definition !== undefined) {
          const bin = Math.min(BINS - 1, Math.max(0, Math.floor(concept.definition.confidence * BINS)));
          confidence[bin] = (confidence[bin] ?? 0) + 1;
        }
        for (const [document, count] of spread.get(concept.id) ?? []) {
          const covered = byDocument.get(document) ?? { mentions: 0, defined: 0 };
          covered.mentions += count;
          if (state === 'defined') covered.defined += count;
          byDocument.set(document, covered);
        }
      }
      const documents = (await storage.glossary.documentNames(project)).map(({ id, name }) => {
        return { id, name, ...(byDocument.get(id) ?? { mentions: 0, defined: 0 }) };
      });
      return { entries, confidence, coverage: sum(documents), documents, frequent: mostFrequent(listed) };
    },
    async graph(project, { around, hops = 1, limit = NODES } = {}) {
      const listed = await read(project);
      const concepts = new Map(listed.map(({ concept }) => [concept.id, concept]));
      const all = listed.flatMap(({ concept: { id, relations } }) =>
        relations.map(({ kind, target, state }) => ({ from: id, to: target, kind, state })),
      );
      const neighbours = new Map<ConceptId, ConceptId[]>();
      for (const { from, to } of all) {
        for (const [one, other] of [
          [from, to],
          [to, from],
        ] as const) {
          const known = neighbours.get(one);
          if (known === undefined) neighbours.set(one, [other]);
          else known.push(other);
        }
      }
      const degree = (id: ConceptId) => neighbours.get(id)?.length ?? 0;
      if (around !== undefined && !concepts.has(around)) throw notFound('entry', around);
      const wanted =
        around === undefined
          ? listed
              .map(({ concept }) => concept.id)
              .filter((id) => degree(id) > 0)
              .toSorted((a, b) => degree(b) - degree(a))
          : reach(around, neighbours, Math.min(Math.max(1, hops), MAX_HOPS));
      const shown = wanted.slice(0, Math.min(Math.max(1, limit), MAX_NODES));
      const isShown = new Set(shown);
      return {
        nodes: shown.map((id) => {
          const concept = concepts.get(id);
          return {
            id,
            term: concept?.designations[0]?.text ?? '',
            state: entryStateOf(concept?.definition),
            degree: degree(id),
          };
        }),
        edges: all.filter(({ from, to }) => isShown.has(from) && isShown.has(to)),
        more: wanted.length - shown.length,
      };
    },
  };
}

/** An entry and what is so many steps from it, nearest first. */
function reach(from: ConceptId, neighbours: ReadonlyMap<ConceptId, readonly ConceptId[]>, hops: number): ConceptId[] {
  const found = new Set([from]);
  let edge: readonly ConceptId[] = [from];
  for (let hop = 0; hop < hops; hop += 1) {
    edge = edge.flatMap((id) => neighbours.get(id) ?? []).filter((id) => !found.has(id));
    for (const id of edge) found.add(id);
  }
  return [...found];
}

function mostFrequent(listed: readonly ListedConcept[]): Insights['frequent'] {
  return listed
    .map(({ concept, occurrences, documents }) => ({
      id: concept.id,
      term: concept.designations[0]?.text ?? '',
      occurrences,
      documents,
    }))
    .toSorted((a, b) => b.occurrences - a.occurrences)
    .slice(0, FREQUENT);
}

function sum(all: readonly Coverage[]): Coverage {
  return all.reduce<Coverage>(
    (total, { mentions, defined }) => ({ mentions: total.mentions + mentions, defined: total.defined + defined }),
    { mentions: 0, defined: 0 },
  );
}
