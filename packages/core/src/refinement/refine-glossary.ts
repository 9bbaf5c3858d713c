import type { Concept, ConceptId, Definition, Glossary, Issue, Statement } from '../domain/index.ts';

/** A glossary after its issues were answered where the built-in means can, and how many definitions are new. */
export interface Refinement {
  readonly glossary: Glossary;
  readonly revised: number;
}

/**
 * Answers issues without writing a word: a definition that is too long keeps its first supported statement; a circular
 * one gives way to the next best defining statement of `alternatives` (best first). The answer is a new revision that
 * names its rule, and the issue becomes `resolved`.
 *
 * Never changed is a definition that a person edited; never taken is a statement that is not supported (only
 * `evidence/` says what is). Merges and splits stay proposals for people.
 */
export function refineGlossary(
  glossary: Glossary,
  options: { readonly alternatives?: ReadonlyMap<ConceptId, readonly Statement[]> } = {},
): Refinement {
  const alternatives = options.alternatives ?? new Map<ConceptId, readonly Statement[]>();
  const open = Map.groupBy(
    glossary.issues.filter(({ state }) => state === 'open'),
    ({ conceptId }) => conceptId,
  );
  const answered = new Set<Issue>();
  let revised = 0;
  const concepts = glossary.concepts.map((concept) => {
    const issues = open.get(concept.id) ?? [];
    const answer = answerFirst(concept, issues, alternatives.get(concept.id) ?? []);
    if (answer === undefined) return concept;
    answered.add(answer.issue);
    revised += 1;
    return { ...concept, definition: answer.definition };
  });
  const issues = glossary.issues.map((issue) =>
    answered.has(issue) ? { ...issue, state: 'resolved' as const } : issue,
  );
  return { glossary: { ...glossary, concepts, issues }, revised };
}

interface Answer {
  readonly issue: Issue;
  readonly definition: Definition;
}

/** One revision at a time: the next review says whether anything is left to answer. */
function answerFirst(
  { definition }: Concept,
  issues: readonly Issue[],
  alternatives: readonly Statement[],
): Answer | undefined {
  if (definition === undefined || definition.state === 'edited' || definition.author === 'person') return undefined;
  for (const issue of issues) {
    const statements = answerTo(issue, definition, alternatives);
    if (statements === undefined) continue;
    const reason = `Answers the issue "${issue.rule}": ${issue.message}`;
    const revision = definition.revision + 1;
    return { issue, definition: { ...definition, state: 'refined', author: 'built-in', statements, revision, reason } };
  }
  return undefined;
}

function answerTo(
  { rule, quote }: Issue,
  definition: Definition,
  alternatives: readonly Statement[],
): readonly Statement[] | undefined {
  if (rule === 'too-long') {
    const first = definition.statements.find(isDefining);
    return first === undefined || definition.statements.length < 2 ? undefined : [first];
  }
  if (rule !== 'circular' || quote === '') return undefined;
  const current = new Set(definition.statements.map(({ text }) => text));
  const next = alternatives.find((one) => isDefining(one) && !current.has(one.text) && !repeats(one.text, quote));
  return next === undefined ? undefined : [next];
}

function isDefining({ role, support, evidence }: Statement): boolean {
  return role === 'definition' && support === 'supported' && evidence.length > 0;
}

/** Whether a statement names the term again after its first place: then it would go round just the same. */
function repeats(text: string, term: string): boolean {
  const [folded, wanted] = [text.toLowerCase(), term.toLowerCase()];
  return folded.indexOf(wanted) !== folded.lastIndexOf(wanted);
}
