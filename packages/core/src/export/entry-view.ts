import { strict as assert } from 'node:assert';
import {
  type Concept,
  type ConceptId,
  type Definition,
  type Designation,
  type DocumentId,
  type Evidence,
  type Glossary,
  type GlossaryDocument,
  inverseRelations,
  type Issue,
  type IssueNames,
  type RelationKind,
  type RelationTo,
  type Statement,
  tellIssue,
} from '../domain/index.ts';
import type { Locale } from './words.ts';
import { tellExportedIssue } from './tell-exported-issue.ts';
import { linePosition, type LinePosition } from '../text/line-position.ts';

/** A place in a document, as an export names it. */
export interface Place extends LinePosition {
  readonly document: GlossaryDocument;
}

/** Where an entry is used in one document. */
export interface DocumentPlaces {
  readonly document: GlossaryDocument;
  readonly places: readonly Place[];
}

/** An entry as people read it: what every readable format shows, before any of them says how. */
export interface EntryView {
  readonly concept: Concept;
  readonly term: Designation;
  /** The other designations. */
  readonly names: Names;
  readonly statements: readonly Statement[];
  /** Whether a statement says what the thing is; if not, it is used but never explained. */
  readonly isExplained: boolean;
  readonly relations: readonly {
    readonly kind: RelationKind;
    readonly target: Concept;
    readonly isProposed: boolean;
  }[];
  /** What others say of their relation to it, where it names them in none of its own. */
  readonly relationsTo: readonly {
    readonly kind: RelationKind;
    readonly source: Concept;
    readonly isProposed: boolean;
  }[];
  /** One sentence each; none where they were not asked for. */
  readonly openIssues: readonly string[];
}

export interface Names {
  readonly synonyms: readonly Designation[];
  readonly abbreviations: readonly Designation[];
  readonly variants: readonly Designation[];
  readonly deprecated: readonly Designation[];
  readonly forbidden: readonly Designation[];
}

/** Looks up what the entries of one glossary name by id. */
export class GlossaryIndex {
  readonly #documents: ReadonlyMap<DocumentId, GlossaryDocument>;
  readonly #concepts: ReadonlyMap<ConceptId, Concept>;
  readonly #openIssues: ReadonlyMap<ConceptId, readonly Issue[]>;
  readonly #relationsTo: ReadonlyMap<ConceptId, readonly RelationTo[]>;

