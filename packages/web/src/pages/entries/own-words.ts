import type { Definition, Statement, Support } from '@genglossary/core/domain';
import type { EntryDetail } from '../../data/shapes.ts';

/** What is marked in a statement that an engine or a model wrote. What a person wrote is theirs, and bears no mark. */
export function doubtOf(
  { current }: Pick<EntryDetail, 'current'>,
  { support }: Pick<Statement, 'support'>,
): Exclude<Support, 'supported'> | undefined {
  return current?.author === 'person' || support === 'supported' ? undefined : support;
}

/** How much of what a person wrote has a passage behind it. */
export function ownSupport({ statements }: Pick<Definition, 'statements'>): 'all' | 'some' | 'none' {
  const borne = statements.filter(({ support }) => support !== 'unsupported').length;
  return borne === statements.length ? 'all' : borne > 0 ? 'some' : 'none';
}
