import type { ConceptId, DocumentId, Evidence, LanguageTag, Relation, RelationKind } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { toOriginalRange } from '../text/alignment.ts';
import { normalForm } from '../text/normal-form.ts';
import { withOpeningMark } from '../text/with-opening-mark.ts';
import type { DefinitionSource } from './definition-source.ts';
import { QUOTABLE_SCORE } from './defining-sentence.ts';
import type { StatedRelation } from './find-stated-relations.ts';

/** A concept as relations see it. */
export interface Relatable {
  readonly id: ConceptId;
  readonly language: LanguageTag;
  /** All its designations, the preferred one first. */
  readonly names: readonly string[];
}

export interface RelationSource extends DefinitionSource {
  readonly statedRelations: readonly StatedRelation[];
}

/** Another name for a concept that the documents give, to be offered as a designation. */
export interface NameProposal {
  readonly text: string;
  readonly form: 'abbreviation' | 'synonym' | 'full';
  /** What the documents say against it. */
  readonly status?: StatedRelation['status'];
  readonly evidence: readonly Evidence[];
}

export interface FoundRelations {
  readonly relations: ReadonlyMap<ConceptId, readonly Relation[]>;
  /** Names that belong to no concept yet. */
  readonly names: ReadonlyMap<ConceptId, readonly NameProposal[]>;
}

/** So many passages show a relation well enough. */
const MOST_EVIDENCE = 3;

const INVERSE: Readonly<Record<RelationKind, RelationKind>> = {
  synonym: 'synonym',
  abbreviation: 'abbreviation',
  broader: 'narrower',
  narrower: 'broader',
  'part-of': 'see-also',
  'see-also': 'see-also',
};

/**
 * How concepts relate, as proposals: what sentences state (other names, abbreviations, "such as", "part of"), the genus
 * of a definition where it is a concept itself, and shared heads ("tide table" is narrower than "table"; no evidence, the
 * names show it). Both ends of a relation carry it. Linear in statements and concepts.
 */
export function* findRelations(
  concepts: readonly Relatable[],
  sources: readonly RelationSource[],
): Sliced<FoundRelations> {
  const byKey = new Map<string, ConceptId>();
  for (const { id, names, language } of concepts) {
    yield;
    for (const name of names) if (!byKey.has(normalForm(name, language))) byKey.set(normalForm(name, language), id);
  }
  const relations = new Collected();
  const names = new Map<ConceptId, Map<string, NameProposal>>();
  for (const source of sources.toSorted((a, b) => (a.document.name < b.document.name ? -1 : 1))) {
    for (const stated of source.statedRelations) {
      yield;
      // What is short for a longer name, or another word for it, is not that for its last word.
      const isOtherName = stated.kind === 'abbreviation' || stated.kind === 'synonym';
      const from = isOtherName ? byKey.get(stated.key) : endingIn(stated.key, byKey);
      const to = byKey.get(stated.otherKey);
      const evidence = evidenceOf(source, stated);
      if (from !== undefined && to !== undefined && from !== to) relations.add(from, stated.kind, to, evidence);
      else if (stated.kind === 'synonym' || stated.kind === 'abbreviation') {
        const ruled = stated.status === undefined ? {} : { status: stated.status };
        if (from !== undefined && (to === undefined || to === from || stated.status !== undefined))
          propose(names, from, { text: stated.other, form: stated.kind, ...ruled, evidence: [evidence] });
        if (from === undefined && to !== undefined && stated.kind === 'abbreviation') {
          propose(names, to, { text: stated.name, form: 'full', evidence: [evidence] });
        }
      }
    }
    for (const sentence of source.definingSentences) {
      yield;
      if (sentence.genus === undefined || sentence.score < QUOTABLE_SCORE) continue;
      const [from, to] = [byKey.get(sentence.subjectKey), byKey.get(normalForm(sentence.genus, sentence.language))];
      if (from !== undefined && to !== undefined) relations.add(from, 'broader', to, evidenceOf(source, sentence));
    }
  }
  for (const { id, names: all, language } of concepts) {
    yield;
    const [preferred] = all;
    const head = preferred === undefined ? undefined : headOf(normalForm(preferred, language), byKey, id);
    if (head !== undefined) relations.add(id, 'broader', head);
  }
  return {
    relations: relations.byConcept(),
    names: new Map([...names].map(([id, proposals]) => [id, agreed([...proposals.values()])])),
  };
}

