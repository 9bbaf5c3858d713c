import type { Concept, ConceptId, DocumentId, Relation } from '../domain/index.ts';
import { collationEntryOf, sortEntries } from '../text/collation.ts';
import { editedOccurrences, joinedOccurrences } from './edited-occurrences.ts';
import type { EntryEdit, LockedEntry, PeoplesWork, RelationDecision } from './entry-edits.ts';

export interface EditedConcepts {
  /** What people see. */
  readonly concepts: readonly Concept[];
  /** Which concepts each visible one is made of: itself first, then those that were merged into it. */
  readonly membersOf: ReadonlyMap<ConceptId, readonly ConceptId[]>;
}

/** Lays what people did over what a build wrote. Without anything done, it is what the build wrote. */
export function applyEdits(built: readonly Concept[], work: PeoplesWork): EditedConcepts {
  const edits = new Map(work.edits.map((edit) => [edit.conceptId, edit]));
  const builtHere = new Set(built.map(({ id }) => id));
  const isMissing = ({ conceptId }: EntryEdit) => !work.builtIds.has(conceptId);
  const all = [...built, ...work.edits.filter(isAdded).filter(isMissing).map(added)];
  const present = new Set<string>([...work.builtIds, ...all.map(({ id }) => id)]);
  const rootOf = createRoots(edits, (id) => present.has(id));

  const members = new Map<ConceptId, ConceptId[]>();
  for (const { id } of all) {
    const root = rootOf(id);
    if (root === undefined) continue;
    const list = members.get(root);
    if (list === undefined) members.set(root, [id]);
    else if (id === root) list.unshift(id);
    else list.push(id);
  }
  if (work.edits.length === 0 && work.decisions.length === 0) {
    const concepts = built.map((concept) => categorised(concept, work));
    return { concepts, membersOf: members };
  }

  const decisionsOf = Map.groupBy(work.decisions, ({ conceptId }) => conceptId);
  const edited = new Map(
    all.map((concept) => {
      const edit = edits.get(concept.id);
      const definition =
        concept.definition ?? (builtHere.has(concept.id) ? undefined : work.definitions.get(concept.id));
      const named = {
        ...concept,
        ...(definition === undefined ? {} : { definition }),
        relations: decided(concept, decisionsOf.get(concept.id) ?? []),
      };
      return [concept.id, edit === undefined ? named : withEdit(named, edit, work)] as const;
    }),
  );
  const concepts = all.flatMap(({ id }) => {
    const concept = edited.get(id);
    if (concept === undefined || rootOf(id) !== id) return [];
    const absorbed = (members.get(id) ?? []).slice(1).flatMap((member) => edited.get(member) ?? []);
    const whole = absorb(concept, absorbed, work);
    // A locked entry stays as it was, whatever a build finds for what was merged into it.
    const locked = edits.get(id)?.locked !== undefined;
    const shown = locked ? asLocked(whole, concept) : whole;
    return [categorised(linked(shown, rootOf), work)];
  });
  const isReordered = work.edits.some((edit) => edit.designations !== undefined || isAdded(edit));
  return { concepts: isReordered ? sortEntries(concepts, collationEntryOf) : concepts, membersOf: members };
}

function categorised(concept: Concept, { categories }: PeoplesWork): Concept {
  const category = categories.get(concept.id);
  return category === undefined ? concept : { ...concept, category };
}

function isAdded({ language }: EntryEdit): boolean {
  return language !== undefined;
}

function added({ conceptId, language = 'und', designations = [] }: EntryEdit): Concept {
  return {
    id: conceptId,
    language,
    designations,
    relations: [],
    occurrences: [],
    reason: 'required',
    score: 0,
    scoreParts: [],
  };
}

