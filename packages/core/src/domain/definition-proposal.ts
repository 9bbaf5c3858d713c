import type { Definition } from './definition.ts';
import type { RunUsage } from './run.ts';
import type { DiffPart } from './word-diff.ts';

/** A new definition of one entry, for a person to take or to leave: nothing is changed by it. */
export interface DefinitionProposal {
  /** Of the entry that it was written for: whoever takes it over names this version. */
  readonly version: string;
  /** Not there where the documents do not tell what the entry is. */
  readonly definition?: Definition;
  /** What it would change in the definition that the entry has, word by word. */
  readonly diff: readonly DiffPart[];
  readonly usage: RunUsage;
}
