import type { Evidence, Statement } from '@genglossary/core/domain';
import type { EntryDetail } from '../../data/shapes.ts';

/** A quotation that a definition stands on, with the statement that it is for. */
export interface Passage {
  readonly evidence: Evidence;
  readonly statement: Statement;
}

/** All quotations of a definition, in the order of its statements; their places are what markers number. */
export function passagesOf({ current }: EntryDetail): Passage[] {
  return (current?.statements ?? []).flatMap((statement) =>
    statement.evidence.map((evidence) => ({ evidence, statement })),
  );
}
