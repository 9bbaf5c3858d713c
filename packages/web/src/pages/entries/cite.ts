import type { EntryDetail } from '../../data/shapes.ts';

/**
 * The statement that a passage is most likely meant for: the first one that none stands behind, else the last. None
 * where no person wrote what the entry says: that is quoted already, and later runs may quote better.
 */
export function statementToCite({ current }: Pick<EntryDetail, 'current'>): number | undefined {
  const statements = current?.statements ?? [];
  if (current?.author !== 'person' || statements.length === 0) return undefined;
  const bare = statements.findIndex(({ evidence }) => evidence.length === 0);
  return bare >= 0 ? bare : statements.length - 1;
}

/** Which of all passages of an entry one is that is put behind a statement, after those that it has. */
export function citedPlace({ current }: Pick<EntryDetail, 'current'>, statement: number): number {
  const upTo = (current?.statements ?? []).slice(0, statement + 1);
  return upTo.reduce((sum, { evidence }) => sum + evidence.length, 0);
}