/** Tells the visible entry that a concept belongs to; `undefined` where it was deleted. */
export function createRoots(
  edits: ReadonlyMap<ConceptId, EntryEdit>,
  isPresent: (id: ConceptId) => boolean = () => true,
): (id: ConceptId) => ConceptId | undefined {
  return (id) => {
    const seen = new Set<ConceptId>();
    let at: ConceptId | undefined = id;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const edit: EntryEdit | undefined = edits.get(at);
      if (edit?.removed === undefined) return isPresent(at) ? at : undefined;
      at = edit.removed === 'merged' ? edit.mergedInto : undefined;
    }
    return undefined;
  };
}

function withEdit(concept: Concept, edit: EntryEdit, work: PeoplesWork): Concept {
  const locked = edit.locked === undefined ? undefined : known(edit.locked, work);
  const designations = locked?.designations ?? edit.designations ?? concept.designations;
  const { definition: built, ...rest } = concept;
  const definition = locked === undefined ? built : locked.definition;
  return {
    ...rest,
    designations,
    ...(definition === undefined ? {} : { definition }),
    relations: locked?.relations ?? concept.relations,
    ...(edit.note === undefined ? {} : { note: edit.note }),
    occurrences: editedOccurrences(concept, edit, { designations, documents: work.documents }),
  };
}

/** A locked entry without what rests on documents that the glossary no longer has. */
function known({ designations, definition, relations }: LockedEntry, { documents }: PeoplesWork): LockedEntry {
  const isKnown = ({ documentId }: { readonly documentId: DocumentId }) => documents.has(documentId);
  const statements = definition?.statements.map((one) => ({ ...one, evidence: one.evidence.filter(isKnown) })) ?? [];
  return {
    designations,
    ...(definition === undefined ? {} : { definition: { ...definition, statements } }),
    relations: relations.map((one) => ({ ...one, evidence: one.evidence.filter(isKnown) })),
  };
}

/** An entry with what was merged into it: its own words first. */
function absorb(concept: Concept, absorbed: readonly Concept[], work: PeoplesWork): Concept {
  if (absorbed.length === 0) return concept;
  // What a person wrote goes before what a build wrote, whichever entry it was written for.
  const definitions = [concept, ...absorbed].flatMap((one) => one.definition ?? []);
  const definition = definitions.find(({ author }) => author === 'person') ?? definitions[0];
  return {
    ...concept,
    ...(definition === undefined ? {} : { definition }),
    relations: [...concept.relations, ...absorbed.flatMap(({ relations }) => relations)],
    occurrences: joinedOccurrences(concept, absorbed, work.documents),
  };
}

/** What a lock keeps is its own; only places are gathered. */
function asLocked({ occurrences }: Concept, own: Concept): Concept {
  return { ...own, occurrences };
}

/** Relations between visible entries, each once. */
function linked(concept: Concept, rootOf: (id: ConceptId) => ConceptId | undefined): Concept {
  const seen = new Set<string>();
  const relations = concept.relations.flatMap((relation): Relation[] => {
    const target = rootOf(relation.target);
    const key = `${relation.kind} ${target}`;
    if (target === undefined || target === concept.id || seen.has(key)) return [];
    seen.add(key);
    return [{ ...relation, target }];
  });
  return { ...concept, relations };
}

function decided({ relations }: Concept, decisions: readonly RelationDecision[]): readonly Relation[] {
  if (decisions.length === 0) return relations;
  const stateOf = new Map(decisions.map((one) => [`${one.kind} ${one.target}`, one]));
  const kept = relations.flatMap((relation): Relation[] => {
    const key = `${relation.kind} ${relation.target}`;
    const decision = stateOf.get(key);
    stateOf.delete(key);
    if (decision === undefined) return [relation];
    return decision.state === 'accepted' ? [{ ...relation, state: 'accepted' }] : [];
  });
  const stated = [...stateOf.values()].filter(({ state }) => state === 'accepted');
  return [
    ...kept,
    ...stated.map(({ kind, target, evidence }): Relation => ({ kind, target, state: 'accepted', evidence })),
  ];
}