class Collected {
  readonly #found = new Map<ConceptId, Map<string, { kind: RelationKind; target: ConceptId; evidence: Evidence[] }>>();

  add(from: ConceptId, kind: RelationKind, to: ConceptId, evidence?: Evidence): void {
    if (from === to) return;
    this.#addOne(from, kind, to, evidence);
    this.#addOne(to, INVERSE[kind], from, evidence);
  }

  byConcept(): Map<ConceptId, readonly Relation[]> {
    return new Map(
      [...this.#found].map(([id, relations]) => [
        id,
        [...relations]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([, { kind, target, evidence }]) => ({ kind, target, state: 'proposed' as const, evidence })),
      ]),
    );
  }

  #addOne(from: ConceptId, kind: RelationKind, target: ConceptId, evidence: Evidence | undefined): void {
    const own =
      this.#found.get(from) ?? new Map<string, { kind: RelationKind; target: ConceptId; evidence: Evidence[] }>();
    this.#found.set(from, own);
    const key = `${kind} ${target}`;
    const known = own.get(key) ?? { kind, target, evidence: [] };
    own.set(key, known);
    if (evidence !== undefined && known.evidence.length < MOST_EVIDENCE) known.evidence.push(evidence);
  }
}

function propose(names: Map<ConceptId, Map<string, NameProposal>>, id: ConceptId, proposal: NameProposal): void {
  const own = names.get(id) ?? new Map<string, NameProposal>();
  names.set(id, own);
  const known = own.get(proposal.text);
  if (known === undefined) {
    own.set(proposal.text, proposal);
    return;
  }
  // Of "was once called" and "do not say", the stricter.
  const status = [known.status, proposal.status].includes('forbidden')
    ? 'forbidden'
    : (known.status ?? proposal.status);
  const evidence = [...known.evidence, ...proposal.evidence].slice(0, MOST_EVIDENCE);
  own.set(proposal.text, { ...known, ...(status !== undefined && { status }), evidence });
}

/** A short form stands for one long form: where documents give several, the one that most of what says so agrees on. */
function agreed(proposals: readonly NameProposal[]): readonly NameProposal[] {
  const full = proposals.filter(({ form }) => form === 'full');
  if (full.length < 2) return proposals;
  const keyOf = ({ text }: NameProposal): string => normalForm(text, 'en');
  const total = full.reduce((sum, { evidence }) => sum + evidence.length, 0);
  return proposals.filter((one) => {
    if (one.form !== 'full') return true;
    const same = full.filter((other) => keyOf(other) === keyOf(one));
    return same[0] === one && same.reduce((sum, { evidence }) => sum + evidence.length, 0) >= total * AGREEMENT;
  });
}

const AGREEMENT = 2 / 3;

/** The concept that a run of words names or ends in: what stands before a name in a sentence may be no part of it. */
function endingIn(key: string, byKey: ReadonlyMap<string, ConceptId>): ConceptId | undefined {
  const words = key.split(' ');
  for (let from = 0; from < words.length; from++) {
    const found = byKey.get(words.slice(from).join(' '));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The concept named by the longest end of a name: words, or for katakana and kanji characters. */
function headOf(key: string, byKey: ReadonlyMap<string, ConceptId>, own: ConceptId): ConceptId | undefined {
  const words = key.split(' ');
  for (let from = 1; from < words.length; from++) {
    const found = byKey.get(words.slice(from).join(' '));
    if (found !== undefined && found !== own) return found;
  }
  if (!/^[\p{scx=Han}\p{scx=Katakana}ー]+$/u.test(key)) return undefined;
  for (let from = 1; from <= key.length - 2; from++) {
    const found = byKey.get(key.slice(from));
    if (found !== undefined && found !== own) return found;
  }
  return undefined;
}

function evidenceOf(source: DefinitionSource, at: { readonly start: number; readonly end: number }): Evidence {
  const range = withOpeningMark(source.document.text, toOriginalRange(source.prose.alignment, at.start, at.end));
  const documentId: DocumentId = source.document.id;
  return { documentId, range, quote: source.document.text.slice(range.start, range.end) };
}
