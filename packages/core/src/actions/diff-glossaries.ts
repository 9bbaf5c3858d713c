import type { Concept, ConceptId, EntryChange, EntryName, Glossary, GlossaryDiff } from '../domain/index.ts';
import { wordDiff } from '../text/word-diff.ts';

/** What became of a glossary, entry by entry; definitions are compared word by word. */
export function diffGlossaries(before: Glossary, after: Glossary): GlossaryDiff {
  const former = new Map(before.concepts.map((concept) => [concept.id, concept]));
  const latter = new Map(after.concepts.map((concept) => [concept.id, concept]));
  const terms = new Map([...former, ...latter].map(([id, concept]) => [id, termOf(concept)]));
  const both = after.concepts.flatMap((concept) => {
    const old = former.get(concept.id);
    return old === undefined ? [] : [{ old, concept }];
  });
  const changed = both.flatMap(({ old, concept }) => changeOf(old, concept, terms) ?? []);
  return {
    added: after.concepts.filter(({ id }) => !former.has(id)).map(nameOf),
    removed: before.concepts.filter(({ id }) => !latter.has(id)).map(nameOf),
    changed,
    unchanged: both.length - changed.length,
  };
}

function changeOf(old: Concept, concept: Concept, terms: ReadonlyMap<ConceptId, string>): EntryChange | undefined {
  const [oldText, text] = [definitionOf(old), definitionOf(concept)];
  const [oldNames, names] = [namesOf(old), namesOf(concept)];
  const [oldRelations, relations] = [relationsOf(old, terms), relationsOf(concept, terms)];
  const change: EntryChange = {
    ...nameOf(concept),
    ...(termOf(old) === termOf(concept) ? {} : { formerTerm: termOf(old) }),
    ...(oldText === text ? {} : { definition: wordDiff(oldText, text, concept.language) }),
    namesAdded: without(names, oldNames),
    namesRemoved: without(oldNames, names),
    relationsAdded: without(relations, oldRelations),
    relationsRemoved: without(oldRelations, relations),
  };
  const lists = [change.namesAdded, change.namesRemoved, change.relationsAdded, change.relationsRemoved];
  const isSame =
    change.formerTerm === undefined && change.definition === undefined && lists.every((list) => list.length === 0);
  return isSame ? undefined : change;
}

function without(all: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return all.filter((one) => !known.has(one));
}

function definitionOf({ definition }: Concept): string {
  return definition?.statements.map(({ text }) => text).join(' ') ?? '';
}

function namesOf({ designations }: Concept): string[] {
  return designations.slice(1).map(({ text, status }) => (status === 'admitted' ? text : `${text} (${status})`));
}

/** Accepted ones: proposals come and go. */
function relationsOf({ relations }: Concept, terms: ReadonlyMap<ConceptId, string>): string[] {
  return relations
    .filter(({ state }) => state === 'accepted')
    .map(({ kind, target }) => `${kind} ${terms.get(target) ?? target}`);
}

function nameOf(concept: Concept): EntryName {
  return { id: concept.id, term: termOf(concept) };
}

function termOf({ designations }: Concept): string {
  return designations[0]?.text ?? '';
}
