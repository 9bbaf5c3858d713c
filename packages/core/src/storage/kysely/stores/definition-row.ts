import type { ConceptId, Definition, ProjectId } from '../../../domain/index.ts';
import type { Tables } from '../tables.ts';

export function definitionRow(
  project: ProjectId,
  concept: ConceptId,
  { author, revision, state, confidence, reason, statements }: Definition,
): Tables['definition'] {
  return {
    project_id: project,
    concept_id: concept,
    author,
    revision,
    state,
    confidence,
    reason: reason ?? null,
    statements: JSON.stringify(statements),
  };
}
