import type { ConceptId, ProjectId } from '../domain/index.ts';
import type { DefinitionEdit } from '../storage/glossary-stores.ts';
import type { Stores } from '../storage/storage.ts';

/** The rule whose issues say that nothing explains an entry: whoever explains it has answered them. */
const UNEXPLAINED = 'never-explained';

/**
 * Writes what a person says an entry means and settles, in the same change, the open issue that nothing explains it: both
 * are taken back together.
 */
export async function writeDefinition(
  stores: Stores,
  { project, id }: { readonly project: ProjectId; readonly id: ConceptId },
  edit: DefinitionEdit,
): Promise<void> {
  await stores.concepts.editDefinition(project, id, edit);
  if (explains(edit)) await settleUnexplained(stores, project, [id]);
}

/** Settles the open issues that nothing explains these entries. */
export async function settleUnexplained(
  { issues }: Stores,
  project: ProjectId,
  explained: readonly ConceptId[],
): Promise<void> {
  if (explained.length === 0) return;
  const entries = new Set(explained);
  const answered = (await issues.list(project)).filter(
    ({ conceptId, rule, state }) => rule === UNEXPLAINED && state === 'open' && entries.has(conceptId),
  );
  if (answered.length === 0) return;
  await issues.decide(
    project,
    answered.map(({ id }) => id),
    { state: 'resolved' },
  );
}

/** Whether it says what the thing is, and not only how it is used. */
export function explains({ statements }: DefinitionEdit): boolean {
  return statements.some(({ role }) => role === 'definition');
}