  constructor(glossary: Glossary) {
    this.#documents = new Map(glossary.documents.map((document) => [document.id, document]));
    this.#concepts = new Map(glossary.concepts.map((concept) => [concept.id, concept]));
    this.#openIssues = Map.groupBy(
      glossary.issues.filter(({ state }) => state === 'open'),
      ({ conceptId }) => conceptId,
    );
    const relations = glossary.concepts.flatMap(({ id: source, relations: said }) =>
      said.map(({ kind, state, target }) => ({ target, to: { kind, state, source } })),
    );
    this.#relationsTo = new Map(
      [...Map.groupBy(relations, ({ target }) => target)].map(([target, all]) => [target, all.map(({ to }) => to)]),
    );
  }

  /** What other entries say of their relation to one, in the order of the glossary. */
  relationsTo({ id }: Pick<Concept, 'id'>): readonly RelationTo[] {
    return this.#relationsTo.get(id) ?? [];
  }

  document(id: DocumentId): GlossaryDocument {
    const document = this.#documents.get(id);
    assert(document, `The glossary names the document ${id}, which it does not hold.`);
    return document;
  }

  place({ documentId, range }: Pick<Evidence, 'documentId' | 'range'>): Place {
    const document = this.document(documentId);
    return { document, ...linePosition(document.lineStarts, range.start) };
  }

  entry(
    concept: Concept,
    options: { readonly includeUnsupported: boolean; readonly includeIssues: boolean; readonly locale: Locale },
  ): EntryView {
    const statements = exportedDefinition(concept, options)?.statements ?? [];
    const isExplained = statements.some(({ role }) => role === 'definition');
    const issues = options.includeIssues ? (this.#openIssues.get(concept.id) ?? []) : [];
    return {
      concept,
      term: preferred(concept),
      names: namesOf(concept),
      statements,
      isExplained,
      relations: concept.relations.flatMap(({ kind, target, state }) => {
        const targetConcept = this.#concepts.get(target);
        return targetConcept ? [{ kind, target: targetConcept, isProposed: state === 'proposed' }] : [];
      }),
      relationsTo: inverseRelations(concept, this.relationsTo(concept)).flatMap(({ kind, source, state }) => {
        const sourceConcept = this.#concepts.get(source);
        const isNamed = concept.relations.some(({ target }) => target === source);
        return sourceConcept === undefined || isNamed
          ? []
          : [{ kind, source: sourceConcept, isProposed: state === 'proposed' }];
      }),
      // Every readable format says by itself of an entry that it is never explained.
      openIssues: issues
        .filter(({ rule }) => isExplained || rule !== 'never-explained')
        .map((issue) => this.tellIssue(issue, options)),
    };
  }

  /** One sentence; the words of a language model only where what is unsupported is wanted. */
  tellIssue(issue: Issue, options: { readonly includeUnsupported: boolean; readonly locale: Locale }): string {
    const concept = this.#concepts.get(issue.conceptId);
    assert(concept, `The issue ${issue.id} is about an entry that the glossary does not hold.`);
    const tell = options.includeUnsupported ? tellIssue : tellExportedIssue;
    return tell(issue, options.locale, this.#namesAround(issue, concept));
  }

  #namesAround({ others }: Issue, concept: Concept): IssueNames {
    const names = others.flatMap((id) => {
      const other = this.#concepts.get(id);
      return other === undefined ? [] : [preferred(other).text];
    });
    return { term: preferred(concept).text, others: names };
  }

  /** The first `limit` places of an entry, by document in their order; `more` is how many are left out. */
  places(concept: Concept, limit: number): { readonly documents: readonly DocumentPlaces[]; readonly more: number } {
    const byDocument = Map.groupBy(concept.occurrences.slice(0, limit), ({ documentId }) => documentId);
    return {
      documents: [...byDocument].map(([id, occurrences]) => ({
        document: this.document(id),
        places: occurrences.map((occurrence) => this.place(occurrence)),
      })),
      more: Math.max(0, concept.occurrences.length - limit),
    };
  }
}

/** In how many documents an entry is used. */
export function documentCount(concept: Concept): number {
  return new Set(concept.occurrences.map(({ documentId }) => documentId)).size;
}

/** The designation that names an entry. */
export function preferred(concept: Concept): Designation {
  const [designation] = concept.designations;
  assert(designation, `The concept ${concept.id} has no designation.`);
  return designation;
}

/**
 * The definition as it leaves the product. A statement that does not stand on its evidence stays behind unless it is
 * asked for; what a person wrote is theirs and always goes out.
 */
export function exportedDefinition(
  { definition }: Pick<Concept, 'definition'>,
  { includeUnsupported }: { readonly includeUnsupported: boolean },
): Definition | undefined {
  if (definition === undefined || includeUnsupported || definition.author === 'person') return definition;
  const statements = definition.statements.filter(({ support }) => support !== 'unsupported');
  return statements.length === 0 ? undefined : { ...definition, statements };
}

/** Whether a reader is told that a statement stands on nothing. What a person wrote is theirs, and needs no passage. */
export function isDoubted({ support }: Statement, { concept }: Pick<EntryView, 'concept'>): boolean {
  return support === 'unsupported' && concept.definition?.author !== 'person';
}

function namesOf(concept: Concept): Names {
  const others = concept.designations.slice(1);
  const inUse = others.filter(({ status }) => status === 'preferred' || status === 'admitted');
  return {
    synonyms: inUse.filter(({ form }) => form === 'synonym' || form === 'full'),
    abbreviations: inUse.filter(({ form }) => form === 'abbreviation'),
    variants: inUse.filter(({ form }) => form === 'variant'),
    deprecated: others.filter(({ status }) => status === 'deprecated'),
    forbidden: others.filter(({ status }) => status === 'forbidden'),
  };
}
