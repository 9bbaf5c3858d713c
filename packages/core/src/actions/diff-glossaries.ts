import type {
  Concept,
  ConceptId,
  EntryChange,
  EntryName,
  EntryText,
  Glossary,
  GlossaryDiff,
  RunOutcome,
} from '../domain/index.ts';
import { wordDiff } from '../text/word-diff.ts';
import { rematched } from './rematched.ts';

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
    added: after.concepts.filter(({ id }) => !former.has(id)).map(textOf),
    removed: before.concepts.filter(({ id }) => !latter.has(id)).map(textOf),
    changed,
    unchanged: both.length - changed.length,
  };
}

/** Names of entries that came or left which are told; of the others only how many they are. */
const toldNames = 20;

/** The same in figures and first names: words are only looked at as far as they are others. */
export function countChanges(before: readonly Concept[], after: readonly Concept[]): Omit<RunOutcome, 'entries'> {
  const former = new Map(before.map((concept) => [concept.id, concept]));
  const latter = new Set(after.map(({ id }) => id));
  const terms = new Map([...before, ...after].map((concept) => [concept.id, termOf(concept)]));
  const both = after.flatMap((concept) => {
    const old = former.get(concept.id);
    return old === undefined ? [] : [{ old, concept }];
  });
  return {
    added: after.length - both.length,
    changed: both.filter(({ old, concept }) => !isSame(partsOf(old, terms), partsOf(concept, terms))).length,
    removed: before.length - both.length,
    addedNames: firstNames(after, ({ id }) => !former.has(id)),
    removedNames: firstNames(before, ({ id }) => !latter.has(id)),
  };
}

function firstNames(concepts: readonly Concept[], isTold: (concept: Concept) => boolean): EntryName[] {
  return concepts.values().filter(isTold).take(toldNames).map(nameOf).toArray();
}

function changeOf(old: Concept, concept: Concept, terms: ReadonlyMap<ConceptId, string>): EntryChange | undefined {
  const [then, now] = [partsOf(old, terms), partsOf(concept, terms)];
  if (isSame(then, now)) return undefined;
  return {
    ...nameOf(concept),
    ...(then.term === now.term ? {} : { formerTerm: then.term }),
    ...(then.text === now.text ? {} : { definition: wordDiff(then.text, now.text, concept.language) }),
    namesAdded: without(now.names, then.names),
    namesRemoved: without(then.names, now.names),
    ...matchedNames(old, concept),
    ...(then.category === now.category ? {} : { category: { before: then.category, after: now.category } }),
    relationsAdded: without(now.relations, then.relations),
    relationsRemoved: without(then.relations, now.relations),
  };
}

/** What of an entry is compared. */
interface EntryParts {
  readonly term: string;
  readonly text: string;
  readonly names: readonly string[];
  /** How names are looked for, where that is not as usual. */
  readonly matchings: readonly string[];
  readonly category: string | null;
  readonly relations: readonly string[];
}

function partsOf(concept: Concept, terms: ReadonlyMap<ConceptId, string>): EntryParts {
  return {
    term: termOf(concept),
    text: definitionOf(concept),
    names: namesOf(concept),
    matchings: matchingsOf(concept),
    category: concept.category ?? null,
    relations: relationsOf(concept, terms),
  };
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  return without(left, right).length + without(right, left).length === 0;
}

/** In whatever order names and relations stand. */
function isSame(one: EntryParts, other: EntryParts): boolean {
  return (
    one.term === other.term &&
    one.text === other.text &&
    one.category === other.category &&
    isSameSet(one.names, other.names) &&
    isSameSet(one.matchings, other.matchings) &&
    isSameSet(one.relations, other.relations)
  );
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

function matchingsOf({ designations }: Concept): string[] {
  return designations.flatMap(({ text, matching }) => (matching ? [`${text} ${JSON.stringify(matching)}`] : []));
}

function matchedNames(old: Concept, { designations }: Concept): Pick<EntryChange, 'namesMatched'> {
  const namesMatched = rematched(old.designations, designations).map(({ text }) => text);
  return namesMatched.length === 0 ? {} : { namesMatched };
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

function textOf(concept: Concept): EntryText {
  const text = definitionOf(concept);
  return { ...nameOf(concept), ...(text === '' ? {} : { text }) };
}

function termOf({ designations }: Concept): string {
  return designations[0]?.text ?? '';
}
