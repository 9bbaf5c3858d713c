import type { Concept, ConceptId, Issue, RelationKind } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { normalForm } from '../text/normal-form.ts';
import { findingId } from './finding-id.ts';
import type { ModelFinding } from './review-prompt.ts';

/** A relation that a model sees between two entries: a proposal, still without evidence. */
export interface SeenRelation {
  readonly from: ConceptId;
  readonly to: ConceptId;
  readonly kind: RelationKind;
}

export interface AcceptedFindings {
  readonly issues: readonly Issue[];
  readonly relations: readonly SeenRelation[];
}

const MOST_FINDINGS = 3;
const LONGEST_MESSAGE = 300;

/**
 * What a model found, as issues: only about entries and words that there are. A quotation that is not in the definition
 * is dropped from its finding, a relation to an entry that does not exist drops it; nothing calls an entry unnecessary
 * that a person required or wrote. Messages are plain words on one line.
 */
export function* acceptFindings(
  found: ReadonlyMap<ConceptId, readonly ModelFinding[]>,
  concepts: readonly Concept[],
): Sliced<AcceptedFindings> {
  const byName = new Map<string, ConceptId>();
  for (const { id, designations, language } of concepts) {
    yield;
    for (const { text } of designations) {
      const key = normalForm(text, language);
      if (!byName.has(key)) byName.set(key, id);
    }
  }
  const issues = new Map<string, Issue>();
  const relations: SeenRelation[] = [];
  for (const concept of concepts) {
    yield;
    for (const finding of (found.get(concept.id) ?? []).slice(0, MOST_FINDINGS)) {
      const other = byName.get(normalForm(finding.other.trim(), concept.language));
      const issue = issueOf(finding, concept, other === concept.id ? undefined : other);
      if (issue === undefined || issues.has(issue.id)) continue;
      issues.set(issue.id, issue);
      if (finding.kind !== 'missing-relation') continue;
      for (const to of issue.others) {
        relations.push({ from: concept.id, to, kind: finding.relation === 'none' ? 'see-also' : finding.relation });
      }
    }
  }
  return { issues: [...issues.values()], relations };
}

function issueOf(finding: ModelFinding, concept: Concept, other: ConceptId | undefined): Issue | undefined {
  const { kind } = finding;
  const isOwn = concept.reason === 'required' || concept.definition?.author === 'person';
  if (kind === 'unnecessary' && isOwn) return undefined;
  if (kind === 'missing-relation' && other === undefined) return undefined;
  const message = plain(finding.message);
  if (message === '') return undefined;
  const text = concept.definition?.statements.map((statement) => statement.text).join('\n') ?? '';
  const wanted = finding.quote.trim();
  const quote = wanted !== '' && text.includes(wanted) ? wanted : '';
  const others = other === undefined ? [] : [other];
  const rule = `model-${kind}`;
  const id = findingId(rule, { conceptId: concept.id, quote, others });
  return { id, conceptId: concept.id, kind, rule, message, quote, others, state: 'open' };
}

/** One line of words: no control or direction characters, no addresses to follow, no markup. */
function plain(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/giu, '…')
    .replace(/<[^>]*>|[<>`[\]{}|]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE - 1)}…` : line;
}
